// Blank cells of a column that other rows fill, and what holds instead. Part of week_csv.ipp.
#pragma once

#include <paidan/sheets/detail/week_notices.ipp>
#include <paidan/sheets/rows.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/sheets/week_rows.hpp>
#include <paidan/syntax/csv.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// Of one table. Columns that are empty throughout are said elsewhere (`say_assumed`).
template <class Row>
class BlankCells {
 public:
  BlankCells(const syntax::Table& table, const std::vector<Row>& rows, const sheets::RowsRead& read)
      : table_(table), rows_(rows), read_(read) {}

  /// The rows that have nothing there, of those for which `holds`: to them the default applies.
  template <class Holds>
  void look(std::string_view field, Holds&& holds) {
    look(*default_of(field), std::forward<Holds>(holds));
  }
  template <class Holds>
  void look(const Otherwise& instead, Holds&& holds) {
    std::size_t i = 0;
    while (read_.columns[i].name != instead.field) ++i;
    if (read_.columns[i].column < 0 || read_.filled[i] == 0) return;
    const auto column = static_cast<std::size_t>(read_.columns[i].column);
    std::string shown;
    std::size_t count = 0;
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      if (!table_.rows[k].cells[column].empty() || !holds(rows_[k])) continue;
      if (++count <= named) shown += (count == 1 ? "" : ", ") + std::to_string(read_.numbers[k]);
    }
    if (count == 0) return;
    const std::string all = std::to_string(count);
    if (count > named) shown += " …";
    en_ += (en_.empty() ? "" : "; ") + table_.headings[column] + " " + std::string(instead.en) +
           (count == 1 ? " (row " : " (" + all + " rows: ") + shown + ")";
    zh_ += (zh_.empty() ? "" : ";") + table_.headings[column] + "按“" + std::string(instead.zh) + "”(" +
           (count == 1 ? "" : "共" + all + "行:") + "第" + shown + "行)";
  }
  void say(Errors& notices) const {
    if (!en_.empty()) notices.add(sheets::notices::blank_cells, table_.name, {{"what", en_}, {"what_zh", zh_}});
  }

 private:
  static constexpr std::size_t named = 5;  // rows

  const syntax::Table& table_;
  const std::vector<Row>& rows_;
  const sheets::RowsRead& read_;
  std::string en_;
  std::string zh_;
};

inline void say_blank_cells(const syntax::Table& table, const std::vector<sheets::OrderRow>& rows,
                            const sheets::RowsRead& read, const catalog::Catalog* services, Errors& notices) {
  BlankCells<sheets::OrderRow> blank(table, rows, read);
  blank.look("minutes", [&](const sheets::OrderRow& one) {  // unless the catalog says
    const catalog::EntryData* const entry = services == nullptr ? nullptr : services->find(one.service);
    return entry == nullptr || entry->service_minutes <= 0;
  });
  // Only of an order that nothing else gives a day: a table without the column has other ways to tell it.
  blank.look(Otherwise{"day", "the day after created", "创建次日"},
             [](const sheets::OrderRow& one) { return one.created && !one.appointment && !one.window_start; });
  blank.look("priority", [](const sheets::OrderRow&) { return true; });
  blank.say(notices);
}

inline void say_blank_cells(const syntax::Table& table, const std::vector<sheets::TechnicianRow>& rows,
                            const sheets::RowsRead& read, Errors& notices) {
  BlankCells<sheets::TechnicianRow> blank(table, rows, read);
  const auto always = [](const sheets::TechnicianRow&) { return true; };
  blank.look("weekdays", [](const sheets::TechnicianRow& one) { return one.start || one.end; });
  blank.look("break_minutes", always);
  blank.look("overtime_minutes", always);
  blank.look("efficiency_percent", always);
  blank.say(notices);
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
