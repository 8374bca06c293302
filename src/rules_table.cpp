// The compiled flavour of the room `rules`: decision tables.
#include <paidan/rules/lint/detail/lint_columns.ipp>
#include <paidan/rules/lint/detail/lint_text.ipp>
#include <paidan/rules/lint/lint.ipp>
#include <paidan/rules/table/detail/index.ipp>
#include <paidan/rules/table/detail/index_build.ipp>
#include <paidan/rules/table/detail/index_columns.ipp>
#include <paidan/rules/table/detail/table_decide.ipp>
#include <paidan/rules/table/detail/table_facts.ipp>
#include <paidan/rules/table/detail/table_make.ipp>
#include <paidan/rules/table/detail/table_match.ipp>
#include <paidan/rules/table/explain.ipp>
#include <paidan/rules/table/hit.ipp>
#include <paidan/rules/table/table.ipp>
#include <paidan/rules/table/table_columns.ipp>
