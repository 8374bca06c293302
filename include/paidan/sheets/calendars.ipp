#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/core/names.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/files.hpp>
#include <paidan/syntax/reader.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

struct StatutoryRow {
  Date date;
  std::string name;
};

/// Reads one announcement; other members (`$schema`, `papers`) are its provenance.
inline void read_year(const syntax::Tree& tree, std::vector<CalendarDay>& days, std::vector<int>& years,
                      Errors& errors) {
  Errors own;
  syntax::Reader reader(tree, own);
  int year = 0;
  const std::uint32_t stated = syntax::find_member(tree, 0, "year");
  const std::uint32_t list = syntax::find_member(tree, 0, "days");
  if (stated == 0) own.add(paidan::errors::missing, "year", {{"field", "year"}});
  if (list == 0) own.add(paidan::errors::missing, "days", {{"field", "days"}});
  if (stated != 0) reader.read(stated, year);
  std::size_t position = 0;
  if (list != 0 && tree.nodes[list].kind != syntax::NodeKind::array) {
    own.add(
        paidan::errors::wrong_type, "days",
        {{"field", "days"}, {"expected", "a list"}, {"expected_zh", "列表"}, {"value", syntax::snippet(tree, list)}});
  } else if (list != 0) {
    for (std::uint32_t i = list + 1; i < tree.nodes[list].after; i = tree.nodes[i].after, ++position) {
      CalendarDay day;
      const std::string path = "days[" + std::to_string(position) + "]";
      const std::uint32_t date = syntax::find_member(tree, i, "date");
      const std::uint32_t off = syntax::find_member(tree, i, "isOffDay");
      const std::uint32_t name = syntax::find_member(tree, i, "name");
      const bool good = date != 0 && off != 0 && reader.read(date, day.date) && reader.read(off, day.off) &&
                        (name == 0 || reader.read(name, day.name));
      if (date == 0) own.add(paidan::errors::missing, path + ".date", {{"field", "date"}});
      if (off == 0) own.add(paidan::errors::missing, path + ".isOffDay", {{"field", "isOffDay"}});
      if (good) days.push_back(std::move(day));
    }
    if (position > 0) years.push_back(year);
  }
  for (Error error : own.list()) {
    error.path = std::to_string(year) + (error.path.empty() ? "" : "." + error.path);
    errors.add(std::move(error));
  }
}

}  // namespace sheets_detail

PAIDAN_FIELDS(sheets_detail::StatutoryRow, "StatutoryRow") {
  v("date", &T::date, Field{.zh = "日期", .doc = "A national holiday itself.", .required = true});
  v("name", &T::name, Field{.zh = "名称", .doc = "Its name."});
}

namespace sheets {

PAIDAN_INLINE Calendar load_calendar(std::span<const std::string> year_texts, std::string_view statutory,
                                     const syntax::Limits& limits) {
  Errors errors;
  std::vector<CalendarDay> days;
  std::vector<int> years;
  Hasher hasher;
  for (const std::string& text : year_texts) {
    hasher.add(std::string_view(text));
    const syntax::Tree tree = syntax::parse_json(text, limits);
    sheets_detail::read_year(tree, days, years, errors);
  }
  hasher.add(statutory);
  const syntax::Table table = syntax::read_csv(statutory, "statutory", limits);
  const std::vector<sheets_detail::StatutoryRow> holidays =
      read_rows<sheets_detail::StatutoryRow>(table, {}, nullptr, errors);
  errors.throw_if_any();
  std::map<Date, std::size_t> named;
  for (std::size_t i = 0; i < days.size(); ++i) named.emplace(days[i].date, i);
  std::set<int> with_holidays;
  for (const sheets_detail::StatutoryRow& holiday : holidays) {
    with_holidays.insert(holiday.date.parts().year);
    const auto found = named.find(holiday.date);
    if (found != named.end()) {
      days[found->second].statutory = true;
    } else {  // on a weekend that the announcement does not name
      days.push_back({.date = holiday.date, .off = true, .statutory = true, .name = holiday.name});
      named.emplace(holiday.date, days.size() - 1);
    }
  }
  for (const int year : years) {
    if (!with_holidays.contains(year))
      errors.add(syntax::errors::statutory_missing, "statutory", {{"year", std::to_string(year)}});
  }
  errors.throw_if_any();
  std::sort(days.begin(), days.end(), [](const CalendarDay& a, const CalendarDay& b) { return a.date < b.date; });
  std::sort(years.begin(), years.end());
  std::string version = "announced";
  if (!years.empty()) version += " " + std::to_string(years.front()) + "-" + std::to_string(years.back());
  version += " " + hex(hasher.value()).substr(0, 8);
  return Calendar(std::move(version), std::move(days), std::move(years));
}

PAIDAN_INLINE Calendar load_calendar_folder(const std::string& folder, const syntax::Limits& limits) {
  std::vector<std::string> years;
  for (const std::string& name : syntax::list_folder(folder)) {
    const bool year = name.size() == 9 && name.ends_with(".json") &&
                      std::all_of(name.begin(), name.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    if (year) years.push_back(syntax::read_file(folder + "/" + name, limits));
  }
  const std::string statutory = syntax::read_file(folder + "/statutory.csv", limits);
  return load_calendar(years, statutory, limits);
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
