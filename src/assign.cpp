#include <paidan/assign/assignment.ipp>
#include <paidan/assign/live.ipp>
#include <paidan/assign/shortage.ipp>
