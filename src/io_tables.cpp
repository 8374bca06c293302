#include <paidan/io/calendars.ipp>
#include <paidan/io/csv.ipp>
#include <paidan/io/rows.ipp>
#include <paidan/io/rules_cells.ipp>
#include <paidan/io/rules_csv.ipp>
#include <paidan/io/rules_words.ipp>
#include <paidan/io/tables.ipp>
#include <paidan/io/week_csv.ipp>
