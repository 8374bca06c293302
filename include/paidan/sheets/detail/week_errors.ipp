// Errors of a week's two tables brought together. Included by week_csv.ipp alone.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/syntax/csv.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

struct Noun {
  std::string_view en, zh;
};

/// Ids that a table gives twice. Asked only when something else is wrong: otherwise the problem itself says so.
template <class Row>
void repeated_ids(const syntax::Table& table, const std::vector<Row>& rows, const std::vector<std::int64_t>& numbers,
                  std::string Row::*id, const Noun& noun, Errors& errors) {
  std::map<std::string_view, std::int64_t> first;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& own = rows[i].*id;
    if (own.empty()) continue;
    const auto [known, fresh] = first.emplace(own, numbers[i]);
    if (fresh) continue;
    errors.add(paidan::errors::duplicate_id, table.name + "." + std::string(noun.en),
               {{"noun", std::string(noun.en)},
                {"noun_zh", std::string(noun.zh)},
                {"id", own},
                {"first", "row " + std::to_string(known->second)}},
               numbers[i]);
  }
}

/// Errors of form and of meaning in the order of the sheets. A cell that could not be read is not also called missing,
/// and days that unreadable cells may have named are not asked for.
inline Errors merged(const Errors& form, const Errors& meaning) {
  std::vector<Error> all = form.list();
  for (const Error& error : meaning.list()) {
    if (error.row == 0 && !form.empty()) continue;
    const bool said = std::any_of(form.list().begin(), form.list().end(), [&](const Error& earlier) {
      return earlier.row == error.row && earlier.path == error.path;
    });
    if (!said) all.push_back(error);
  }
  std::stable_sort(all.begin(), all.end(), [](const Error& a, const Error& b) {
    const bool a_later = a.path.starts_with("technicians");
    const bool b_later = b.path.starts_with("technicians");
    return a_later != b_later ? b_later : a.row < b.row;
  });
  Errors ordered;
  for (Error& error : all) ordered.add(std::move(error));
  return ordered;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
