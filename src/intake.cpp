#include <paidan/intake/days.ipp>
#include <paidan/intake/roads.ipp>
#include <paidan/intake/service.ipp>
