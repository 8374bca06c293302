// Where an address is by the name of a compound or street in it. Part of week_csv.ipp.
#pragma once

#include <paidan/core/fold.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/sheets/detail/far_places.ipp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/forms.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

class PlaceTable {
 public:
  static constexpr std::size_t longest_name = 200;  // bytes: an address is looked through once for each length

  /// Reads the table; what is wrong with it goes to `errors`.
  PlaceTable(std::string_view bytes, const syntax::Limits& limits, Errors& errors, Errors& notices) {
    if (bytes.empty()) return;
    const sheets::TableOptions options{.limits = limits, .notices = &notices};
    try {
      const syntax::Table table = sheets::read_table<sheets::PlaceRow>(bytes, "places", options);
      sheets::RowsRead read;
      rows_ = sheets::read_rows<sheets::PlaceRow>(table, options, nullptr, errors, &read);
      sheets::say_unused(table, read.columns, read.unused, notices);
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        Errors wrong;
        check_ranges(wrong, rows_[i], "places.", read.numbers[i]);
        check_point(rows_[i], read.numbers[i], wrong);
        for (const Error& error : wrong.list()) errors.add(error);
      }
      numbers_ = std::move(read.numbers);
      const std::size_t good = points_.size();
      say_turned({"places", "lat", "lon", table.heading_row}, turned_, rows_.size(), PlaceGroups(points_, good),
                 errors);
    } catch (const InvalidInput& wrong) {
      for (const Error& error : wrong.errors()) errors.add(error);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::string name = fold_words(rows_[i].place);
      if (name.size() > longest_name) {
        errors.add(paidan::errors::overflow, "places.place",
                   {{"field", "place"}, {"value", syntax::shortened(rows_[i].place, 60)}});
      } else if (!name.empty()) {
        lengths_.push_back(name.size());
        by_name_.try_emplace(std::move(name), i);
      }
    }
    std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
    lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
  }
  /// Where the table has it.
  [[nodiscard]] std::int64_t row_of(const sheets::PlaceRow& place) const {
    return numbers_[static_cast<std::size_t>(&place - rows_.data())];
  }
  /// The place of the longest name that the address holds; nullptr when it holds none.
  [[nodiscard]] const sheets::PlaceRow* find(std::string_view address) const {
    if (by_name_.empty()) return nullptr;
    const std::string words = fold_words(address);
    for (const std::size_t length : lengths_) {
      for (std::size_t begin = 0; begin + length <= words.size(); ++begin) {
        const auto found = by_name_.find(words.substr(begin, length));
        if (found != by_name_.end()) return &rows_[found->second];
      }
    }
    return nullptr;
  }

 private:
  void check_point(const sheets::PlaceRow& one, std::int64_t row, Errors& errors) {
    if (const auto point = GeoPoint::from_degrees(one.lat, one.lon); point && (one.lat != 0 || one.lon != 0)) {
      points_.push_back(*point);
    } else if (point) {
      errors.add(sheets::errors::no_place, "places.lat", {{"lat", "lat"}, {"lon", "lon"}}, row);
    } else if (GeoPoint::from_degrees(one.lon, one.lat)) {
      turned_.push_back({one.lat, one.lon, row});
    } else {
      check_degrees<&sheets::PlaceRow::lat>(errors, one.lat, row);
      check_degrees<&sheets::PlaceRow::lon>(errors, one.lon, row);
    }
  }
  template <auto Member>
  static void check_degrees(Errors& errors, double value, std::int64_t row) {
    constexpr const NamedField& own = field_of<Member>;
    if (value >= static_cast<double>(own.field.low) && value <= static_cast<double>(own.field.high)) return;
    errors.add(out_of_range("places." + std::string(own.name), std::string(own.name), std::to_string(own.field.low),
                            std::to_string(own.field.high), syntax::number_text(value), row));
  }

  std::vector<sheets::PlaceRow> rows_;
  std::vector<std::int64_t> numbers_;  // of the rows in the sheet
  std::vector<GeoPoint> points_;
  std::vector<TurnedRow> turned_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::vector<std::size_t> lengths_;  // of the names, falling
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
