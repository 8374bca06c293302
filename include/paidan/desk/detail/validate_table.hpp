// What `validate` does with a table in place of a document: the same readers, nothing made of it.
#pragma once

#include <paidan/catalog/mapping.hpp>
#include <paidan/check/fields.hpp>
#include <paidan/desk/requests.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/sheets/columns.hpp>
#include <paidan/sheets/drives_csv.hpp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/roads_csv.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/sheets/week_csv.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk_detail {

/// JSON begins with a brace or a bracket; a heading never does.
inline bool is_table(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] != '{' && bytes[first] != '[';
}

inline std::optional<sheets::TableKind> table_kind(std::string_view name) {
  const auto& names = EnumNames<sheets::TableKind>::names;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<sheets::TableKind>(found - names.begin());
}

/// Reads the table of that kind alone, and what is worth saying about it.
class TableJudge {
 public:
  TableJudge(const desk::ValidateRequest& request, std::vector<Error>& said) : request_(request), said_(said) {}

  void judge(sheets::TableKind kind) {
    using sheets::TableKind;
    const std::string& bytes = request_.document.bytes;
    switch (kind) {
      case TableKind::orders:
        return week(bytes, no_technicians, {}, "technicians");
      case TableKind::technicians:
        return week(no_orders, bytes, {}, "orders");
      case TableKind::places:
        return week(no_orders, no_technicians, bytes, {});
      case TableKind::catalog:
        return alone([&](const auto& options) { catalog::Catalog(sheets::catalog_data_from_csv(bytes, options)); });
      case TableKind::mapping:
        return alone([&](const auto& options) { static_cast<void>(sheets::mapping_data_from_csv(bytes, options)); });
      case TableKind::prices:
        return alone([&](const auto& options) {
          pricing::PriceBook(sheets::price_book_data_from_csv(bytes, {}, "prices", options));
        });
      case TableKind::rules:
        return rows<pricing::QuantityRule>();
      case TableKind::policies:
        return alone(
            [&](const auto& options) { warranty::PolicySet(sheets::policy_set_data_from_csv(bytes, options)); });
      case TableKind::actual:
        return alone(
            [&](const auto& options) { static_cast<void>(sheets::actual_from_csv(bytes, request_.zone, options)); });
      case TableKind::nodes:
        return rows<sheets::NodeRow>();
      case TableKind::edges:
        return rows<sheets::EdgeRow>();
      case TableKind::drives:
        return alone([&](const auto& options) {
          static_cast<void>(sheets::drives_from_csv(bytes, request_.zone, Datum::wgs84, options));
        });
    }
  }

 private:
  static constexpr std::string_view no_orders = "order,lat,lon\n";
  static constexpr std::string_view no_technicians = "technician,lat,lon\n";

  /// `other`: the table that is not there, of which nothing is said.
  void week(std::string_view orders, std::string_view technicians, std::string_view places, std::string_view other) {
    sheets::WeekOptions options;
    options.zone = request_.zone;
    options.dates = request_.date_order;
    options.places = places;
    options.list_unplaced = true;
    sheets::own_columns(request_.columns, options);
    std::optional<sheets::WeekTables> read;
    try {
      read.emplace(sheets::week_from_csv(orders, technicians, options));
    } catch (const InvalidInput& wrong) {
      const auto no_day = [](const Error& error) { return error.kind == &sheets::errors::no_first_day; };
      if (!std::all_of(wrong.errors().begin(), wrong.errors().end(), no_day)) throw;
      options.first_day = Date::from_ymd(2024, 1, 1);  // a roster of weekdays is one of any week
      options.days = 7;
      read.emplace(sheets::week_from_csv(orders, technicians, options));
    }
    for (Error& notice : read->notices) {
      if (other.empty() || !notice.path.starts_with(other)) said_.push_back(std::move(notice));
    }
  }

  template <class Read>
  void alone(Read&& read) {
    Errors notices;
    std::vector<sheets::ColumnName> columns;
    for (const std::string& own : request_.columns) columns.push_back(sheets::own_column(own));
    read(sheets::TableOptions{.columns = columns, .dates = request_.date_order, .notices = &notices});
    for (Error& notice : notices.told()) said_.push_back(std::move(notice));
  }

  template <class Row>
  void rows() {
    alone([&](const sheets::TableOptions& options) {
      const syntax::Table table = sheets::read_table<Row>(request_.document.bytes, request_.kind, options);
      Errors errors;
      static_cast<void>(sheets::read_rows<Row>(table, options, nullptr, errors));
      errors.throw_if_any();
    });
  }

  const desk::ValidateRequest& request_;
  std::vector<Error>& said_;
};

}  // namespace desk_detail
}  // namespace paidan::inline PAIDAN_ABI
