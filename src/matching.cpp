#include <paidan/matching/assignment.ipp>
#include <paidan/matching/candidates.ipp>
#include <paidan/matching/features.ipp>
#include <paidan/matching/live.ipp>
#include <paidan/matching/score.ipp>
#include <paidan/matching/shortage.ipp>
#include <paidan/matching/weights.ipp>
