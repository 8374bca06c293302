// A document of any kind.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/documents/json.hpp>
#include <paidan/documents/schema.hpp>
#include <paidan/syntax/tree.hpp>

#include <array>

namespace paidan_fuzz {

namespace {

/// Reads, writes, reads, writes.
template <class From>
void same_again(std::string_view input, From from) {
  accepted_or_refused([&] {
    const std::string written = paidan::documents::to_json(from(input));
    require(paidan::documents::to_json(from(written)) == written, "a document reads back as the same");
    require(paidan::documents::to_json(from(written), paidan::syntax::Layout::line).find('\n') == std::string::npos,
            "one document is one line");
  });
}

}  // namespace

void documents(std::string_view input) {
  accepted_or_refused([&] {
    const paidan::syntax::Limits small{.bytes = 2'048, .depth = 8, .values = 100};
    require(paidan::syntax::parse_json(input, small).nodes.size() <= small.values, "limits hold");
  });
  std::string kind;
  accepted_or_refused([&] {
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(input, {});
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
      require(tree.nodes[i].after > i && tree.nodes[i].after <= tree.nodes.size(), "nodes end behind their start");
      require(paidan::syntax::snippet(tree, i).size() < 300, "snippets are short");
    }
    if (const std::uint32_t stated = paidan::syntax::find_member(tree, 0, "kind"); stated != 0) {
      if (tree.nodes[stated].kind == paidan::syntax::NodeKind::text) kind = tree.text_of(stated);
    }
  });
  if (kind.empty()) return;
  accepted_or_refused([&] { paidan::documents::validate_document(kind, input); });
  const auto read = [&](std::string_view name, auto from) {
    if (kind == name) same_again(input, [&](std::string_view text) { return from(text, paidan::syntax::Limits{}); });
  };
  read("problem", paidan::documents::problem_data_from_json);
  read("plan", paidan::documents::plan_document_from_json);
  read("catalog", paidan::documents::catalog_data_from_json);
  read("mapping", paidan::documents::mapping_data_from_json);
  read("prices", paidan::documents::price_book_data_from_json);
  read("estimate_request", paidan::documents::estimate_request_from_json);
  read("estimate", paidan::documents::estimate_from_json);
  read("quote_request", paidan::documents::quote_facts_from_json);
  read("quote", paidan::documents::quote_from_json);
  read("bill", paidan::documents::bill_from_json);
  read("charges", paidan::documents::charges_from_json);
  read("audit", paidan::documents::audit_from_json);
  read("policies", paidan::documents::policy_set_data_from_json);
  read("claim", paidan::documents::claim_from_json);
  read("verdict", paidan::documents::verdict_from_json);
  read("counterfactual", paidan::documents::counterfactual_from_json);
  read("certificate_request", paidan::documents::certificate_request_from_json);
  read("certificate", paidan::documents::certificate_from_json);
  read("calendar", paidan::documents::calendar_document_from_json);
  // These four have no writer of their own document.
  if (kind == "pair_answer")
    accepted_or_refused([&] { static_cast<void>(paidan::documents::pair_answer_document_from_json(input)); });
  if (kind == "match")
    accepted_or_refused([&] { static_cast<void>(paidan::documents::match_document_from_json(input)); });
  if (kind == "why_not")
    accepted_or_refused([&] { static_cast<void>(paidan::documents::why_not_document_from_json(input)); });
  if (kind == "unassigned")
    accepted_or_refused([&] { static_cast<void>(paidan::documents::unassigned_document_from_json(input)); });
}

}  // namespace paidan_fuzz
