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

/// New Year's rest may begin in the December before (2022-12-31 stands in the announcement for 2023); no other day of
/// another year belongs to an announcement.
inline bool announced_for(int year, Date date) {
  const Date::Parts parts = date.parts();
  return parts.year == year || (parts.year == year - 1 && parts.month == 12);
}

/// One error a file: the first day that is not its year's, and how many there are.
inline void check_year(int year, std::span<const CalendarDay> days, Errors& own) {
  const CalendarDay* first = nullptr;
  std::size_t count = 0;
  for (const CalendarDay& day : days) {
    if (announced_for(year, day.date)) continue;
    if (count++ == 0) first = &day;
  }
  if (first == nullptr) return;
  own.add(syntax::errors::day_of_other_year, "days",
          {{"date", first->date.text()}, {"year", std::to_string(year)}, {"count", std::to_string(count)}});
}

/// Reads one announcement; other members (`$schema`, `papers`) are its provenance.
inline void read_year(const syntax::Tree& tree, std::vector<CalendarDay>& days, std::vector<int>& years,
                      Errors& errors) {
  Errors own;
  syntax::Reader reader(tree, own);
  int year = 0;
  const std::uint32_t stated = syntax::find_member(tree, 0, "year");
  const std::uint32_t list = syntax::find_member(tree, 0, "days");
  const std::size_t known = days.size();
  if (stated == 0) own.add(paidan::errors::missing, "year", {{"field", "year"}});
  if (list == 0) own.add(paidan::errors::missing, "days", {{"field", "days"}});
  const bool dated = stated != 0 && reader.read(stated, year);
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
    if (dated) check_year(year, std::span(days).subspan(known), own);
    if (position > 0) years.push_back(year);
  }
  for (Error error : own.list()) {
    error.path = std::to_string(year) + (error.path.empty() ? "" : "." + error.path);
    errors.add(std::move(error));
  }
}

/// A file that is named after one year and states another is a copy that nobody finished.
inline void check_name(const std::string& folder, const std::string& name, const std::string& text,
                       const syntax::Limits& limits) {
  const syntax::Tree tree = syntax::parse_json(text, limits);
  const std::uint32_t stated = syntax::find_member(tree, 0, "year");
  Errors other;  // what is wrong with the number itself is said when the file is read
  int year = 0;
  if (stated == 0 || !syntax::Reader(tree, other).read(stated, year) || std::to_string(year) == name.substr(0, 4)) {
    return;
  }
  throw InvalidInput(Error{
      &syntax::errors::file_of_other_year, "year", 0, {{"file", folder + "/" + name}, {"year", std::to_string(year)}}});
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
    if (!year) continue;
    years.push_back(syntax::read_file(folder + "/" + name, limits));
    sheets_detail::check_name(folder, name, years.back(), limits);
  }
  const std::string statutory = syntax::read_file(folder + "/statutory.csv", limits);
  return load_calendar(years, statutory, limits);
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
