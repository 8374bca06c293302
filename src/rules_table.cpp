// The compiled flavour of the room `rules`: decision tables.
#include <paidan/rules/explain.ipp>
#include <paidan/rules/hit.ipp>
#include <paidan/rules/index.ipp>
#include <paidan/rules/index_build.ipp>
#include <paidan/rules/index_columns.ipp>
#include <paidan/rules/lint.ipp>
#include <paidan/rules/lint_columns.ipp>
#include <paidan/rules/lint_text.ipp>
#include <paidan/rules/table.ipp>
#include <paidan/rules/table_columns.ipp>
#include <paidan/rules/table_decide.ipp>
#include <paidan/rules/table_facts.ipp>
#include <paidan/rules/table_make.ipp>
#include <paidan/rules/table_match.ipp>
