// Results at the border: what is an index or a model time inside is an id or an instant in JSON, and back.
#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/schema_writer.hpp>
#include <paidan/syntax/writer.hpp>

#include "support/documents.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace paidan;
using io_test::messages;
using io_test::replaced;
using Lines = std::vector<std::string>;

namespace syntax_test {

/// A shift as two keys.
struct Visit {
  OrderIndex order;
  ShiftIndex shift;
  ModelTime start;
  std::optional<ModelTime> promised;
  BreakIndex rest;
  [[nodiscard]] std::int64_t twice() const { return 2 * std::int64_t{start.seconds}; }
  friend bool operator==(const Visit&, const Visit&) = default;
};

/// A technician of its own, so that the shift is one key.
struct Answer {
  TechnicianIndex technician;
  ShiftIndex shift;
  FamilySet families;
  std::optional<Share> share;
  ContentHash problem;
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// Shifts under other names, and in lists.
struct Move {
  ShiftIndex from;
  ShiftIndex to;
  std::vector<ShiftIndex> others;
  std::vector<OrderIndex> orders;
  friend bool operator==(const Move&, const Move&) = default;
};

}  // namespace syntax_test

using syntax_test::Answer;
using syntax_test::Move;
using syntax_test::Visit;

template <>
struct paidan::Fields<Visit> {
  using T = Visit;
  static constexpr std::string_view name = "Visit";
  template <class V>
  static constexpr void visit(V&& v) {
    v("order", &T::order, Field{.doc = "Order id.", .required = true});
    v("shift", &T::shift, Field{.doc = "Shift id.", .required = true});
    v("start", &T::start, Field{.doc = "Begins.", .required = true});
    v("promised", &T::promised, Field{.doc = "Promised."});
    v("rest", &T::rest, Field{.doc = "Which break."});
    v("twice", Computed{&T::twice}, Field{.doc = "Twice the seconds."});
  }
};
template <>
struct paidan::Fields<Answer> {
  using T = Answer;
  static constexpr std::string_view name = "Answer";
  template <class V>
  static constexpr void visit(V&& v) {
    v("technician", &T::technician, Field{.doc = "Technician id.", .required = true});
    v("shift", &T::shift, Field{.doc = "Shift id."});
    v("families", &T::families, Field{.doc = "Families."});
    v("share", &T::share, Field{.doc = "Share."});
    v("problem", &T::problem, Field{.doc = "Hash."});
  }
};
template <>
struct paidan::Fields<Move> {
  using T = Move;
  static constexpr std::string_view name = "Move";
  template <class V>
  static constexpr void visit(V&& v) {
    v("from", &T::from, Field{.doc = "From."});
    v("to", &T::to, Field{.doc = "To."});
    v("others", &T::others, Field{.doc = "Others."});
    v("orders", &T::orders, Field{.doc = "Orders."});
  }
};

namespace {

/// wang has shifts mon and tue, li one called mon, zhou none. Breaks 0 and 1 are wang's on mon, 2 on tue.
class Crew final : public Border {
 public:
  [[nodiscard]] std::string_view id(Noun noun, std::uint32_t index) const override {
    return index < known(noun).size() ? known(noun)[index] : std::string_view();
  }
  [[nodiscard]] std::uint32_t find(Noun noun, std::string_view id) const override {
    const auto ids = known(noun);
    for (std::uint32_t i = 0; i < ids.size(); ++i) {
      if (ids[i] == id) return i;
    }
    return UINT32_MAX;
  }
  [[nodiscard]] std::vector<std::string_view> known(Noun noun) const override {
    if (noun == Noun::order) return {"1001", "1002"};
    return {"wang", "li", "zhou"};
  }
  [[nodiscard]] std::string_view name_of(TechnicianIndex technician) const override {
    return id(Noun::technician, technician.value);
  }
  [[nodiscard]] TechnicianIndex technician_of(ShiftIndex shift) const override {
    return TechnicianIndex(shift.at() < 2 ? 0U : 1U);
  }
  [[nodiscard]] std::string_view shift_id(ShiftIndex shift) const override {
    return std::array<std::string_view, 3>{"mon", "tue", "mon"}.at(shift.at());
  }
  [[nodiscard]] std::vector<std::string_view> shifts_of(TechnicianIndex technician) const override {
    const std::array<std::vector<std::string_view>, 3> shifts{{{"mon", "tue"}, {"mon"}, {}}};
    return shifts.at(technician.at());
  }
  [[nodiscard]] ShiftIndex shift_at(TechnicianIndex technician, std::size_t n) const override {
    return ShiftIndex(technician.at() * 2 + n);
  }
  [[nodiscard]] std::optional<std::int32_t> break_position(BreakIndex index) const override {
    if (index.at() > 2) return std::nullopt;
    return std::array<std::int32_t, 3>{0, 1, 0}.at(index.at());
  }
  [[nodiscard]] Instant origin() const override { return {1'720'368'000}; }  // 2024-07-08, midnight in Shanghai
  [[nodiscard]] const ZoneRules& zone() const override { return zone_; }

 private:
  ZoneRules zone_{"Asia/Shanghai", "test", 8 * 3'600, {}};
};

const Crew crew;

template <class T>
std::string written(const T& value) {
  syntax::Writer writer(syntax::Layout::line, crew);
  writer.write(value);
  return writer.take();
}

template <class T>
T read(std::string_view text, const Border* border = &crew, const ZoneRules* zone = nullptr) {
  const syntax::Tree tree = syntax::parse_json(text, {});
  Errors errors;
  syntax::Reader reader(tree, errors);
  reader.set_zone(zone);
  reader.set_border(border);
  T value{};
  const bool good = reader.read(0, value);
  CHECK(good == errors.empty());
  errors.throw_if_any();
  return value;
}

/// What is wrong, in English.
template <class T>
Lines wrong(std::string_view text, const Border* border = &crew) {
  Lines lines;
  const Lines both = messages([&] { static_cast<void>(read<T>(text, border)); });
  for (std::size_t i = 0; i < both.size(); i += 2) lines.push_back(both[i]);
  return lines;
}

const Visit visit{.order = OrderIndex(1), .shift = ShiftIndex(1), .start = {9 * 3'600}, .promised = {}, .rest = {}};
const std::string visit_text =
    R"({"order":"1002","technician":"wang","shift":"tue","start":"2024-07-08T09:00:00+08:00","twice":64800})";

}  // namespace

TEST_CASE("an index is its id, a shift two keys, a model time an instant of the zone, what is absent left out") {
  CHECK(written(visit) == visit_text);
  CHECK(read<Visit>(visit_text) == visit);
  Visit more = visit;
  more.promised = ModelTime{-60};
  CHECK(written(more) == replaced(visit_text, R"(,"twice")", R"(,"promised":"2024-07-07T23:59:00+08:00","twice")"));
  CHECK(read<Visit>(written(more)) == more);
}

TEST_CASE("a type with a technician of its own has one key for the shift, or none") {
  Answer answer{.technician = TechnicianIndex(1), .shift = ShiftIndex(2), .families = {}, .share = {}, .problem = {}};
  CHECK(written(answer) == R"({"technician":"li","shift":"mon","families":[],"problem":"0000000000000000"})");
  CHECK(read<Answer>(written(answer)) == answer);
  answer.shift = {};
  CHECK(written(answer) == R"({"technician":"li","families":[],"problem":"0000000000000000"})");
  CHECK(read<Answer>(written(answer)) == answer);
  // Without a technician a shift's name says nothing.
  CHECK(wrong<Answer>(R"({"shift":"mon"})") == Lines{"technician: technician is required"});
}

TEST_CASE("a shift under another name is an object of both names") {
  const Move move{.from = ShiftIndex(2), .to = {}, .others = {ShiftIndex(0), ShiftIndex(1)}, .orders = {OrderIndex(1)}};
  CHECK(written(move) == R"({"from":{"technician":"li","shift":"mon"},"others":[{"technician":"wang","shift":"mon"},)"
                         R"({"technician":"wang","shift":"tue"}],"orders":["1002"]})");
  CHECK(read<Move>(written(move)) == move);
  CHECK(read<Move>(R"({"from":{"shift":"mon","technician":"li"}})").from == ShiftIndex(2));
  CHECK(wrong<Move>(R"({"from":"mon"})") == Lines{"from: from must be an object, got \"mon\""});
  CHECK(wrong<Move>(R"({"from":{"shift":"mon"}})") == Lines{"from.technician: technician is required"});
  CHECK(wrong<Move>(R"({"to":{"technician":"wang","shift":"tues"}})") ==
        Lines{"to.shift: unknown shift 'tues', did you mean 'tue'?"});
  CHECK(wrong<Move>(R"({"others":[{"technician":"li","shift":"mon"},{"technician":"lo","shift":"mon"}]})") ==
        Lines{"others[1].technician: unknown technician 'lo', did you mean 'li'?"});
  // Other keys, the same key again, and no key at all: as in every object.
  CHECK(read<Move>(R"({"from":{"technician":"li","shift":null}})").from == ShiftIndex(2));
  CHECK(wrong<Move>(R"({"from":{"technician":"wang","shift":null}})") ==
        Lines{"from.shift: wang has 2 shifts; name one of mon, tue"});
  CHECK(wrong<Move>(R"({"from":{"technician":null,"shift":"mon"}})") ==
        Lines{"from.technician: technician is required"});
  CHECK(wrong<Move>(R"({"from":{"technician":"li","shfit":"mon"}})") ==
        Lines{"from: unknown field 'shfit', did you mean 'shift'?"});
  CHECK(wrong<Move>(R"({"others":[{"technician":"li","shift":"mon","day":1}]})") ==
        Lines{"others[0]: unknown field 'day'"});
  CHECK(wrong<Move>(R"({"from":{"technician":"li","shift":"mon","technician":"wang"}})") ==
        Lines{"from: field 'technician' is given twice"});
  CHECK(wrong<Move>(R"({"from":{"technician":"li","shift":"mon","shift":"tue"}})", nullptr) ==
        Lines{"from: field 'shift' is given twice"});
  CHECK(wrong<Move>(R"({"orders":["1001","1003"]})") == Lines{"orders[1]: unknown order '1003', did you mean '1001'?"});
}

TEST_CASE("a shift may go without its id where its technician has no other") {
  const auto of = [](const char* technician) {
    return replaced(replaced(visit_text, R"("shift":"tue",)", ""), "wang", technician);
  };
  CHECK(read<Visit>(of("li")).shift == ShiftIndex(2));
  CHECK(wrong<Visit>(of("wang")) == Lines{"shift: wang has 2 shifts; name one of mon, tue"});
  CHECK(wrong<Visit>(of("zhou")) == Lines{"shift: zhou has no shift"});
  CHECK(read<Move>(R"({"from":{"technician":"li"}})").from == ShiftIndex(2));
  CHECK(wrong<Move>(R"({"from":{"technician":"wang"}})") ==
        Lines{"from.shift: wang has 2 shifts; name one of mon, tue"});
  // The id of a shift is its technician's own.
  CHECK(read<Visit>(replaced(replaced(visit_text, "tue", "mon"), "wang", "li")).shift == ShiftIndex(2));
  CHECK(wrong<Visit>(replaced(visit_text, "wang", "li"))[0] == "shift: unknown shift 'tue'");
}

TEST_CASE("an unknown id is named with the nearest known one, once, in both languages") {
  CHECK(wrong<Visit>(replaced(visit_text, "1002", "10022")) ==
        Lines{"order: unknown order '10022', did you mean '1002'?"});
  CHECK(wrong<Visit>(replaced(visit_text, "wang", "wamg")) ==
        Lines{"technician: unknown technician 'wamg', did you mean 'wang'?"});
  CHECK(wrong<Visit>(replaced(visit_text, "tue", "Tue")) == Lines{"shift: unknown shift 'Tue', did you mean 'tue'?"});
  CHECK(wrong<Answer>(R"({"technician":"zhuo","shift":"mon"})") ==
        Lines{"technician: unknown technician 'zhuo', did you mean 'zhou'?"});
  CHECK(messages([] { static_cast<void>(read<Visit>(replaced(visit_text, "wang", "wamg"))); })[1] ==
        "technician:未知的师傅“wamg”,是否为“wang”?");
  CHECK(messages([] { static_cast<void>(read<Visit>(replaced(visit_text, "1002", "x"))); })[1] ==
        "order:未知的工单“x”");
}

TEST_CASE("all that is wrong is told at once, with its path") {
  const std::string text = R"([{"order":"x","technician":"wang","shift":"wed","start":"soon"},{"order":5}])";
  CHECK(wrong<std::vector<Visit>>(text) ==
        Lines{"[0].order: unknown order 'x'",
              "[0].start: start must be a time like 2024-07-08 08:00 or 2024-07-08T08:00:00+08:00, got 'soon'",
              "[0].shift: unknown shift 'wed'", "[1].order: order must be text, got 5",
              "[1].technician: technician is required", "[1].start: start is required"});
}

TEST_CASE("names of another kind are refused as what they are") {
  CHECK(wrong<Visit>(replaced(visit_text, R"("1002")", "1002")) == Lines{"order: order must be text, got 1002"});
  CHECK(wrong<Visit>(replaced(visit_text, R"("wang")", "[]")) == Lines{"technician: technician must be text, got []"});
  CHECK(wrong<Visit>(replaced(visit_text, R"("tue")", "2")) == Lines{"shift: shift must be text, got 2"});
  // One does not hide the other.
  CHECK(wrong<Visit>(replaced(replaced(visit_text, R"("wang")", "7"), R"("tue")", "2")) ==
        Lines{"technician: technician must be text, got 7", "shift: shift must be text, got 2"});
  CHECK(wrong<Visit>(replaced(replaced(visit_text, "wang", "wamg"), R"("tue")", "2")) ==
        Lines{"technician: unknown technician 'wamg', did you mean 'wang'?", "shift: shift must be text, got 2"});
  CHECK(wrong<Move>(R"({"from":{"technician":7,"shift":2}})") ==
        Lines{"from.technician: technician must be text, got 7", "from.shift: shift must be text, got 2"});
  CHECK(wrong<Move>(R"({"from":{"technician":7,"shift":2}})", nullptr) ==
        Lines{"from.technician: technician must be text, got 7", "from.shift: shift must be text, got 2"});
  CHECK(wrong<Answer>(R"({"technician":5,"shift":6})") ==
        Lines{"technician: technician must be text, got 5", "shift: shift must be text, got 6"});
  CHECK(wrong<Answer>(R"({"technician":5,"shift":"mon"})") == Lines{"technician: technician must be text, got 5"});
  CHECK(wrong<Answer>(R"({"technician":"li","shift":5})") == Lines{"shift: shift must be text, got 5"});
  CHECK(wrong<Visit>(replaced(visit_text, R"("2024-07-08T09:00:00+08:00")", "32400"))[0].starts_with(
      "start: start must be a time like "));
  CHECK(wrong<Visit>(replaced(visit_text, R"("twice")", R"("thrice")")) ==
        Lines{"unknown field 'thrice', did you mean 'twice'?"});
  CHECK(wrong<Visit>(replaced(visit_text, R"("shift":"tue",)", R"("shift":"tue","technician":"li",)")) ==
        Lines{"field 'technician' is given twice"});
  CHECK(wrong<Visit>(replaced(visit_text, R"("shift":"tue",)", R"("shift":"tue","shift":"mon",)")) ==
        Lines{"field 'shift' is given twice"});
}

TEST_CASE("local times are those of the border's zone, and times end where the model does") {
  const auto at = [](const std::string& start) { return replaced(visit_text, "2024-07-08T09:00:00+08:00", start); };
  CHECK(read<Visit>(at("2024-07-08 09:00")) == visit);
  CHECK(read<Visit>(at("2024-07-08T01:00:00Z")) == visit);
  const Visit last{.order = visit.order, .shift = visit.shift, .start = {ModelTime::limit}, .promised = {}, .rest = {}};
  const Visit first{
      .order = visit.order, .shift = visit.shift, .start = {-ModelTime::limit}, .promised = {}, .rest = {}};
  CHECK(read<Visit>(written(last)) == last);
  CHECK(read<Visit>(written(first)) == first);
  const std::string end = crew.zone().text(crew.instant({ModelTime::limit}) + Duration{1});
  const std::string range = "start: start must be between 2016-01-05 02:35:44 and 2033-01-08 21:24:16, got ";
  CHECK(wrong<Visit>(at(end)) == Lines{range + "2033-01-08 21:24:17"});
  CHECK(wrong<Visit>(at("0001-01-01T00:00:00Z"))[0].starts_with(range));
  CHECK(wrong<Visit>(at("9999-12-31T23:59:59Z"))[0].starts_with(range));
}

TEST_CASE("a break is its position, which the shift alone can turn into an index") {
  Visit resting = visit;
  resting.rest = BreakIndex(1);
  CHECK(written(resting) == replaced(visit_text, R"(,"twice")", R"(,"rest":1,"twice")"));
  CHECK(read<Visit>(written(resting)).rest == BreakIndex(1));
  resting.rest = BreakIndex(2);  // the first of tue
  CHECK(written(resting) == replaced(visit_text, R"(,"twice")", R"(,"rest":0,"twice")"));
  const auto rest = [](const char* value) {
    return replaced(visit_text, R"(,"twice")", R"(,"rest":)" + std::string(value) + R"(,"twice")");
  };
  // One that no shift has is left out, as one that is absent: its position is not −1.
  resting.rest = BreakIndex(3);
  CHECK(written(resting) == visit_text);
  CHECK(written(BreakIndex(3)) == "null");
  CHECK(read<Visit>(rest("2147483647")).rest == BreakIndex(2'147'483'647));
  CHECK(wrong<Visit>(rest("2147483648")) == Lines{"rest: rest is too large: 2147483648"});
  CHECK(wrong<Visit>(rest("-1")) == Lines{"rest: rest must not be negative, got -1"});
  CHECK(wrong<Visit>(rest("\"noon\"")) == Lines{"rest: rest must be a whole number, got \"noon\""});
}

TEST_CASE("sets of families, shares and hashes have a form of their own") {
  const Answer answer{.technician = TechnicianIndex(0),
                      .shift = {},
                      .families = static_cast<FamilyBits>(bit(Family::window) | bit(Family::skill)),
                      .share = Share{3, 8},
                      .problem = {0xab}};
  const std::string text =
      R"({"technician":"wang","families":["skill","window"],"share":{"part":3,"whole":8},"problem":"00000000000000ab"})";
  CHECK(written(answer) == text);
  CHECK(read<Answer>(text) == answer);
  CHECK(read<Answer>(replaced(text, R"("skill","window")", R"("window","skill","window")")) == answer);
  CHECK(wrong<Answer>(replaced(text, R"("window")", R"("windw")"))[0].starts_with("families[1]: "));
  CHECK(wrong<Answer>(replaced(text, "00ab", "00aB"))[0] ==
        "problem: problem must be a content hash of 16 hexadecimal digits, got \"00000000000000aB\"");
  for (const char* hash : {"0ab", "", "000000000000000ab", "0x000000000000ab", "-0000000000000ab"}) {
    CAPTURE(hash);
    CHECK(wrong<Answer>(replaced(text, "00000000000000ab", hash)).size() == 1);
  }
  // A share is of something, and never negative.
  CHECK(read<Answer>(replaced(text, R"("part":3)", R"("part":0)")).share == Share{0, 8});
  CHECK(wrong<Answer>(replaced(text, R"("part":3)", R"("part":-3)")) ==
        Lines{"share.part: part must not be negative, got -3"});
  CHECK(wrong<Answer>(replaced(text, R"("whole":8)", R"("whole":0)")) ==
        Lines{"share.whole: whole must be between 1 and 9223372036854775807, got 0"});
  CHECK(wrong<Answer>(replaced(text, R"("part":3,"whole":8)", R"("part":"three","whole":[])")) ==
        Lines{"share.part: part must be a whole number, got \"three\"",
              "share.whole: whole must be a whole number, got []"});
  CHECK(wrong<Answer>(replaced(text, R"("part":3)", R"("part":3,"parts":3)")) ==
        Lines{"share: unknown field 'parts', did you mean 'part'?"});
  CHECK(wrong<Answer>(replaced(text, R"("part":3)", R"("part":3,"part":4)")) ==
        Lines{"share: field 'part' is given twice"});
  CHECK(wrong<Answer>(replaced(text, R"("part":3)", R"("part":null)")) == Lines{"share.part: part is required"});
  CHECK(wrong<Answer>(replaced(text, R"("part":3,)", "")) == Lines{"share.part: part is required"});
  CHECK(wrong<Answer>(replaced(text, R"(,"whole":8)", "")) == Lines{"share.whole: whole is required"});
}

TEST_CASE("an amount of money has two keys, and null is no amount") {
  using Amounts = std::vector<Money>;
  CHECK(read<Amounts>(R"([{"currency":"CNY","amount":30}])")[0].text() == "¥30.00");
  CHECK(wrong<Amounts>(R"([{"amount":null,"currency":"CNY"}])") == Lines{"[0].amount: amount is required"});
  CHECK(wrong<Amounts>(R"([{"amount":1,"amount":2,"curency":"CNY"}])") ==
        Lines{"[0]: field 'amount' is given twice", "[0]: unknown field 'curency', did you mean 'currency'?",
              "[0].currency: currency is required"});
}

TEST_CASE("what is worked out is written, and whatever stands there is not read") {
  CHECK(read<Visit>(replaced(visit_text, "64800", "1")) == visit);
  CHECK(read<Visit>(replaced(visit_text, "64800", R"({"much":[]})")) == visit);
  CHECK(read<Visit>(replaced(visit_text, R"(,"twice":64800)", "")) == visit);
}

TEST_CASE("null is the same as leaving out") {
  CHECK(read<Answer>(R"({"technician":"li","shift":null,"share":null})").shift == ShiftIndex());
  CHECK(wrong<Visit>(replaced(visit_text, R"("1002")", "null")) == Lines{"order: order is required"});
  CHECK(wrong<Visit>(replaced(visit_text, R"("wang")", "null")) == Lines{"technician: technician is required"});
}

TEST_CASE("without a border the form alone is read: no index is made up, and what has no form is refused") {
  const Visit read_alone = read<Visit>(replaced(visit_text, "1002", "no such order"), nullptr);
  CHECK_FALSE(read_alone.order.valid());
  CHECK_FALSE(read_alone.shift.valid());
  CHECK(read_alone.start == ModelTime{});
  CHECK_FALSE(read<Answer>(R"({"technician":"nobody","shift":"never"})", nullptr).technician.valid());
  CHECK_FALSE(read<Move>(R"({"from":{"technician":"nobody","shift":"never"}})", nullptr).from.valid());
  CHECK(wrong<Visit>(R"({"order":1,"technician":"wang","shift":3,"start":4,"rest":"x"})", nullptr).size() == 4);
  CHECK(wrong<Visit>(replaced(visit_text, R"("wang")", "2"), nullptr) ==
        Lines{"technician: technician must be text, got 2"});
  CHECK(wrong<Visit>("{}", nullptr) ==
        Lines{"order: order is required", "technician: technician is required", "start: start is required"});
  CHECK(wrong<Move>(R"({"from":{"technician":2}})", nullptr) ==
        Lines{"from.technician: technician must be text, got 2"});
  // Local times need a zone.
  const std::string local = replaced(visit_text, "2024-07-08T09:00:00+08:00", "2024-07-08 09:00");
  CHECK(wrong<Visit>(local, nullptr).size() == 1);
  const ZoneRules zone("Asia/Shanghai", "test", 8 * 3'600, {});
  CHECK_NOTHROW(static_cast<void>(read<Visit>(local, nullptr, &zone)));
}

TEST_CASE("a whole document has a header, and is read with the same border") {
  const std::string text = syntax::document("visit", visit, syntax::Writer(syntax::Layout::line, crew));
  CHECK(text == R"({"schema_version":2,"engine_version":")" + std::string(engine_version) + R"(","kind":"visit",)" +
                    visit_text.substr(1));
  CHECK(syntax::read_document<Visit>(text, "visit", {}, &crew) == visit);
  CHECK(messages([&] { static_cast<void>(syntax::read_document<Visit>(text, "move", {}, &crew)); })[0] ==
        "kind: this is a document of kind 'visit', not 'move'");
}

TEST_CASE("the schema says of ids and instants what the writer writes") {
  const std::string schema = syntax::schema_of<Visit>("visit");
  const syntax::Tree tree = syntax::parse_json(schema, {});
  const std::uint32_t properties = syntax::find_member(tree, 0, "properties");
  REQUIRE(properties != 0);
  for (const char* key : {"order", "technician", "shift", "start", "promised", "rest", "twice"}) {
    CAPTURE(key);
    CHECK(syntax::find_member(tree, properties, key) != 0);
  }
  const auto type = [&](const char* key) {
    const std::uint32_t at = syntax::find_member(tree, syntax::find_member(tree, properties, key), "type");
    return at == 0 ? std::string() : std::string(tree.text_of(at));
  };
  for (const char* key : {"order", "technician", "shift", "start", "promised"}) CHECK(type(key) == "string");
  CHECK(type("rest") == "integer");
  CHECK(type("twice") == "integer");
  // Bounds are those of the reader, above.
  const auto bounds = [](const syntax::Tree& in, std::uint32_t of, const char* key) {
    const std::uint32_t at = syntax::find_member(in, of, key);
    return std::pair(in.nodes[syntax::find_member(in, at, "minimum")].value,
                     in.nodes[syntax::find_member(in, at, "maximum")].value);
  };
  CHECK(bounds(tree, properties, "rest") == std::pair<std::int64_t, std::int64_t>(0, INT32_MAX));
  const syntax::Tree answer = syntax::parse_json(syntax::schema_of<Answer>("answer"), {});
  const std::uint32_t share = syntax::find_member(answer, syntax::find_member(answer, 0, "$defs"), "Share");
  const std::uint32_t halves = syntax::find_member(answer, share, "properties");
  REQUIRE(halves != 0);
  CHECK(bounds(answer, halves, "part") == std::pair<std::int64_t, std::int64_t>(0, INT64_MAX));
  CHECK(bounds(answer, halves, "whole") == std::pair<std::int64_t, std::int64_t>(1, INT64_MAX));
  const std::string moves = syntax::schema_of<Move>("move");
  CHECK(moves.find("#/$defs/ShiftName") != std::string::npos);
  CHECK(syntax::schema_of<Answer>("answer").find("#/$defs/Share") != std::string::npos);
  CHECK(syntax::schema_of<Answer>("answer").find("^[0-9a-f]{16}$") != std::string::npos);
}
