#include "numpy_input.hpp"

#include <pybind11/numpy.h>

#include <cmath>
#include <cstring>

namespace paidan_python {

namespace {

[[noreturn]] void not_whole(const Where& where, std::size_t row, std::size_t column, const std::string& value) {
  invalid(where, errors::not_whole,
          {{"row", std::to_string(row)}, {"column", std::to_string(column)}, {"value", value}});
}

std::int64_t whole(double number, const Where& where, std::size_t row, std::size_t column) {
  if (std::isfinite(number) && std::floor(number) == number && std::fabs(number) <= 9007199254740992.0) {
    return static_cast<std::int64_t>(number);
  }
  not_whole(where, row, column, py::cast<std::string>(py::repr(py::float_(number))));
}

/// One element of a buffer as an integer, by its struct format letter.
std::int64_t element(char format, py::ssize_t size, const char* at, const Where& where, std::size_t row,
                     std::size_t column) {
  switch (format) {
    case 'f':
      return whole(static_cast<double>(read_element<float>(at)), where, row, column);
    case 'd':
      return whole(read_element<double>(at), where, row, column);
    case 'b':
      return read_element<std::int8_t>(at);
    case '?':
    case 'B':
      return read_element<std::uint8_t>(at);
    case 'h':
      return read_element<std::int16_t>(at);
    case 'H':
      return read_element<std::uint16_t>(at);
    case 'i':
    case 'l':
    case 'q':
    case 'n':
      return size == 8 ? read_element<std::int64_t>(at) : read_element<std::int32_t>(at);
    default:
      break;  // I, L, Q, N: element_format has refused the rest
  }
  if (size == 4) return read_element<std::uint32_t>(at);
  const auto number = read_element<std::uint64_t>(at);
  if (number > static_cast<std::uint64_t>(INT64_MAX)) not_whole(where, row, column, std::to_string(number));
  return static_cast<std::int64_t>(number);
}

std::int64_t cell(py::handle value, const Where& where, std::size_t row, std::size_t column,
                  std::optional<std::int64_t> missing) {
  if (value.is_none() && missing) return *missing;
  if (PyFloat_Check(value.ptr())) return whole(PyFloat_AS_DOUBLE(value.ptr()), where, row, column);
  return from_python<std::int64_t>(
      value, where.item(static_cast<std::ptrdiff_t>(row)).item(static_cast<std::ptrdiff_t>(column)));
}

}  // namespace

std::string shape_text(std::size_t rows, std::size_t columns) {
  return std::to_string(rows) + " × " + std::to_string(columns);
}

char element_format(const py::buffer_info& info, const Where& where) {
  std::string format = info.format;
  if (!format.empty() && (format[0] == '@' || format[0] == '=' || format[0] == '<')) format.erase(0, 1);
  if (format.size() != 1 || std::string_view("fd?bBhHiIlLqQnN").find(format[0]) == std::string_view::npos) {
    throw py::type_error(where.text() + " must hold integers, not elements of format '" + info.format + "'");
  }
  return format[0];
}

bool has_buffer(py::handle value) { return PyObject_CheckBuffer(value.ptr()) != 0 && !PyBytes_Check(value.ptr()); }

py::object as_array(py::handle value) {
  if (!has_buffer(value) && py::hasattr(value, "to_numpy")) return value.attr("to_numpy")();
  return py::reinterpret_borrow<py::object>(value);
}

IntegerTable integer_table(py::handle given, const Where& where, std::optional<std::int64_t> missing) {
  const py::object value = as_array(given);
  IntegerTable table;
  if (has_buffer(value)) {
    const py::buffer_info info = py::reinterpret_borrow<py::buffer>(value).request();
    if (info.ndim != 2) {
      invalid(where, errors::wrong_shape,
              {{"expected", "n × m"}, {"value", std::to_string(info.ndim) + "-dimensional"}});
    }
    if (info.format != "O") {
      const char format = element_format(info, where);
      table.rows = static_cast<std::size_t>(info.shape[0]);
      table.columns = static_cast<std::size_t>(info.shape[1]);
      table.values.reserve(table.rows * table.columns);
      for (std::size_t i = 0; i < table.rows; ++i) {
        const char* at = static_cast<const char*>(info.ptr) + static_cast<py::ssize_t>(i) * info.strides[0];
        for (std::size_t j = 0; j < table.columns; ++j, at += info.strides[1]) {
          table.values.push_back(element(format, info.itemsize, at, where, i, j));
        }
      }
      return table;
    }
  }
  if (PyUnicode_Check(value.ptr()) || PyDict_Check(value.ptr())) wrong_type(where, "a table of int", value);
  const auto rows = py::reinterpret_steal<py::object>(PySequence_Fast(value.ptr(), ""));
  if (!rows) {
    PyErr_Clear();
    wrong_type(where, "a table of int", value);
  }
  table.rows = static_cast<std::size_t>(PySequence_Fast_GET_SIZE(rows.ptr()));
  for (std::size_t i = 0; i < table.rows; ++i) {
    const py::handle item = PySequence_Fast_GET_ITEM(rows.ptr(), static_cast<Py_ssize_t>(i));
    const auto row =
        py::reinterpret_steal<py::object>(PyUnicode_Check(item.ptr()) ? nullptr : PySequence_Fast(item.ptr(), ""));
    if (!row) {
      PyErr_Clear();
      wrong_type(where.item(static_cast<std::ptrdiff_t>(i)), "a list of int", item);
    }
    const auto columns = static_cast<std::size_t>(PySequence_Fast_GET_SIZE(row.ptr()));
    if (i == 0) table.columns = columns;
    if (columns != table.columns) {
      invalid(where, errors::not_rectangular,
              {{"row", std::to_string(i)},
               {"columns", std::to_string(columns)},
               {"expected", std::to_string(table.columns)}});
    }
    for (std::size_t j = 0; j < columns; ++j) {
      table.values.push_back(
          cell(PySequence_Fast_GET_ITEM(row.ptr(), static_cast<Py_ssize_t>(j)), where, i, j, missing));
    }
  }
  return table;
}

std::vector<std::uint8_t> mask_table(py::handle given, const Where& where, std::size_t rows, std::size_t columns) {
  const py::object value = as_array(given);
  std::vector<std::uint8_t> mask;
  mask.reserve(rows * columns);
  if (has_buffer(value)) {
    const py::buffer_info info = py::reinterpret_borrow<py::buffer>(value).request();
    if (info.format == "?" && info.ndim == 2) {
      const auto got_rows = static_cast<std::size_t>(info.shape[0]);
      const auto got_columns = static_cast<std::size_t>(info.shape[1]);
      if (got_rows != rows || got_columns != columns) {
        invalid(where, errors::wrong_shape,
                {{"expected", shape_text(rows, columns)}, {"value", shape_text(got_rows, got_columns)}});
      }
      for (std::size_t i = 0; i < rows; ++i) {
        const char* at = static_cast<const char*>(info.ptr) + static_cast<py::ssize_t>(i) * info.strides[0];
        for (std::size_t j = 0; j < columns; ++j, at += info.strides[1]) mask.push_back(*at != 0 ? 1 : 0);
      }
      return mask;
    }
  }
  std::size_t got_rows = 0;
  std::size_t got_columns = columns;
  for (const py::object& row : from_python<std::vector<py::object>>(value, where)) {
    const Where row_where = where.item(static_cast<std::ptrdiff_t>(got_rows));
    std::size_t width = 0;
    for (const py::object& item : from_python<std::vector<py::object>>(row, row_where)) {
      mask.push_back(from_python<bool>(item, row_where.item(static_cast<std::ptrdiff_t>(width++))) ? 1 : 0);
    }
    if (width != columns) got_columns = width;
    ++got_rows;
  }
  if (got_rows != rows || got_columns != columns) {
    invalid(where, errors::wrong_shape,
            {{"expected", shape_text(rows, columns)}, {"value", shape_text(got_rows, got_columns)}});
  }
  return mask;
}

py::object numpy_table(const std::vector<std::int64_t>& values, std::size_t rows, std::size_t columns) {
  return py::array_t<std::int64_t>({static_cast<py::ssize_t>(rows), static_cast<py::ssize_t>(columns)}, values.data());
}

py::object numpy_list(const std::vector<std::int64_t>& values) {
  return py::array_t<std::int64_t>(static_cast<py::ssize_t>(values.size()), values.data());
}

}  // namespace paidan_python
