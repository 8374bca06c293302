// NumPy arrays in and out. What the caller's numbers have to be is looked at in paidan._tables.
#pragma once

#include "convert.hpp"

#include <pybind11/numpy.h>

#include <span>

namespace paidan_python {

/// An array of `paidan._tables` or `paidan._columns`, read where it is unless its layout forbids; `keep` holds it.
template <class T>
std::span<const T> buffer_of(const py::object& object, std::vector<py::object>& keep) {
  using Npy = py::detail::npy_api;
  const auto array = py::cast<py::array_t<T, Npy::NPY_ARRAY_C_CONTIGUOUS_ | Npy::NPY_ARRAY_ALIGNED_>>(object);
  keep.push_back(array);
  return {array.data(), static_cast<std::size_t>(array.size())};
}

/// rows × columns of int64.
inline py::object numpy_table(const std::vector<std::int64_t>& values, std::size_t rows, std::size_t columns) {
  return py::array_t<std::int64_t>({static_cast<py::ssize_t>(rows), static_cast<py::ssize_t>(columns)}, values.data());
}
inline py::object numpy_list(const std::vector<std::int64_t>& values) {
  return py::array_t<std::int64_t>(static_cast<py::ssize_t>(values.size()), values.data());
}

}  // namespace paidan_python
