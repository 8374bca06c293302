#include <paidan/core/calendar.ipp>
#include <paidan/core/decimal.ipp>
#include <paidan/core/error.ipp>
#include <paidan/core/geo.ipp>
#include <paidan/core/hints.ipp>
#include <paidan/core/money.ipp>
#include <paidan/core/reason.ipp>
#include <paidan/core/time.ipp>
