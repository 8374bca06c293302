// Documents read back as they were written, byte for byte, whatever is in them.
#include "../support/soak.hpp"
#include "support/documents.hpp"

#include <paidan/catalog/fields.hpp>
#include <paidan/core/random.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/documents/schema.hpp>
#include <paidan/syntax/tree.hpp>

#include <doctest/doctest.h>

#include <iterator>
#include <limits>
#include <type_traits>

namespace {

/// Fills any described value with random members.
class Filler {
 public:
  explicit Filler(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() { return paidan::mix64(state_ += 0x9e3779b97f4a7c15ULL); }
  std::int64_t between(std::int64_t low, std::int64_t high) {
    const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) +
                                     (span == UINT64_MAX ? next() : next() % (span + 1)));
  }

  void fill(bool& out) { out = next() % 2 == 0; }
  void fill(double& out) { out = static_cast<double>(between(-1000, 1000)) / 8; }
  void fill(std::string& out) {
    static const char* const pieces[] = {"a", "王", "\"", "\\", "\n", "\t", "\x01", "…",
                                         "é", " ",  "/",  "{",  "😀",  "\r", "\x7f"};
    out.clear();
    for (std::uint64_t n = next() % 6; n > 0; --n) out += pieces[next() % std::size(pieces)];
  }
  void fill(paidan::Instant& out) { out.seconds = between(-2'000'000'000, 4'000'000'000); }
  void fill(paidan::Duration& out) { out.seconds = between(INT64_MIN, INT64_MAX); }
  void fill(paidan::Date& out) { out.days = static_cast<std::int32_t>(between(-700'000, 2'900'000)); }
  void fill(paidan::LocalTime& out) { out.seconds = static_cast<std::int32_t>(between(0, 86'400)); }
  void fill(paidan::Decimal& out) {
    const auto made =
        paidan::Decimal::parse(std::to_string(between(-1'000'000, 1'000'000)) + "." + std::to_string(next() % 1000));
    out = *made;
  }
  void fill(paidan::Currency& out) { out = *paidan::Currency::parse(next() % 2 == 0 ? "CNY" : "JPY"); }
  void fill(paidan::Money& out) {
    fill(out.currency);
    out.minor = between(-1'000'000'000'000, 1'000'000'000'000);
  }
  void fill(paidan::GeoPoint& out) {
    out.lat_e7 = static_cast<std::int32_t>(between(-900'000'000, 900'000'000));
    out.lon_e7 = static_cast<std::int32_t>(between(-1'800'000'000, 1'800'000'000));
    out.datum = static_cast<paidan::Datum>(next() % 3);
  }
  void fill(paidan::ZoneRules& out) {
    std::vector<paidan::ZoneRules::Transition> transitions;
    std::int64_t at = between(0, 1'000'000'000);
    for (std::uint64_t n = next() % 4; n > 0; --n) {
      at += between(1, 20'000'000);
      transitions.push_back({at, static_cast<std::int32_t>(between(-50'000, 50'000) / 900 * 900)});
    }
    std::string name;
    fill(name);
    out = paidan::ZoneRules(name, "2024a", static_cast<std::int32_t>(between(-40, 40) * 900), transitions);
  }
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void fill(T& out) {
    if constexpr (std::is_signed_v<T>) {
      out = static_cast<T>(between(std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
    } else {
      out = static_cast<T>(between(0, INT32_MAX));
    }
  }
  template <paidan::NamedEnum E>
  void fill(E& out) {
    out = static_cast<E>(next() % paidan::EnumNames<E>::names.size());
  }
  template <class T>
  void fill(std::optional<T>& out) {
    out.reset();
    if (next() % 2 == 0) fill(out.emplace());
  }
  template <class T>
  void fill(std::vector<T>& out) {
    out.resize(next() % 4);
    for (auto& one : out) fill(one);
  }
  template <paidan::Described T>
  void fill(T& out) {
    paidan::Fields<T>::visit([&]<class M>(std::string_view, M T::*member, const paidan::Field&) { fill(out.*member); });
  }

 private:
  std::uint64_t state_;
};

template <class T, class Read>
void round_trips(const char* kind, Read read) {
  const int cases = paidan_test::cases(60);
  for (int i = 0; i < cases; ++i) {
    CAPTURE(kind);
    CAPTURE(i);
    T value{};
    Filler(static_cast<std::uint64_t>(i) * 7919 + 17).fill(value);
    const auto layout = i % 2 == 0 ? paidan::syntax::Layout::indented : paidan::syntax::Layout::line;
    const std::string text = paidan::documents::to_json(value, layout);
    INFO(text);
    T back{};
    try {
      back = read(text);
    } catch (const paidan::InvalidInput& wrong) {
      FAIL(wrong.what());
    }
    REQUIRE(back == value);
    REQUIRE(paidan::documents::to_json(back, layout) == text);
    if (layout == paidan::syntax::Layout::line) REQUIRE(text.find('\n') == std::string::npos);
  }
}

}  // namespace

TEST_CASE("random problems read back as they were written") {
  round_trips<paidan::ProblemData>(
      "problem", [](const std::string& text) { return paidan::documents::problem_data_from_json(text); });
}

TEST_CASE("random plans read back as they were written") {
  round_trips<paidan::documents::PlanDocument>(
      "plan", [](const std::string& t) { return paidan::documents::plan_document_from_json(t); });
  round_trips<paidan::documents::ActualDocument>(
      "actual", [](const std::string& t) { return paidan::documents::actual_from_json(t, paidan::ZoneRules()); });
}

TEST_CASE("random documents of the wing of money read back as they were written") {
  round_trips<paidan::catalog::CatalogData>(
      "catalog", [](const std::string& t) { return paidan::documents::catalog_data_from_json(t); });
  round_trips<paidan::catalog::MappingData>(
      "mapping", [](const std::string& t) { return paidan::documents::mapping_data_from_json(t); });
  round_trips<paidan::pricing::PriceBookData>(
      "prices", [](const std::string& t) { return paidan::documents::price_book_data_from_json(t); });
  round_trips<paidan::pricing::EstimateRequest>(
      "estimate_request", [](const std::string& t) { return paidan::documents::estimate_request_from_json(t); });
  round_trips<paidan::pricing::Estimate>("estimate",
                                         [](const std::string& t) { return paidan::documents::estimate_from_json(t); });
  round_trips<paidan::pricing::QuoteFacts>(
      "quote_request", [](const std::string& t) { return paidan::documents::quote_facts_from_json(t); });
  round_trips<paidan::pricing::Quote>("quote",
                                      [](const std::string& t) { return paidan::documents::quote_from_json(t); });
  round_trips<paidan::pricing::Bill>("bill", [](const std::string& t) { return paidan::documents::bill_from_json(t); });
  round_trips<paidan::documents::ChargesDocument>(
      "charges", [](const std::string& t) { return paidan::documents::charges_from_json(t); });
  round_trips<paidan::pricing::Audit>("audit",
                                      [](const std::string& t) { return paidan::documents::audit_from_json(t); });
}

TEST_CASE("random documents of warranties read back as they were written") {
  round_trips<paidan::warranty::PolicySetData>(
      "policies", [](const std::string& t) { return paidan::documents::policy_set_data_from_json(t); });
  round_trips<paidan::warranty::Claim>("claim",
                                       [](const std::string& t) { return paidan::documents::claim_from_json(t); });
  round_trips<paidan::warranty::Verdict>("verdict",
                                         [](const std::string& t) { return paidan::documents::verdict_from_json(t); });
  round_trips<paidan::warranty::Counterfactual>(
      "counterfactual", [](const std::string& t) { return paidan::documents::counterfactual_from_json(t); });
  round_trips<paidan::warranty::CertificateRequest>(
      "certificate_request", [](const std::string& t) { return paidan::documents::certificate_request_from_json(t); });
  round_trips<paidan::warranty::Certificate>(
      "certificate", [](const std::string& t) { return paidan::documents::certificate_from_json(t); });
  round_trips<paidan::documents::CalendarDocument>(
      "calendar", [](const std::string& t) { return paidan::documents::calendar_document_from_json(t); });
}

TEST_CASE("mutated documents are read or refused, never more") {
  const std::string& good = io_test::small_problem();
  const int cases = paidan_test::cases(2'000);
  for (int i = 0; i < cases; ++i) {
    Filler random(static_cast<std::uint64_t>(i) + 99);
    std::string text = good;
    for (std::uint64_t n = 1 + random.next() % 4; n > 0; --n) {
      const std::size_t at = random.next() % text.size();
      switch (random.next() % 4) {
        case 0:
          text.erase(at, 1 + random.next() % 5);
          break;
        case 1:
          text[at] = static_cast<char>(random.next());
          break;
        case 2:
          text.insert(at, text.substr(random.next() % text.size(), random.next() % 40));
          break;
        default:
          text.resize(at + 1);
      }
    }
    CAPTURE(i);
    CAPTURE(text);
    for (const std::string& line :
         io_test::messages([&] { static_cast<void>(paidan::documents::problem_from_json(text)); })) {
      REQUIRE(!line.empty());
      for (const char* name : {"{field}", "{value}", "{hint", "{expected", "{line}", "{known}", "{id}"}) {
        REQUIRE(line.find(name) == std::string::npos);  // no parameter was forgotten
      }
    }
  }
}

TEST_CASE("every kind has a schema, and a wrong kind is named") {
  for (const std::string_view kind : paidan::documents::document_kinds()) {
    CAPTURE(kind);
    const std::string schema = paidan::documents::json_schema(kind);
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(schema, {});
    CHECK(paidan::syntax::find_member(tree, 0, "$schema") != 0);
    const std::uint32_t defs = paidan::syntax::find_member(tree, 0, "$defs");
    REQUIRE(defs != 0);
    for (std::size_t at = schema.find("#/$defs/"); at != std::string::npos; at = schema.find("#/$defs/", at + 1)) {
      const std::string name = schema.substr(at + 8, schema.find('"', at) - at - 8);
      CHECK(paidan::syntax::find_member(tree, defs, name) != 0);
    }
  }
  CHECK(io_test::messages([] { static_cast<void>(paidan::documents::json_schema("problm")); })[0].ends_with(
      ", did you mean 'problem'?"));
}
