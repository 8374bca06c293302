// Documents read back as they were written, byte for byte, whatever is in them.
#include "../support/soak.hpp"
#include "support/documents.hpp"
#include "support/random_problem.hpp"

#include <paidan/catalog/fields.hpp>
#include <paidan/core/random.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/syntax/tree.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <type_traits>

namespace {

/// Fills any described value with random members.
class Filler {
 public:
  explicit Filler(std::uint64_t seed, const paidan::Problem* problem = nullptr) : state_(seed), problem_(problem) {}

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
  void fill(paidan::Milliseconds& out) { out.count = between(INT64_MIN, INT64_MAX); }
  void fill(paidan::Share& out) {
    out.whole = between(1, INT64_MAX);
    out.part = between(0, out.whole);
  }
  void fill(paidan::ContentHash& out) { out.value = next(); }
  void fill(paidan::FamilySet& out) { out.bits = static_cast<paidan::FamilyBits>(next()) & paidan::every_family; }
  // What follows speaks of a problem.
  void fill(paidan::ModelTime& out) {
    out.seconds = static_cast<std::int32_t>(between(-paidan::ModelTime::limit, paidan::ModelTime::limit));
  }
  void fill(paidan::OrderIndex& out) { out = paidan::OrderIndex(next() % problem_->order_count()); }
  void fill(paidan::TechnicianIndex& out) { out = paidan::TechnicianIndex(next() % problem_->technician_count()); }
  void fill(paidan::ShiftIndex& out) { out = paidan::ShiftIndex(next() % problem_->shift_count()); }
  void fill(paidan::BreakIndex& out) { out = {}; }
  void fill(paidan::DepotIndex& out) {
    out = {};
    if (const std::size_t depots = problem_->data().depots.size(); depots > 0)
      out = paidan::DepotIndex(next() % depots);
  }
  void fill(paidan::Plan& out) {
    members(out);
    out.problem = {problem_->hash()};
    std::sort(out.routes.begin(), out.routes.end(), [](const auto& a, const auto& b) { return a.shift < b.shift; });
    const auto same = [](const auto& a, const auto& b) { return a.shift == b.shift; };
    out.routes.erase(std::unique(out.routes.begin(), out.routes.end(), same), out.routes.end());
    std::sort(out.unassigned.begin(), out.unassigned.end());
    for (paidan::Route& route : out.routes) {
      const auto breaks = problem_->dense().shifts.breaks[route.shift.at()];
      for (paidan::Stop& stop : route.stops) {
        const bool rest = stop.kind == paidan::StopKind::rest;
        const bool call = stop.kind == paidan::StopKind::depot;
        if ((rest && breaks.empty()) || (call && problem_->data().depots.empty())) stop.kind = paidan::StopKind::visit;
        stop.order = {};
        stop.break_row = {};
        stop.depot = {};
        if (stop.kind == paidan::StopKind::visit) {
          fill(stop.order);
        } else if (rest) {
          stop.break_row = breaks[next() % breaks.size()];
        } else {
          fill(stop.depot);
        }
      }
    }
  }
  template <paidan::Described T>
  void fill(T& out) {
    members(out);
    if constexpr (requires {
                    problem_->technician_count() > out.technician.at();
                    out.shift.valid();
                  }) {
      // Both name the technician.
      if (out.shift.valid()) out.technician = problem_->dense().shifts.technician[out.shift.at()];
    }
    if constexpr (std::is_same_v<decltype(problem_of(out)), paidan::ContentHash>) out.problem = {problem_->hash()};
  }

 private:
  template <class T>
  static auto problem_of(const T& value) {
    if constexpr (requires { value.problem; }) {
      return value.problem;
    } else {
      return 0;
    }
  }
  template <class T>
  void members(T& out) {
    paidan::visit_members<T>([&]<class M>(std::string_view, M member, const paidan::Field& field) {
      // An index that is not required may be none.
      if constexpr (requires {
                      (out.*member).valid();
                      (out.*member).value;
                    }) {
        if (!field.required && next() % 3 == 0) {
          out.*member = {};
          return;
        }
      }
      fill(out.*member);
    });
  }

  std::uint64_t state_;
  const paidan::Problem* problem_ = nullptr;
};

template <class T, class Write, class Read>
void round_trip(int i, const paidan::Problem* problem, Write write, Read read) {
  const std::string kind(paidan::documents::Kind<T>::name);
  CAPTURE(kind);
  CAPTURE(i);
  T value{};
  Filler(static_cast<std::uint64_t>(i) * 7919 + 17, problem).fill(value);
  const auto layout = i % 2 == 0 ? paidan::syntax::Layout::indented : paidan::syntax::Layout::line;
  const std::string text = write(value, layout);
  INFO(text);
  T back{};
  try {
    back = read(text);
  } catch (const paidan::InvalidInput& wrong) {
    FAIL(wrong.what());
  }
  REQUIRE(back == value);
  REQUIRE(write(back, layout) == text);
  if (layout == paidan::syntax::Layout::line) REQUIRE(text.find('\n') == std::string::npos);
}

/// A document that stands alone. Its meaning is not judged: random values have none.
template <class T>
void round_trips() {
  for (int i = 0; i < paidan_test::cases(60); ++i) {
    round_trip<T>(
        i, nullptr, [](const T& value, auto layout) { return paidan::documents::to_json(value, layout); },
        [](const std::string& text) { return paidan::documents::from_json<T>(text); });
  }
}

/// A document that speaks of a problem.
template <class T>
void round_trips_at_border() {
  for (int i = 0; i < paidan_test::cases(60); ++i) {
    const paidan::Problem problem = paidan_test::random_problem(static_cast<std::uint64_t>(i % 12),
                                                                {.orders = 8, .technicians = 3, .days = 1 + i % 3});
    round_trip<T>(
        i, &problem, [&](const T& value, auto layout) { return paidan::documents::to_json(problem, value, layout); },
        [&](const std::string& text) {
          // Its form alone can be read without the problem.
          paidan::documents::validate_document(paidan::documents::Kind<T>::name, text);
          return paidan::documents::from_json<T>(problem, text);
        });
  }
}

}  // namespace

TEST_CASE("random problems read back as they were written") { round_trips<paidan::ProblemData>(); }

TEST_CASE("random results of a problem read back as they were written") {
  round_trips_at_border<paidan::Plan>();
  round_trips_at_border<paidan::Match>();
  round_trips_at_border<paidan::PairAnswer>();
  round_trips_at_border<paidan::constraints::Refusal>();
  round_trips_at_border<paidan::check::Report>();
  round_trips_at_border<paidan::check::JudgedOrders>();
  round_trips_at_border<paidan::WhyNot>();
  round_trips_at_border<paidan::Unassigned>();
}

TEST_CASE("random documents beside a problem read back as they were written") {
  round_trips<paidan::check::ActualData>();
  round_trips<paidan::PlaceValue>();
}

TEST_CASE("random documents of the wing of money read back as they were written") {
  round_trips<paidan::catalog::CatalogData>();
  round_trips<paidan::catalog::MappingData>();
  round_trips<paidan::pricing::PriceBookData>();
  round_trips<paidan::pricing::EstimateRequest>();
  round_trips<paidan::pricing::Estimate>();
  round_trips<paidan::pricing::QuoteFacts>();
  round_trips<paidan::pricing::Quote>();
  round_trips<paidan::pricing::Bill>();
  round_trips<paidan::pricing::Charges>();
  round_trips<paidan::pricing::Audit>();
}

TEST_CASE("random documents of warranties read back as they were written") {
  round_trips<paidan::warranty::PolicySetData>();
  round_trips<paidan::warranty::Claim>();
  round_trips<paidan::warranty::Verdict>();
  round_trips<paidan::warranty::Counterfactual>();
  round_trips<paidan::warranty::CertificateRequest>();
  round_trips<paidan::warranty::Certificate>();
  round_trips<paidan::CalendarData>();
}

TEST_CASE("every kind of document is round-tripped here") {
  const std::set<std::string_view> here{
      "problem",       "plan",     "match",        "pair_answer",      "refusal",
      "report",        "why_not",  "unassigned",   "actual",           "place_value",
      "catalog",       "mapping",  "prices",       "estimate_request", "estimate",
      "quote_request", "quote",    "bill",         "charges",          "audit",
      "policies",      "claim",    "verdict",      "counterfactual",   "certificate_request",
      "certificate",   "calendar", "judged_orders"};
  const auto kinds = paidan::documents::document_kinds();
  CHECK(std::set<std::string_view>(kinds.begin(), kinds.end()) == here);
  CHECK(kinds.size() == here.size());
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
