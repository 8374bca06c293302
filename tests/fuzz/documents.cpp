// A document of any kind.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/io/json.hpp>
#include <paidan/io/schema.hpp>
#include <paidan/io/tree.hpp>

#include <array>

namespace paidan_fuzz {

namespace io = paidan::io;

namespace {

/// Reads, writes, reads, writes.
template <class From>
void same_again(std::string_view input, From from) {
  accepted_or_refused([&] {
    const std::string written = io::to_json(from(input));
    require(io::to_json(from(written)) == written, "a document reads back as the same");
    require(io::to_json(from(written), io::Layout::line).find('\n') == std::string::npos, "one document is one line");
  });
}

}  // namespace

void documents(std::string_view input) {
  accepted_or_refused([&] {
    const io::Limits small{.bytes = 2'048, .depth = 8, .values = 100};
    require(io::parse_json(input, small).nodes.size() <= small.values, "limits hold");
  });
  std::string kind;
  accepted_or_refused([&] {
    const io::Tree tree = io::parse_json(input, {});
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
      require(tree.nodes[i].after > i && tree.nodes[i].after <= tree.nodes.size(), "nodes end behind their start");
      require(io::snippet(tree, i).size() < 300, "snippets are short");
    }
    if (const std::uint32_t stated = io::find_member(tree, 0, "kind"); stated != 0) {
      if (tree.nodes[stated].kind == io::NodeKind::text) kind = tree.text_of(stated);
    }
  });
  if (kind.empty()) return;
  accepted_or_refused([&] { io::validate_document(kind, input); });
  const auto read = [&](std::string_view name, auto from) {
    if (kind == name) same_again(input, [&](std::string_view text) { return from(text, io::Limits{}); });
  };
  read("problem", io::problem_data_from_json);
  read("plan", io::plan_document_from_json);
  read("catalog", io::catalog_data_from_json);
  read("mapping", io::mapping_data_from_json);
  read("prices", io::price_book_data_from_json);
  read("estimate_request", io::estimate_request_from_json);
  read("estimate", io::estimate_from_json);
  read("quote_request", io::quote_facts_from_json);
  read("quote", io::quote_from_json);
  read("bill", io::bill_from_json);
  read("charges", io::charges_from_json);
  read("audit", io::audit_from_json);
  read("policies", io::policy_set_data_from_json);
  read("claim", io::claim_from_json);
  read("verdict", io::verdict_from_json);
  read("counterfactual", io::counterfactual_from_json);
  read("certificate_request", io::certificate_request_from_json);
  read("certificate", io::certificate_from_json);
  read("calendar", io::calendar_document_from_json);
  // These four have no writer of their own document.
  if (kind == "pair_answer") accepted_or_refused([&] { static_cast<void>(io::pair_answer_document_from_json(input)); });
  if (kind == "match") accepted_or_refused([&] { static_cast<void>(io::match_document_from_json(input)); });
  if (kind == "why_not") accepted_or_refused([&] { static_cast<void>(io::why_not_document_from_json(input)); });
  if (kind == "unassigned") accepted_or_refused([&] { static_cast<void>(io::unassigned_document_from_json(input)); });
}

}  // namespace paidan_fuzz
