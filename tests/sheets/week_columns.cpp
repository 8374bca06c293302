// Whatever happens to the columns of a good table: the same problem, or a sentence that names the column.
#include "support/documents.hpp"

#include <paidan/core/random.hpp>
#include <paidan/sheets/columns.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/zones.hpp>

#include <doctest/doctest.h>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace paidan;

namespace {

/// One table, column by column.
struct Sheet {
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> columns;
  std::vector<int> fields;           ///< which known column each one is, -1: none
  std::vector<std::string> touched;  ///< known names, both languages, of columns renamed or dropped
  std::vector<std::string> fresh;    ///< what they are called now

  [[nodiscard]] std::string text(char separator, const std::string& end) const {
    std::string all;
    const auto cell = [&](const std::string& one, bool first) {
      if (!first) all += separator;
      const bool quote = one.find_first_of(",;\t\"\n") != std::string::npos;
      all += quote ? "\"" + one + "\"" : one;
    };
    for (std::size_t k = 0; k < headings.size(); ++k) cell(headings[k], k == 0);
    all += end;
    for (std::size_t row = 0; !columns.empty() && row < columns[0].size(); ++row) {
      for (std::size_t k = 0; k < columns.size(); ++k) cell(columns[k][row], k == 0);
      all += end;
    }
    return all;
  }
};

Sheet sheet(sheets::TableKind kind) {
  Sheet made;
  int at = -1;
  for (const sheets::ColumnText& column : sheets::columns_of(kind)) {
    ++at;
    if (kind == sheets::TableKind::orders && (column.name.starts_with("window_") || column.name == "technician"))
      continue;
    made.headings.push_back(column.zh);
    std::vector<std::string> cells(2, column.example);
    if (column.name == "order" || column.name == "technician") cells[1] += "x";
    if (column.name == "place") cells[1] += "号";
    made.columns.push_back(std::move(cells));
    made.fields.push_back(at);
  }
  return made;
}

std::string converted(const std::string& text, const char* encoding) {
  iconv_t const converter = iconv_open(encoding, "UTF-8");
  std::string from = text;
  std::string to(4 * text.size() + 16, '\0');
  char* in = from.data();
  char* out = to.data();
  std::size_t left = from.size();
  std::size_t room = to.size();
  REQUIRE(iconv(converter, &in, &left, &out, &room) != static_cast<std::size_t>(-1));
  iconv_close(converter);
  to.resize(to.size() - room);
  return to;
}

/// One change of one column; what it is about is noted where the column is not what it was.
void change(Sheet& one, sheets::TableKind kind, SplitMix64& random) {
  const std::size_t k = random.below(static_cast<std::uint32_t>(one.headings.size()));
  const auto known = sheets::columns_of(kind);
  const int field = one.fields[k];
  const sheets::ColumnText* const is = field < 0 ? nullptr : &known[static_cast<std::size_t>(field)];
  const auto touch = [&](const std::string& fresh) {
    if (is != nullptr) one.touched.insert(one.touched.end(), {is->name, is->zh});
    one.fresh.push_back(fresh);
  };
  static const std::array<std::string, 14> words{"约定",   "列1",  "备注2",     "客户电话",    "Lng",
                                                 "x",      "名",   "时间",      "Skill level", "技",
                                                 "2024年", "小区", "priority?", "上门"};
  switch (random.below(9)) {
    case 0:  // renamed
      one.headings[k] = words[random.below(words.size())] + std::to_string(random.below(100));
      touch(one.headings[k]);
      break;
    case 1: {  // one letter more
      one.headings[k] += words[random.below(words.size())].substr(0, 3);
      touch(one.headings[k]);
      break;
    }
    case 2:  // dropped
      touch(one.headings[k]);
      one.headings.erase(one.headings.begin() + static_cast<std::ptrdiff_t>(k));
      one.columns.erase(one.columns.begin() + static_cast<std::ptrdiff_t>(k));
      one.fields.erase(one.fields.begin() + static_cast<std::ptrdiff_t>(k));
      break;
    case 3:  // its English name
      if (is != nullptr && one.headings[k] == is->zh) one.headings[k] = is->name;
      break;
    case 4:  // decorated
      one.headings[k] = "*" + one.headings[k] + "(必填)";
      break;
    case 5:  // marks nobody sees
      one.headings[k] = "\xef\xbb\xbf " + one.headings[k] + "\xc2\xa0\xe2\x80\x8b";
      break;
    case 6: {  // another place
      const std::size_t to = random.below(static_cast<std::uint32_t>(one.headings.size()));
      std::swap(one.headings[k], one.headings[to]);
      std::swap(one.columns[k], one.columns[to]);
      std::swap(one.fields[k], one.fields[to]);
      break;
    }
    case 7:  // an empty column
      one.headings.insert(one.headings.begin() + static_cast<std::ptrdiff_t>(k), "");
      one.columns.insert(one.columns.begin() + static_cast<std::ptrdiff_t>(k), std::vector<std::string>(2));
      one.fields.insert(one.fields.begin() + static_cast<std::ptrdiff_t>(k), -1);
      break;
    default:  // emptied
      touch(one.headings[k]);
      for (std::string& cell : one.columns[k]) cell.clear();
      break;
  }
}

std::string encoded(const Sheet& one, SplitMix64& random) {
  static constexpr std::array<char, 3> separators{',', ';', '\t'};
  const std::string text = one.text(separators[random.below(3)], random.below(2) == 0 ? "\n" : "\r\n");
  switch (random.below(4)) {
    case 0:
      return "\xef\xbb\xbf" + text;
    case 1:
      // What GB18030 has no sign for is no sign of a sheet in it.
      return text.find("\xef\xbb\xbf") == text.npos && text.find("\xe2\x80\x8b") == text.npos
                 ? converted(text, "GB18030")
                 : text;
    case 2:
      return "\xff\xfe" + converted(text, "UTF-16LE");
    default:
      return text;
  }
}

}  // namespace

TEST_CASE(
    "columns renamed, dropped, padded, moved and encoded anew: the same problem, or a sentence that names the column") {
  const std::uint64_t seed = 20'251'129;
  CAPTURE(seed);
  SplitMix64 random(seed);
  sheets::WeekOptions options;
  options.zone = syntax::load_zone("Asia/Shanghai");
  const Sheet orders = sheet(sheets::TableKind::orders);
  const Sheet technicians = sheet(sheets::TableKind::technicians);
  const ProblemData good = sheets::week_from_csv(orders.text(',', "\n"), technicians.text(',', "\n"), options).data;
  REQUIRE(good.orders.size() == 2);
  int same = 0;
  int told = 0;
  for (int i = 0; i < 12'000; ++i) {
    CAPTURE(i);
    Sheet changed = orders;
    Sheet roster = technicians;
    const bool of_orders = random.below(2) == 0;
    for (std::uint32_t n = 1 + random.below(3); n > 0; --n) {
      of_orders ? change(changed, sheets::TableKind::orders, random)
                : change(roster, sheets::TableKind::technicians, random);
    }
    std::vector<Error> said;
    bool equal = false;
    bool refused = false;
    try {
      const sheets::WeekTables week = sheets::week_from_csv(encoded(changed, random), encoded(roster, random), options);
      equal = week.data == good;
      said = week.notices;
    } catch (const InvalidInput& wrong) {
      said = wrong.errors();
      refused = true;
    }
    if (equal) {
      ++same;
      continue;
    }
    ++told;
    const Sheet& one = of_orders ? changed : roster;
    std::string all;
    for (const Error& error : said) all += error.message(Language::en) + "\n" + error.message(Language::zh) + "\n";
    const std::string table = one.text(',', "\n");
    CAPTURE(table);
    CAPTURE(all);
    REQUIRE_FALSE(one.touched.empty());
    const auto names = [&](const std::string& word) { return all.find(word) != all.npos; };
    if (refused) {
      REQUIRE((std::any_of(one.touched.begin(), one.touched.end(), names) ||
               std::any_of(one.fresh.begin(), one.fresh.end(), names)));
    } else {  // a plan would follow: every column is named
      for (const std::string& word : one.touched) REQUIRE(names(word));
    }
  }
  CHECK(same > 2'000);
  CHECK(told > 2'000);
}
