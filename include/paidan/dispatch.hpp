// The wing of people, in one include: who goes, and when.
#pragma once

#include <paidan/config.hpp>

#include <paidan/core/calendar.hpp>
#include <paidan/core/decimal.hpp>
#include <paidan/core/error.hpp>
#include <paidan/core/geo.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/core/ids.hpp>
#include <paidan/core/money.hpp>
#include <paidan/core/random.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/core/time.hpp>

#include <paidan/catalog/catalog.hpp>
#include <paidan/catalog/entry.hpp>
#include <paidan/catalog/lint.hpp>
#include <paidan/catalog/mapping.hpp>
#include <paidan/catalog/mapping_data.hpp>

#include <paidan/travel/bands.hpp>
#include <paidan/travel/data.hpp>
#include <paidan/travel/errors.hpp>
#include <paidan/travel/fit.hpp>
#include <paidan/travel/leg.hpp>
#include <paidan/travel/matrix.hpp>
#include <paidan/travel/road_graph.hpp>
#include <paidan/travel/source.hpp>
#include <paidan/travel/straight_line.hpp>

#include <paidan/assign/assignment.hpp>
#include <paidan/assign/live.hpp>
#include <paidan/assign/shortage.hpp>

#include <paidan/model/dense.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/model/goals.hpp>
#include <paidan/model/objective.hpp>
#include <paidan/model/order.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/presets.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/model/problem_data.hpp>
#include <paidan/model/skills.hpp>
#include <paidan/model/technician.hpp>

#include <paidan/check/actual.hpp>
#include <paidan/check/evaluate.hpp>
#include <paidan/check/kpis.hpp>
#include <paidan/check/violation_kinds.hpp>

#include <paidan/constraints/eligibility.hpp>
#include <paidan/constraints/pair_cost.hpp>
#include <paidan/constraints/reason_kinds.hpp>
#include <paidan/constraints/refusal.hpp>

#include <paidan/matching/candidates.hpp>
#include <paidan/matching/features.hpp>
#include <paidan/matching/weights.hpp>

#include <paidan/routing/timing.hpp>

#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/dispatch/rebase.hpp>
