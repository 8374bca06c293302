#include <paidan/dispatch/baselines.ipp>
#include <paidan/dispatch/explain.ipp>
#include <paidan/dispatch/match.ipp>
#include <paidan/dispatch/match_review.ipp>
#include <paidan/dispatch/plan.ipp>
#include <paidan/dispatch/rebase.ipp>
