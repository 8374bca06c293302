// A document of any kind.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/documents/json.hpp>
#include <paidan/syntax/tree.hpp>

#include <algorithm>
#include <string>

namespace paidan_fuzz {

namespace {

/// Reads, writes, reads, writes.
template <class T>
void same_again(std::string_view input) {
  using paidan::documents::from_json;
  using paidan::documents::to_json;
  accepted_or_refused([&] {
    const auto check = [](const std::string& written, const auto& again, const std::string& line) {
      require(again == written, "a document reads back as the same");
      require(line.find('\n') == std::string::npos, "one document is one line");
    };
    constexpr auto one_line = paidan::syntax::Layout::line;
    if constexpr (paidan::documents::AtBorder<T>) {
      const paidan::Problem& problem = fixed_problem();
      const std::string written = to_json(problem, from_json<T>(problem, made_for(problem, input)));
      const T again = from_json<T>(problem, written);
      check(written, to_json(problem, again), to_json(problem, again, one_line));
    } else {
      const std::string written = to_json(from_json<T>(input));
      const T again = from_json<T>(written);
      check(written, to_json(again), to_json(again, one_line));
    }
  });
}

template <class... T>
struct Kinds {};
/// False when it is none of them.
template <class... T>
bool run(std::string_view kind, std::string_view input, Kinds<T...>) {
  return ((kind == paidan::documents::Kind<T>::name && (same_again<T>(input), true)) || ...);
}

constexpr Kinds<paidan::ProblemData, paidan::Plan, paidan::Match, paidan::PairAnswer, paidan::PlaceValue,
                paidan::constraints::Refusal, paidan::check::Report, paidan::WhyNot, paidan::Unassigned,
                paidan::check::ActualData, paidan::catalog::CatalogData, paidan::catalog::MappingData,
                paidan::pricing::PriceBookData, paidan::pricing::EstimateRequest, paidan::pricing::Estimate,
                paidan::pricing::QuoteFacts, paidan::pricing::Quote, paidan::pricing::Bill, paidan::pricing::Charges,
                paidan::pricing::Audit, paidan::warranty::PolicySetData, paidan::warranty::Claim,
                paidan::warranty::Verdict, paidan::warranty::Counterfactual, paidan::warranty::CertificateRequest,
                paidan::warranty::Certificate, paidan::CalendarData>
    every_kind;

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
  const auto kinds = paidan::documents::document_kinds();
  const bool known = std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  require(known == run(kind, input, every_kind), "every kind of document is known here");
}

}  // namespace paidan_fuzz
