// Rectangles of integers from anything a person may have at hand: NumPy arrays (any layout), lists of lists,
// DataFrames. NumPy itself is never imported for reading: the buffer protocol is enough.
#pragma once

#include "convert.hpp"

namespace paidan_python {

struct IntegerTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::int64_t> values;  // row by row
};

/// Floats are taken only when each of them is a whole number; NaN, infinities and fractions are refused with row and
/// column. `None` in a list becomes `missing`, if there is such a value.
IntegerTable integer_table(py::handle value, const Where& where, std::optional<std::int64_t> missing = std::nullopt);
/// A list of integers, or one integer for all `size` of them.
std::vector<std::int64_t> integer_list(py::handle value, const Where& where, std::size_t size);
/// True and false, row by row; the shape must be the one given.
std::vector<bool> mask_table(py::handle value, const Where& where, std::size_t rows, std::size_t columns);

/// rows × columns of int64 as a NumPy array (imports NumPy on first use).
py::object numpy_table(const std::vector<std::int64_t>& values, std::size_t rows, std::size_t columns);
py::object numpy_list(const std::vector<std::int64_t>& values);

namespace errors {
inline constexpr pd::ErrorKind not_whole{"not_whole", "row {row}, column {column}: {value} is not a whole number",
                                         "第{row}行第{column}列:{value}不是整数"};
inline constexpr pd::ErrorKind not_rectangular{"not_rectangular",
                                               "row {row} has {columns} columns, the first has {expected}",
                                               "第{row}行有{columns}列,第一行有{expected}列"};
inline constexpr pd::ErrorKind wrong_shape{"wrong_shape", "the shape must be {expected}, got {value}",
                                           "形状应为{expected},实为{value}"};
}  // namespace errors

}  // namespace paidan_python
