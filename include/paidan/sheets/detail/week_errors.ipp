// Errors of a week's two tables brought together. Part of week_csv.ipp.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/sheets/notices.hpp>
#include <paidan/sheets/rows.hpp>
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

/// Ids that a table gives twice, by the row of the first: a problem would count orders instead.
template <class Row>
void repeated_ids(const syntax::Table& table, const std::vector<Row>& rows, const sheets::RowsRead& read,
                  std::string Row::*id, const NounWord& noun, Errors& errors) {
  std::map<std::string_view, std::int64_t> first;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& own = rows[i].*id;
    if (own.empty()) continue;
    const auto [known, fresh] = first.emplace(own, read.numbers[i]);
    if (fresh) continue;
    errors.add(sheets::errors::repeated_row,
               sheets::column_path(table, table.headings[static_cast<std::size_t>(read.columns.front().column)]),
               {{"noun", std::string(noun.en)},
                {"noun_zh", std::string(noun.zh)},
                {"id", own},
                {"first", std::to_string(known->second)}},
               read.numbers[i]);
  }
}

/// Errors of form and of meaning of one table, by row: the first of them, and how many more. A cell that could not be
/// read is not also called missing. `days`: also what is wrong with the days, which no row says.
inline std::vector<Error> merged(const std::string& table, const Errors& form, const Errors& meaning, bool days) {
  std::vector<Error> all = form.list();
  std::size_t total = form.total();
  if (!form.full()) total += meaning.total() - meaning.list().size();
  for (const Error& error : meaning.list()) {
    // Of what is only counted nobody knows whether it was said.
    if ((error.row == 0 && !days) || form.full()) continue;
    const bool said = std::any_of(form.list().begin(), form.list().end(), [&](const Error& earlier) {
      return earlier.row == error.row && earlier.path == error.path;
    });
    if (said) continue;
    all.push_back(error);
    ++total;
  }
  std::stable_sort(all.begin(), all.end(), [](const Error& a, const Error& b) { return a.row < b.row; });
  if (all.size() > Errors::limit) all.resize(Errors::limit);
  if (total > all.size()) {
    all.push_back({&paidan::errors::more_errors, table, 0, {{"count", std::to_string(total - all.size())}}});
  }
  return all;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
