#include <paidan/constraints/eligibility.ipp>
#include <paidan/constraints/pair_cost.ipp>
#include <paidan/constraints/refusal.ipp>
