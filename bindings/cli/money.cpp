// quote and warranty: the wing of money.
#include "answer.hpp"
#include "arguments.hpp"
#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"

#include <paidan/documents/json.hpp>
#include <paidan/syntax/files.hpp>

namespace paidan_cli {

void quote_command(const std::vector<std::string>& words) {
  const Arguments arguments(words, {.options = {"--input", "--output", "--prices", "--rules", "--book", "--outcome",
                                                "--charges", "--estimate", "--catalog", "--lang"},
                                    .flags = {},
                                    .words = 0});
  for (const char* option : {"--input", "--outcome", "--charges"}) arguments.exclude("--estimate", option);
  const MaybeLanguage language = arguments.language();
  const std::string& path = arguments.need("--prices");
  const paidan::pricing::PriceBook book = prices_from(path, arguments.find("--rules"), arguments.text("--book", path));
  if (const std::string* service = arguments.find("--estimate"); service != nullptr) {
    const paidan::catalog::Catalog catalog = catalog_from(arguments.need("--catalog"));
    output(arguments, estimate_answer(book, request_of(catalog, *service), language, paidan::syntax::Layout::indented));
    return;
  }
  if (arguments.has("--catalog")) fail(errors::word_needed, {{"what", "--estimate"}, {"what_zh", "--estimate"}});
  const std::string* outcome = arguments.find("--outcome");
  paidan::documents::ChargesDocument charges;
  const std::string* charge_path = arguments.find("--charges");
  if (charge_path != nullptr) {
    outcome = &arguments.need("--outcome");
    charges = paidan::documents::charges_from_json(paidan::syntax::read_file(*charge_path));
  }
  const auto facts =
      paidan::documents::quote_facts_from_json(paidan::syntax::read_file(arguments.text("--input", "-")));
  output(arguments, quote_answer(book, facts, outcome, charge_path == nullptr ? nullptr : &charges, language,
                                 paidan::syntax::Layout::indented));
}

void warranty_command(const std::vector<std::string>& words) {
  const Arguments arguments(words, {.options = {"--input", "--output", "--policies", "--calendar", "--lang"},
                                    .flags = {"--certificate", "--counterfactual"},
                                    .words = 0});
  arguments.exclude("--certificate", "--counterfactual");
  arguments.exclude("--lang", "--counterfactual");
  const MaybeLanguage language = arguments.language();
  const paidan::warranty::PolicySet policies = policies_from(arguments.need("--policies"));
  const paidan::Calendar calendar = calendar_from(arguments.need("--calendar"));
  const std::string text = paidan::syntax::read_file(arguments.text("--input", "-"));
  constexpr auto layout = paidan::syntax::Layout::indented;
  if (arguments.has("--certificate")) {
    const auto request = paidan::documents::certificate_request_from_json(text);
    output(arguments, certificate_answer(policies, calendar, request, language, layout));
    return;
  }
  const paidan::warranty::Claim claim = paidan::documents::claim_from_json(text);
  output(arguments, arguments.has("--counterfactual") ? counterfactual_answer(policies, calendar, claim, layout)
                                                      : verdict_answer(policies, calendar, claim, language, layout));
}

}  // namespace paidan_cli
