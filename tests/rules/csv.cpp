#include "rules/oracle.hpp"
#include "support/soak.hpp"

#include <paidan/sheets/rules_csv.hpp>

#include <doctest/doctest.h>
namespace rules = paidan::rules;
using rules::Value;

namespace {

constexpr const char* shown =
    "call-out fee,U\n"
    "kind,in,in,out,note\n"
    "name,,distance,,\n"
    "expression,service,km,fee,source\n"
    "type,string,number,number,\n"
    "allowed,\"repair, clean\",>= 0,,\n"
    "default,,,0,\n"
    "r1,repair,[0..5],30,published list\n"
    "r2, repair , > 5,30 + km,\n"
    "r3,clean,-,20,\n";

std::string errors_of(std::string_view csv, paidan::Language language = paidan::Language::en) {
  try {
    static_cast<void>(paidan::sheets::decision_table_from_csv(csv, "fees.csv"));
  } catch (const paidan::InvalidInput& wrong) {
    return wrong.message(language);
  }
  return "";
}

Value decided(std::string_view csv, const Value& facts) {
  return paidan::sheets::decision_table_from_csv(csv).decide(facts).value;
}

}  // namespace

TEST_CASE("the example of the documentation decides") {
  const auto table = paidan::sheets::decision_table_from_csv(shown);
  CHECK(table.data().name == "call-out fee");
  CHECK(table.data().annotations == std::vector<std::string>{"source"});
  CHECK(table.data().rules[0].annotations == std::vector<std::string>{"published list"});
  CHECK(decided(shown, Value::context({{"service", "repair"}, {"km", 7}})).text() == "37");
  CHECK(decided(shown, Value::context({{"service", "clean"}, {"km", 7}})).text() == "20");
  CHECK(paidan::sheets::to_csv(table.data()) ==
        "call-out fee,U\n"
        "kind,in,in,out,note\n"
        "name,,distance\n"
        "expression,service,km,fee,source\n"
        "type,string,number,number\n"
        "allowed,\"\"\"repair\"\",\"\"clean\"\"\",>= 0\n"
        "default,,,0\n"
        "r1,\"\"\"repair\"\"\",[0..5],30,published list\n"
        "r2,\"\"\"repair\"\"\",> 5,30 + km\n"
        "r3,\"\"\"clean\"\"\",-,20\n");
}

TEST_CASE("Chinese words, full-width signs, a byte order mark and semicolons are understood") {
  const auto table = paidan::sheets::decision_table_from_csv(
      "\xef\xbb\xbf上门费;首个\r\n"
      "种类;输入;输入;输入;输出;备注\r\n"
      "表达式;服务;里程;加急;费用;来源\r\n"
      "类型;文本;数字;是否;数字\r\n"
      "取值;维修\xe3\x80\x81清洗;\xe2\x89\xa5\xef\xbc\x90\r\n"
      ";\xe2\x80\x9c维修\xe2\x80\x9d;\xef\xbc\xbb\xef\xbc\x90..\xef\xbc\x95\xef\xbc\xbd;是;30\r\n"
      ";not\xef\xbc\x88清洗\xef\xbc\x89;\xef\xbc\x9e\xef\xbc\x95;FALSE;50;公示\r\n"
      ";\xe2\x80\x94;\xe2\x80\x93;TRUE;80\r\n");
  const auto facts = [](const char* service, int km, bool urgent) {
    return Value::context({{"服务", service}, {"里程", km}, {"加急", urgent}});
  };
  CHECK(table.data().hit == rules::HitPolicy::first);
  CHECK(table.decide(facts("维修", 5, true)).value.text() == "30");
  CHECK(table.decide(facts("维修", 6, false)).value.text() == "50");
  CHECK(table.decide(facts("清洗", 6, true)).value.text() == "80");
  CHECK(table.data().rules[1].inputs[0] == "not(\"清洗\")");
  CHECK(table.data().inputs[0].allowed == "\"维修\",\"清洗\"");
}

TEST_CASE("dates and times may be written as spreadsheets write them") {
  const auto table = paidan::sheets::decision_table_from_csv(
      "season,F\nkind,in,in,out,out\nexpression,day,clock,fee,until\ntype,date,time,number,date\n"
      ",[2024-07-01..2024/8/31],>= 8:30,50,2024-12-31\n,2024年10月1日,-,80,null\n,-,-,20,day\n");
  CHECK(table.data().rules[0].inputs[0] == "[date(\"2024-07-01\")..date(\"2024-08-31\")]");
  CHECK(table.data().rules[0].inputs[1] == ">= time(\"08:30:00\")");
  const auto fee = [&](const char* day, const char* clock) {
    const auto decision =
        table.decide(Value::context({{"day", *paidan::Date::parse(day)}, {"clock", *paidan::LocalTime::parse(clock)}}));
    return decision.value.find("fee")->text() + " " + decision.value.find("until")->text();
  };
  CHECK(fee("2024-08-31", "8:30") == "50 2024-12-31");
  CHECK(fee("2024-08-31", "8:29") == "20 2024-08-31");
  CHECK(fee("2024-10-01", "8:00") == "80 null");
}

TEST_CASE("a bare word is a text only in string columns, and never where it names a fact") {
  const char* const csv =
      "t,C\nkind,in,in,in,out\nexpression,word,other,n,o\ntype,string,string,number,string\n"
      ",air conditioner,-,-,\"repair, urgent\"\n,other,-,-,other\n,\"not(a, \"\"b\"\")\",-,-,\"\"\"x\"\"\"\n";
  const auto data = paidan::sheets::table_data_from_csv(csv);
  CHECK(data.rules[0].inputs[0] == "\"air conditioner\"");
  CHECK(data.rules[0].outputs[0] == "\"repair, urgent\"");
  CHECK(data.rules[1].inputs[0] == "other");
  CHECK(data.rules[1].outputs[0] == "other");
  CHECK(data.rules[2].inputs[0] == "not(\"a\",\"b\")");
  CHECK(decided(csv, Value::context({{"word", "z"}, {"other", "z"}, {"n", 1}})).text() == "[\"z\", \"x\"]");
}

TEST_CASE("errors name the cell as the spreadsheet does, in both languages") {
  const char* const csv =
      "fees,U\nkind,in,in,out\nexpression,service,km,fee\ntype,string,number,number\n"
      "r1,repair,[0..5,30\nr1,clean,-,miles\n";
  CHECK(errors_of(csv) ==
        "fees.csv: A6, row 6: rule 'r1' is given twice (first: rule 1)\n"
        "fees.csv: C5 (km), row 5: line 1, column 6: expected ']', ')' or '[', got the end\n"
        "fees.csv: D6 (fee), row 6: line 1, column 1: unknown name 'miles'");
}

TEST_CASE("what is wrong with the form of a sheet is said with its place") {
  CHECK(errors_of("fees,Q\nkind,in,out\nexpression,a,b\n") ==
        "fees.csv: B1, row 1: unknown hit policy 'Q' (known: U A P F R O C C+ C< C> C#)");
  CHECK(errors_of("fees,U\nexpression,a,b\n") ==
        "fees.csv: a row that begins with 'kind' and says in, out or note for each column is missing");
  CHECK(errors_of("fees,U\nkind,in,aus\nexpression,a,b\n") ==
        "fees.csv: C2, row 2: 'aus' is no kind of column; expected in, out or note\n"
        "fees.csv: C3, row 3: a cell in column C, whose kind (in, out or note) is not given");
  CHECK(errors_of("fees,U\nkind,in,out\nexpression,a,b\ntype,numbr\n-,-,1,note\n") ==
        "fees.csv: B4, row 4: unknown type 'numbr' (known: number, string, boolean, date, time, date and time, days "
        "and time "
        "duration, years and months duration, context, Any), did you mean 'number'?\n"
        "fees.csv: D5, row 5: a cell in column D, whose kind (in, out or note) is not given");
  CHECK(errors_of("fees,U\nkind,in,out\nkind,in,out\nexpression,a,b\n") ==
        "fees.csv: A3, row 3: heading row 'kind' is given twice (first: row 2)");
  CHECK(errors_of("fees,U\nkind,in,out,note\nname,,x\nexpression,a,b,c\ndefault,1,2\n") ==
        "fees.csv: B5, row 5: 'default' says nothing about a column of kind in\n"
        "fees.csv: C3, row 3: the column is called 'b' and 'x'");
  CHECK(errors_of("fees,U\nkind,in,out\nexpression,a,b\n\"never closed") ==
        "fees.csv, row 4: the quoted cell that begins in this row never ends");
  CHECK(errors_of("") == "fees.csv: the file is empty");
  CHECK(errors_of("fees,Q\nkind,in,out\nexpression,a,b\n", paidan::Language::zh) ==
        "fees.csv: B1,第1行:未知的命中策略“Q”(可用:U A P F R O C C+ C< C> C#)");
}

TEST_CASE("a cell that FEEL reads as something nobody means is an error that says what was probably meant") {
  const auto told = [](const char* type, const char* cell, paidan::Language language = paidan::Language::en) {
    const std::string errors =
        errors_of("t,U\nkind,in,out\nexpression,a,b\ntype," + std::string(type) + "\n,\"" + cell + "\",1\n", language);
    const std::string_view end = language == paidan::Language::zh ? "是否应写作" : "did you mean ";
    const std::size_t at = errors.find(end);
    return at == std::string::npos ? errors : errors.substr(at + end.size());
  };
  CHECK(errors_of("t,U\nkind,in,out\nexpression,a,b\ntype,number\n,5-10,1\n") ==
        "fees.csv: B5, row 5: '5-10': FEEL reads a difference here, not a range; did you mean [5..10]?");
  CHECK(errors_of("t,U\nkind,in,out\nexpression,a,b\ntype,number\n,5-10,1\n", paidan::Language::zh) ==
        "fees.csv: B5,第5行:“5-10”:FEEL会把它读作相减,而不是范围;是否应写作[5..10]?");
  CHECK(told("number", "5 - 10") == "[5..10]?");
  CHECK(told("number",
             "5\xef\xbd\x9e"
             "10") == "[5..10]?");
  CHECK(told("number", "5至10, 20-30, 40") == "[5..10], [20..30], 40?");
  CHECK(told("", "5-10") == "[5..10]?");
  CHECK(told("time", "8:30-17:00") == "[8:30..17:00]?");
  CHECK(told("date", "2025-1-1 - 2025-2-1") == "[2025-01-01..2025-02-01]?");
  CHECK(told("date", "2025-01-01至2025-02-01") == "[2025-01-01..2025-02-01]?");
  CHECK(told("number", "1,000") == "1000?");
  CHECK(told("number", "1,000", paidan::Language::zh) == "1000?");
  CHECK(told("number", ">= 1,500") == ">= 1500?");
  CHECK(told("number", "[1,500..2,500,000]") == "[1500..2500000]?");
  CHECK(told("date", "2025-1-1") == "2025-01-01?");
  CHECK(told("date", "< 2025-1-1, 2025-12-1") == "< 2025-01-01, 2025-12-01?");
  CHECK(told("", "2025-01-01") == "date(\"2025-01-01\")?");
  CHECK(told("date and time", ">= 2025-1-1") == ">= date and time(\"2025-01-01T00:00:00\")?");
  CHECK(told("string", "空调(挂机)") == "\"空调(挂机)\"?");
  CHECK(told("string", "空调（挂机）") == "\"空调（挂机）\"?");
  CHECK(told("string", "挂机/柜机, 洗衣机") == "\"挂机/柜机\",\"洗衣机\"?");
  CHECK(told("string", "not(空调(挂机))") == "not(\"空调(挂机)\")?");
  CHECK(told("string", "3P(大)") == "\"3P(大)\"?");
}

TEST_CASE("cells that may be meant as FEEL are left alone") {
  for (const char* cell : {"1,2,3", "100,200", "100, 200", "1,500", "10-5", "-5", "[1..1000]", "1.000", "a - 5",
                           "> a-5", "2025", "1/2", "not(5)"}) {
    CAPTURE(cell);
    CHECK(errors_of("t,C\nkind,in,out\nexpression,a,b\ntype,number\n,\"" + std::string(cell) + "\",1\n").empty());
  }
  CHECK(errors_of("t,C\nkind,in,out\nexpression,a,b\ntype,date\n,2025年1月1日,1\n,2025/1/1,1\n").empty());
  CHECK(errors_of("t,C\nkind,in,out\nexpression,a,b\ntype,string,string\n,upper case(a),\"starts with(?, a)\"\n") ==
        "fees.csv: C5 (b), row 5: line 1, column 13: expected a value, got '?'");
}

TEST_CASE("a table that was read is written with the same meaning and, from then on, the same bytes") {
  for (const char* csv :
       {shown, "t,C+\nkind,note,out,in,note\nexpression,why,o,a,\n\nkind,\" two\nlines \",1,-,\"a \"\"b\"\"\"\n,,2,3\n",
        ",\nkind,out\n,1\n", "a;b,U\nkind,in,out\nname,the fact,\nexpression,,o\nallowed,-,\ntype,text,text\n,x,y\n"}) {
    CAPTURE(csv);
    const auto data = paidan::sheets::table_data_from_csv(csv);
    const std::string written = paidan::sheets::to_csv(data);
    CHECK(paidan::sheets::table_data_from_csv(written) == data);
    CHECK(paidan::sheets::to_csv(paidan::sheets::table_data_from_csv(written)) == written);
  }
}

TEST_CASE("random tables survive the way through CSV") {
  const int cases = paidan_test::cases(200);
  for (int seed = 0; seed < cases; ++seed) {
    CAPTURE(seed);
    oracle::Dice dice(static_cast<std::uint64_t>(seed) + 77);
    oracle::Table given;
    given.hit = static_cast<rules::HitPolicy>(dice.pick(11));
    given.inputs = static_cast<std::size_t>(dice.pick(4));
    given.orders.resize(static_cast<std::size_t>(1 + dice.pick(2)));
    for (long long r = dice.pick(6); r >= 0; --r) {
      oracle::Rule rule;
      for (std::size_t i = 0; i < given.inputs; ++i) rule.cells.push_back(dice.cell(dice.kind(), 50, true));
      for (std::size_t i = 0; i < given.orders.size(); ++i) rule.outputs.push_back(dice.thing(dice.kind(), 50));
      given.rules.push_back(rule);
    }
    auto data = oracle::data_of(given);
    data.annotations = {"note", ""};
    constexpr const char* notes[] = {"", " padded ", "a,b;c", "\"quoted\"", "two\nlines", "备注", "=1+1"};
    constexpr const char* ids[] = {"", "type", "r 1", "1", "kind"};
    for (std::size_t r = 0; r < data.rules.size(); ++r) {
      data.rules[r].id = ids[dice.pick(5)];
      if (!data.rules[r].id.empty() && r > 0) data.rules[r].id += std::to_string(r);
      data.rules[r].annotations = {notes[dice.pick(7)], notes[dice.pick(7)]};
      while (!data.rules[r].annotations.empty() && data.rules[r].annotations.back().empty())
        data.rules[r].annotations.pop_back();
    }
    const std::string written = paidan::sheets::to_csv(data);
    CAPTURE(written);
    CHECK(paidan::sheets::table_data_from_csv(written) == data);
  }
}

TEST_CASE("a sheet beyond the limits is refused") {
  const auto refused = [](std::string_view csv, const paidan::syntax::Limits& limits) {
    try {
      static_cast<void>(paidan::sheets::table_data_from_csv(csv, "t", limits));
    } catch (const paidan::InvalidInput& wrong) {
      return std::string(wrong.errors()[0].code());
    }
    return std::string();
  };
  CHECK(refused(shown, {.bytes = 10}) == "too_large");
  CHECK(refused(shown, {.rows = 3}) == "too_large");
  CHECK(refused(shown, {.columns = 2}) == "too_large");
  CHECK(refused(shown, {.cell_bytes = 5}) == "cell_too_large");
}
