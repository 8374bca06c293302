#include <paidan/model/problem.ipp>
