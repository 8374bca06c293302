// Policies and the calendar of the tests: the shipped ones, read without the library's readers.
#pragma once

#include <paidan/warranty/certificate.hpp>

#include <cctype>
#include <set>

#include "support/table.hpp"

namespace paidan_test {

using namespace paidan;
using namespace paidan::warranty;

inline Date day(const std::string& text) {
  const auto date = Date::parse(text);
  if (!date) throw std::runtime_error("not a date: " + text);
  return *date;
}

/// The announced days: a few lines of text search in JSON files whose layout is known.
inline std::map<std::string, std::pair<bool, std::string>> announced_days() {
  std::map<std::string, std::pair<bool, std::string>> days;
  for (int year = 2007; year <= 2026; ++year) {
    std::ifstream file(shipped("holidays-cn/" + std::to_string(year) + ".json"));
    if (!file) throw std::runtime_error("cannot read the calendar of " + std::to_string(year));
    std::string line, name, date;
    while (std::getline(file, line)) {
      const auto value = [&line] {
        const std::size_t end = line.rfind('"');
        const std::size_t start = line.rfind('"', end - 1);
        return line.substr(start + 1, end - start - 1);
      };
      if (line.find("\"name\"") != std::string::npos) name = value();
      if (line.find("\"date\"") != std::string::npos) date = value();
      if (line.find("\"isOffDay\"") != std::string::npos) days[date] = {line.find("true") != std::string::npos, name};
    }
  }
  return days;
}

inline std::set<std::string> statutory_days() {
  std::set<std::string> days;
  for (const TableRow& r : read_table(shipped("holidays-cn/statutory.csv"))) days.insert(r["date"]);
  return days;
}

inline const Calendar& china() {
  static const Calendar calendar = [] {
    std::map<std::string, std::pair<bool, std::string>> named = announced_days();
    const std::set<std::string> statutory = statutory_days();
    for (const std::string& date : statutory) named.emplace(date, std::pair(true, std::string()));  // fell on a weekend
    std::vector<CalendarDay> days;
    for (const auto& [date, what] : named)
      days.push_back({day(date), what.first, statutory.contains(date), what.second});
    std::vector<int> years;
    for (int year = 2007; year <= 2026; ++year) years.push_back(year);
    return Calendar("holidays-cn 2007–2026", days, years);
  }();
  return calendar;
}

inline PolicySetData shipped_policies_data() {
  PolicySetData data{.id = "illustrative", .version = "test"};
  for (const TableRow& r : read_table(shipped("policies.csv"))) {
    PolicyData policy{.id = r["id"], .version = r["version"], .category = r["category"]};
    policy.rank = r["rank"] == "national" ? Rank::national : Rank::promise;
    policy.term = std::stoi(r["term"]);
    if (r["term_unit"] != "days" || r["reading"] != "contested") throw std::runtime_error("extend the test's reader");
    policy.wording_zh = r["wording_zh"];
    policy.wording_en = r["wording_en"];
    policy.source = r["source"];
    policy.row = r.row;
    data.policies.push_back(policy);
  }
  return data;
}

inline const PolicySet& shipped_policies() {
  static const PolicySet policies(shipped_policies_data());
  return policies;
}

/// A set with one policy for every category.
inline PolicySet only(Reading reading, std::int32_t term = 90, TermUnit unit = TermUnit::days, bool covers = true) {
  return PolicySet({.id = "one",
                    .policies = {{.id = "p",
                                  .category = "*",
                                  .term = term,
                                  .term_unit = unit,
                                  .reading = reading,
                                  .contested_covers = covers,
                                  .source = "test"}}});
}

template <class F>
std::pair<std::string, std::string> messages(F&& f) {
  try {
    f();
  } catch (const InvalidInput& error) {
    return {error.message(Language::en), error.message(Language::zh)};
  }
  return {"nothing thrown", "nothing thrown"};
}

}  // namespace paidan_test
