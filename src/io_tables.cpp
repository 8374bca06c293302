#include <paidan/io/calendars.ipp>
#include <paidan/io/csv.ipp>
#include <paidan/io/rows.ipp>
#include <paidan/io/tables.ipp>
#include <paidan/io/week_csv.ipp>
