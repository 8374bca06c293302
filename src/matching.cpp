#include <paidan/matching/candidates.ipp>
#include <paidan/matching/features.ipp>
#include <paidan/matching/weights.ipp>
