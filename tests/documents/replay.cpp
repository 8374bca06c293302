// Documents that were stored are read, judged, costed and rendered again, and nothing is searched again: the same
// bytes, the version of the engine aside. tests/data/replay holds a document of every kind for each schema version.
#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/constraints/refusal.hpp>
#include <paidan/desk/operations.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/ledger/step.hpp>
#include <paidan/render/fields.hpp>
#include <paidan/syntax/files.hpp>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <set>
#include <string>

using namespace paidan;

namespace {

const std::string folder = PAIDAN_TEST_DATA "/replay/" + std::to_string(schema_version);

std::string file_of(std::string_view kind) { return folder + "/" + std::string(kind) + ".json"; }

/// As this engine would have written it.
std::string as_now(std::string text) {
  const std::string key = "\"engine_version\": \"";
  const std::size_t at = text.find(key) + key.size();
  return text.replace(at, text.find('"', at) - at, engine_version);
}
template <class T>
std::string stored() {
  return as_now(syntax::read_file(file_of(documents::Kind<T>::name)));
}

const Problem& problem() {
  static const Problem one = documents::problem_from_json(stored<ProblemData>());
  return one;
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

}  // namespace

TEST_CASE("a document of every kind is there, is read, and written the same"){
#define PAIDAN_KIND(TYPE, NAME, ZH, NEEDS)   \
  {                                          \
    CAPTURE(NAME);                           \
    const TYPE value = replayed<TYPE>();     \
    CHECK(written(value) == stored<TYPE>()); \
  }
    PAIDAN_KINDS(PAIDAN_KIND)
#undef PAIDAN_KIND
}

TEST_CASE("a plan is judged and costed as it was, reasons are confirmed") {
  const Plan plan = replayed<Plan>();
  const check::Report report = check::evaluate(problem(), plan);
  CHECK(report.valid());
  CHECK(report.cost == plan.cost);
  CHECK(written(report) == stored<check::Report>());
  const WhyNot why = replayed<WhyNot>();
  CHECK(check::minimal_reasons(problem(), plan, why.order, why.technician) == why.families);
  for (const WhyNot& miss : replayed<Unassigned>().technicians) {
    CHECK(check::minimal_reasons(problem(), plan, miss.order, miss.technician) == miss.families);
  }
  const constraints::Refusal refusal = replayed<constraints::Refusal>();
  CHECK(written(constraints::why_refused(problem(), refusal.order, refusal.shift)) == stored<constraints::Refusal>());
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
}

TEST_CASE("prices come out of the book as they did, and every trace gives its amount") {
  const pricing::PriceBook book(replayed<pricing::PriceBookData>());
  const pricing::Quote quote = replayed<pricing::Quote>();
  CHECK(written(pricing::quote(book, replayed<pricing::QuoteFacts>())) == stored<pricing::Quote>());
  CHECK(written(pricing::estimate(book, replayed<pricing::EstimateRequest>())) == stored<pricing::Estimate>());
  CHECK(written(pricing::bill(quote, pricing::Outcome::fixed)) == stored<pricing::Bill>());
  const pricing::Bill bill = replayed<pricing::Bill>();
  CHECK(written(pricing::audit(bill, replayed<pricing::Charges>().charges)) == stored<pricing::Audit>());
  CHECK(ledger::replay(quote.trace, quote.total.currency) == quote.total);
  CHECK(ledger::replay(bill.trace, bill.total.currency) == bill.total);
  const pricing::Estimate estimate = replayed<pricing::Estimate>();
  REQUIRE(estimate.min);
  CHECK(ledger::replay(estimate.min_trace, estimate.min->currency) == estimate.min);
  REQUIRE(estimate.max);
  CHECK(ledger::replay(estimate.max_trace, estimate.max->currency) == estimate.max);
}

TEST_CASE("verdicts and certificates are what they were") {
  const warranty::PolicySet policies(replayed<warranty::PolicySetData>());
  const Calendar calendar(replayed<CalendarData>());
  const warranty::Claim claim = replayed<warranty::Claim>();
  CHECK(written(warranty::evaluate(policies, calendar, claim)) == stored<warranty::Verdict>());
  const auto turned = warranty::counterfactual(policies, calendar, claim);
  REQUIRE(turned);
  CHECK(written(*turned) == stored<warranty::Counterfactual>());
  const auto promised = warranty::certificate(policies, calendar, replayed<warranty::CertificateRequest>());
  REQUIRE(promised);
  CHECK(written(*promised) == stored<warranty::Certificate>());
}

TEST_CASE("every answer is told in the words it was told in, to every reader") {
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
                   O::text(request, answer, static_cast<desk::Audience>(audience), language) + "\n\n";
        }
      }
    }
  });
  CHECK(told.size() >= 10);
  if (std::getenv("PAIDAN_REPLAY_WRITE") != nullptr) std::ofstream(folder + "/words.txt") << words;
  CHECK(words == syntax::read_file(folder + "/words.txt"));
}
