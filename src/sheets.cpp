#include <paidan/sheets/calendars.ipp>
#include <paidan/sheets/columns.ipp>
#include <paidan/sheets/detail/rules_cells.ipp>
#include <paidan/sheets/detail/rules_words.ipp>
#include <paidan/sheets/rows.ipp>
#include <paidan/sheets/rules_csv.ipp>
#include <paidan/sheets/tables.ipp>
#include <paidan/sheets/week_csv.ipp>
