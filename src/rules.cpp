// The compiled flavour of the room `rules`: expressions and models.
#include <paidan/rules/builtins.ipp>
#include <paidan/rules/compile.ipp>
#include <paidan/rules/evaluate.ipp>
#include <paidan/rules/expression.ipp>
#include <paidan/rules/function.ipp>
#include <paidan/rules/lex.ipp>
#include <paidan/rules/model.ipp>
#include <paidan/rules/model_logic.ipp>
#include <paidan/rules/moment.ipp>
#include <paidan/rules/names.ipp>
#include <paidan/rules/parse.ipp>
#include <paidan/rules/parse_primary.ipp>
#include <paidan/rules/type.ipp>
#include <paidan/rules/value.ipp>
