// The columns of a week's tables: their sentences say the ranges that the rows are held against.
#include <paidan/sheets/fields.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <regex>
#include <string>
#include <vector>

using paidan::Field;
using paidan::field_of;
using paidan::sheets::OrderRow;
using paidan::sheets::TechnicianRow;

namespace {

/// Names of the columns whose sentence says a range, which must be that of the field.
template <class T>
std::vector<std::string> ranges_in_words() {
  static const std::regex range("(\\d+) to (\\d+)");
  std::vector<std::string> names;
  paidan::visit_members<T>([&](std::string_view name, auto, const Field& field) {
    std::smatch said;
    const std::string sentence(field.doc);
    if (!std::regex_search(sentence, said, range)) return;
    CAPTURE(sentence);
    CHECK(std::stoll(said[1]) == field.low);
    CHECK(std::stoll(said[2]) == field.high);
    names.emplace_back(name);
  });
  return names;
}

}  // namespace

TEST_CASE("the ranges that the columns' sentences say are those of the fields") {
  CHECK(ranges_in_words<OrderRow>() == std::vector<std::string>{"minutes", "buffer_minutes", "crew", "priority"});
  CHECK(ranges_in_words<TechnicianRow>() ==
        std::vector<std::string>{"break_minutes", "overtime_minutes", "rating", "efficiency_percent"});
}

TEST_CASE("a column that goes into the model as it is has the model's range") {
  static_assert(field_of<&OrderRow::priority>.field.high == field_of<&paidan::Order::priority>.field.high);
  static_assert(field_of<&TechnicianRow::efficiency_percent>.field.high == 1000);
  static_assert(field_of<&TechnicianRow::rating>.field.high * 100 == field_of<&paidan::Technician::rating>.field.high);
}
