#include <paidan/eligibility/eligibility.ipp>
#include <paidan/eligibility/pair_cost.ipp>
#include <paidan/eligibility/refusal.ipp>
