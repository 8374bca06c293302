// Documents that were stored are read, judged, costed and rendered again, and nothing is searched again: the same
// bytes, the version of the engine aside. tests/data/replay holds a document of every kind for each schema version.
#include <doctest/doctest.h>

#include <paidan/check/actual.hpp>
#include <paidan/constraints/refusal.hpp>
#include <paidan/desk/operations.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/ledger/step.hpp>
#include <paidan/render/fields.hpp>
#include <paidan/syntax/files.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>

using namespace paidan;

namespace {

/// Every folder is a schema version whose documents are still read; the newest is this one's.
const std::filesystem::path root = PAIDAN_TEST_DATA "/replay";
std::string folder;  // NOLINT: the one that is looked at

std::string file_of(std::string_view kind) { return folder + "/" + std::string(kind) + ".json"; }

template <class T>
std::string stored() {
  return syntax::read_file(file_of(documents::Kind<T>::name));
}

const Problem& problem() {
  static std::map<std::string, Problem> all;
  auto found = all.find(folder);
  if (found == all.end()) found = all.emplace(folder, documents::problem_from_json(stored<ProblemData>())).first;
  return found->second;
}
template <class T>
T replayed() {
  if constexpr (documents::AtBorder<T>) {
    return documents::from_json<T>(problem(), stored<T>());
  } else {
    return documents::from_json<T>(stored<T>());
  }
}
template <class T>
std::string written(const T& value) {
  if constexpr (documents::AtBorder<T>) {
    return documents::to_json(problem(), value, syntax::Layout::indented);
  } else {
    return documents::to_json(value, syntax::Layout::indented);
  }
}

/// Is every member of the stored value in the other one, with the same value? A later version may say more: fields that
/// did not exist, with their defaults. What it says of itself (versions) is its own.
bool says_all(const syntax::Tree& before, std::uint32_t a, const syntax::Tree& now, std::uint32_t b) {
  const syntax::Node& x = before.nodes[a];
  const syntax::Node& y = now.nodes[b];
  if (x.kind != y.kind) return false;
  if (x.kind == syntax::NodeKind::object) {
    for (std::uint32_t i = a + 1; i < x.after; i = before.nodes[i + 1].after) {
      const std::string_view key = before.text_of(i);
      if (a == 0 && (key == "engine_version" || key == "schema_version")) continue;
      const std::uint32_t other = syntax::find_member(now, b, key);
      if (other == 0 || !says_all(before, i + 1, now, other)) return false;
    }
    return true;
  }
  if (x.kind == syntax::NodeKind::array) {
    std::uint32_t k = b + 1;
    for (std::uint32_t i = a + 1; i < x.after; i = before.nodes[i].after, k = now.nodes[k].after) {
      if (k >= y.after || !says_all(before, i, now, k)) return false;
    }
    return k == y.after;
  }
  return syntax::text_of_node(before, a) == syntax::text_of_node(now, b);
}
template <class T>
bool as_stored(const T& value) {
  const syntax::Tree before = syntax::parse_json(stored<T>(), {});
  const syntax::Tree now = syntax::parse_json(written(value), {});
  return says_all(before, 0, now, 0);
}

/// Runs the test in each folder.
template <class Test>
void in_each_folder(Test&& test) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (!entry.is_directory() || entry.path().filename().string()[0] == '_') continue;
    folder = entry.path().string();
    CAPTURE(folder);
    test();
    ++count;
  }
  CHECK(count > 0);
  CHECK(std::filesystem::exists(root / std::to_string(schema_version)));
}

}  // namespace

template <class T>
void check_document(const char* kind) {
  CAPTURE(kind);
  CHECK(as_stored(replayed<T>()));
}

TEST_CASE("a document of every kind is there, is read, and says the same") {
  in_each_folder([] {
#define PAIDAN_KIND(TYPE, NAME, ZH, NEEDS) check_document<TYPE>(NAME);
    PAIDAN_KINDS(PAIDAN_KIND)
#undef PAIDAN_KIND
  });
}

TEST_CASE("a plan is judged and costed as it was, reasons are confirmed") {
  in_each_folder([] {
    const Plan plan = replayed<Plan>();
    const check::Report report = check::evaluate(problem(), plan);
    CHECK(report.valid());
    CHECK(report.cost == plan.cost);
    CHECK(as_stored(report));
    const WhyNot why = replayed<WhyNot>();
    CHECK(check::minimal_reasons(problem(), plan, why.order, why.technician) == why.families);
    for (const WhyNot& miss : replayed<Unassigned>().technicians) {
      CHECK(check::minimal_reasons(problem(), plan, miss.order, miss.technician) == miss.families);
    }
    const constraints::Refusal refusal = replayed<constraints::Refusal>();
    CHECK(as_stored(constraints::why_refused(problem(), refusal.order, refusal.shift)));
    CHECK(check::evaluate_actual(problem(), replayed<check::ActualData>().visits).kpis.served == 1);
    const Match match = replayed<Match>();
    std::int64_t sum = 0;
    for (const MatchedPair& pair : match.pairs) {
      std::int64_t terms = 0;
      for (const matching::TermCost& term : pair.terms) terms += term.cost;
      CHECK(terms == pair.total);
      sum += pair.total + pair.slot_cost;
    }
    CHECK(match.certified);
    CHECK(sum <= match.cost);  // what stays unassigned comes on top
  });
}

TEST_CASE("prices come out of the book as they did, and every trace gives its amount") {
  in_each_folder([] {
    const pricing::PriceBook book(replayed<pricing::PriceBookData>());
    const pricing::Quote quote = replayed<pricing::Quote>();
    CHECK(as_stored(pricing::quote(book, replayed<pricing::QuoteFacts>())));
    CHECK(as_stored(pricing::estimate(book, replayed<pricing::EstimateRequest>())));
    CHECK(as_stored(pricing::bill(quote, pricing::Outcome::fixed)));
    const pricing::Bill bill = replayed<pricing::Bill>();
    CHECK(as_stored(pricing::audit(bill, replayed<pricing::Charges>().charges)));
    CHECK(ledger::replay(quote.trace, quote.total.currency) == quote.total);
    CHECK(ledger::replay(bill.trace, bill.total.currency) == bill.total);
    const pricing::Estimate estimate = replayed<pricing::Estimate>();
    REQUIRE(estimate.min);
    CHECK(ledger::replay(estimate.min_trace, estimate.min->currency) == estimate.min);
    REQUIRE(estimate.max);
    CHECK(ledger::replay(estimate.max_trace, estimate.max->currency) == estimate.max);
  });
}

TEST_CASE("verdicts and certificates are what they were") {
  in_each_folder([] {
    const warranty::PolicySet policies(replayed<warranty::PolicySetData>());
    const Calendar calendar(replayed<CalendarData>());
    const warranty::Claim claim = replayed<warranty::Claim>();
    CHECK(as_stored(warranty::evaluate(policies, calendar, claim)));
    const auto turned = warranty::counterfactual(policies, calendar, claim);
    REQUIRE(turned);
    CHECK(as_stored(*turned));
    const auto promised = warranty::certificate(policies, calendar, replayed<warranty::CertificateRequest>());
    REQUIRE(promised);
    CHECK(as_stored(*promised));
  });
}

TEST_CASE("every answer is told in the words it was told in, to every reader") {
  in_each_folder([] {
    std::string words;
    std::set<std::string_view> told;
    desk::for_each_operation([&]<class O>() {
      using Answer = typename O::Answer;
      // A place's value is told of the shift or skill that was asked for, which the document does not hold.
      if constexpr (desk::Speaks<O> && documents::Document<Answer> && !std::same_as<Answer, PlaceValue>) {
        typename O::Request request;
        if constexpr (requires { request.problem; }) request.problem = problem();
        if constexpr (requires { request.calendar; }) request.calendar.emplace(Calendar(replayed<CalendarData>()));
        told.insert(O::name);
        const Answer answer = replayed<Answer>();
        for (std::size_t audience = 0; audience < EnumNames<desk::Audience>::names.size(); ++audience) {
          for (const Language language : {Language::zh, Language::en}) {
            words += "# " + std::string(O::name) + " · " + std::string(EnumNames<desk::Audience>::names[audience]) +
                     (language == Language::zh ? " · zh\n" : " · en\n") +
                     desk::words_of<O>(request, answer, static_cast<desk::Audience>(audience), language) + "\n\n";
          }
        }
      }
    });
    CHECK(told.size() >= 10);
    if (std::getenv("PAIDAN_REPLAY_WRITE") != nullptr) std::ofstream(folder + "/words.txt") << words;
    CHECK(words == syntax::read_file(folder + "/words.txt"));
  });
}
