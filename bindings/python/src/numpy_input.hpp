// Rectangles of integers from anything a person may have at hand: NumPy arrays (any layout), lists of lists,
// DataFrames. NumPy itself is never imported for reading: the buffer protocol is enough.
#pragma once

#include "convert.hpp"

#include <cstring>

namespace paidan_python {

struct IntegerTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::int64_t> values;  // row by row
};

/// Floats are taken only when each of them is a whole number; NaN, infinities and fractions are refused with row and
/// column. `None` in a list becomes `missing`, if there is such a value.
IntegerTable integer_table(py::handle value, const Where& where, std::optional<std::int64_t> missing = std::nullopt);
/// True and false, row by row; the shape must be the one given.
std::vector<std::uint8_t> mask_table(py::handle value, const Where& where, std::size_t rows, std::size_t columns);

bool has_buffer(py::handle value);
/// A DataFrame, or anything else that can become an array.
py::object as_array(py::handle value);
/// The struct format letter of the elements; anything but one native number raises TypeError.
char element_format(const py::buffer_info& info, const Where& where);
std::string shape_text(std::size_t rows, std::size_t columns);
template <class T>
T read_element(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

/// rows × columns of int64 as a NumPy array (imports NumPy on first use).
py::object numpy_table(const std::vector<std::int64_t>& values, std::size_t rows, std::size_t columns);
py::object numpy_list(const std::vector<std::int64_t>& values);

namespace errors {
inline constexpr pd::ErrorKind fraction{
    "fraction", "row {row}, column {column}: {value} is not a whole number; costs are integers: give scale=, e.g. 1000",
    "第{row}行第{column}列:{value}不是整数;成本须为整数,可用scale=(如1000)放大取整"};
inline constexpr pd::ErrorKind no_cost{
    "no_cost", "row {row}, column {column}: {value} is not a whole number, so no cost; leave a pair out with allowed=",
    "第{row}行第{column}列:{value}不是整数,不能作为成本;不可用的组合请用allowed=去掉"};
inline constexpr pd::ErrorKind beyond_exact{"beyond_exact",
                                            "row {row}, column {column}: {value} is beyond ±2^53 after scaling",
                                            "第{row}行第{column}列:{value}放大后超出±2^53"};
inline constexpr pd::ErrorKind not_whole{"not_whole", "row {row}, column {column}: {value} is not a whole number",
                                         "第{row}行第{column}列:{value}不是整数"};
inline constexpr pd::ErrorKind not_rectangular{"not_rectangular",
                                               "row {row} has {columns} columns, the first has {expected}",
                                               "第{row}行有{columns}列,第一行有{expected}列"};
inline constexpr pd::ErrorKind wrong_shape{"wrong_shape", "the shape must be {expected}, got {value}",
                                           "形状应为{expected},实为{value}"};
}  // namespace errors

}  // namespace paidan_python
