#include <paidan/model/border.ipp>
#include <paidan/model/problem.ipp>
