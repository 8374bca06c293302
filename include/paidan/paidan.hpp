// Everything a host calls, in one include. Not here because they are opt-in: format.hpp (needs fmt), the field
// descriptions (<room>/fields.hpp), and the readers beneath io/documents.hpp.
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

#include <paidan/travel/errors.hpp>
#include <paidan/travel/leg.hpp>
#include <paidan/travel/matrix.hpp>
#include <paidan/travel/road_graph.hpp>
#include <paidan/travel/source.hpp>
#include <paidan/travel/straight_line.hpp>

#include <paidan/model/dense.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/model/objective.hpp>
#include <paidan/model/order.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/model/problem_data.hpp>
#include <paidan/model/skills.hpp>
#include <paidan/model/technician.hpp>

#include <paidan/check/evaluate.hpp>
#include <paidan/check/kpis.hpp>

#include <paidan/eligibility/eligibility.hpp>
#include <paidan/eligibility/pair_cost.hpp>
#include <paidan/eligibility/refusal.hpp>
#include <paidan/eligibility/rules.hpp>

#include <paidan/matching/assignment.hpp>
#include <paidan/matching/candidates.hpp>
#include <paidan/matching/features.hpp>
#include <paidan/matching/live.hpp>
#include <paidan/matching/score.hpp>
#include <paidan/matching/shortage.hpp>
#include <paidan/matching/weights.hpp>

#include <paidan/routing/search.hpp>
#include <paidan/routing/timing.hpp>

#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/dispatch/plan.hpp>

#include <paidan/rules/explain.hpp>
#include <paidan/rules/expression.hpp>
#include <paidan/rules/lint.hpp>
#include <paidan/rules/model.hpp>
#include <paidan/rules/table.hpp>

#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/bill.hpp>
#include <paidan/pricing/errors.hpp>
#include <paidan/pricing/estimate.hpp>
#include <paidan/pricing/line.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/pricing/procedure.hpp>
#include <paidan/pricing/quote.hpp>
#include <paidan/pricing/trace.hpp>

#include <paidan/warranty/certificate.hpp>
#include <paidan/warranty/claim.hpp>
#include <paidan/warranty/evaluate.hpp>
#include <paidan/warranty/policy.hpp>
#include <paidan/warranty/term.hpp>

#include <paidan/render/audience.hpp>
#include <paidan/render/explain.hpp>
#include <paidan/render/match.hpp>
#include <paidan/render/price.hpp>
#include <paidan/render/text.hpp>
#include <paidan/render/warranty.hpp>

#include <paidan/io/calendars.hpp>
#include <paidan/io/csv.hpp>
#include <paidan/io/errors.hpp>
#include <paidan/io/files.hpp>
#include <paidan/io/json.hpp>
#include <paidan/io/limits.hpp>
#include <paidan/io/pair_names.hpp>
#include <paidan/io/schema.hpp>
#include <paidan/io/tables.hpp>
#include <paidan/io/week_csv.hpp>
#include <paidan/io/zones.hpp>
