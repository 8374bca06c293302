#include <paidan/matching/assignment.ipp>
#include <paidan/matching/score.ipp>
