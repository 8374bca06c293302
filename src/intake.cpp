#include <paidan/intake/days.ipp>
#include <paidan/intake/service.ipp>
