// The compiled flavour of the room `rules`: expressions and models.
#include <paidan/rules/feel/detail/moment.ipp>
#include <paidan/rules/feel/value.ipp>
#include <paidan/rules/language/detail/builtins.ipp>
#include <paidan/rules/language/detail/compile.ipp>
#include <paidan/rules/language/detail/evaluate.ipp>
#include <paidan/rules/language/detail/function.ipp>
#include <paidan/rules/language/detail/lex.ipp>
#include <paidan/rules/language/detail/parse.ipp>
#include <paidan/rules/language/detail/parse_primary.ipp>
#include <paidan/rules/language/expression.ipp>
#include <paidan/rules/language/names.ipp>
#include <paidan/rules/model/detail/model_logic.ipp>
#include <paidan/rules/model/model.ipp>
#include <paidan/rules/model/type.ipp>
