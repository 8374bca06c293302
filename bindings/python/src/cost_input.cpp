#include "cost_input.hpp"

#include <paidan/core/ranges.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <type_traits>
#include <utility>

namespace paidan_python {

namespace {

struct Place {
  std::size_t row = 0;
  std::size_t column = 0;
};

[[noreturn]] void bad_number(const Where& where, const pd::ErrorKind& kind, Place place, double value) {
  invalid(where, kind,
          {{"row", std::to_string(place.row)},
           {"column", std::to_string(place.column)},
           {"value", py::cast<std::string>(py::repr(py::float_(value)))}});
}

constexpr double exact = 9007199254740992.0;  // 2^53: every whole number up to here is a double

std::int64_t scaled(double value, double scale, const Where& where, Place place) {
  if (!std::isfinite(value)) bad_number(where, errors::no_cost, place, value);
  if (scale == 0) {
    if (std::floor(value) != value) bad_number(where, errors::fraction, place, value);
    if (std::fabs(value) > exact) bad_number(where, errors::beyond_exact, place, value);
    return static_cast<std::int64_t>(value);
  }
  const double product = std::nearbyint(value * scale);
  if (!(std::fabs(product) <= exact)) bad_number(where, errors::beyond_exact, place, value);
  return static_cast<std::int64_t>(product);
}

/// One number of the caller's as a cost.
template <class T>
std::int64_t as_cost(T value, double scale, const Where& where, Place place) {
  if constexpr (std::is_floating_point_v<T>) {
    return scaled(static_cast<double>(value), scale, where, place);
  } else {
    if (scale != 0) return scaled(static_cast<double>(value), scale, where, place);
    if constexpr (std::is_unsigned_v<T> && sizeof(T) == 8) {
      if (value > static_cast<T>(INT64_MAX)) bad_number(where, errors::beyond_exact, place, static_cast<double>(value));
    }
    return static_cast<std::int64_t>(value);
  }
}

/// Calls `f` with a value of the elements' type.
template <class F>
void with_type(const py::buffer_info& info, const Where& where, F f) {
  const char format = element_format(info, where);
  const bool is_signed = std::string_view("bhilqn").find(format) != std::string_view::npos;
  if (format == 'f') return f(float{});
  if (format == 'd') return f(double{});
  switch (info.itemsize) {
    case 1:
      return is_signed ? f(std::int8_t{}) : f(std::uint8_t{});
    case 2:
      return is_signed ? f(std::int16_t{}) : f(std::uint16_t{});
    case 4:
      return is_signed ? f(std::int32_t{}) : f(std::uint32_t{});
    default:
      return is_signed ? f(std::int64_t{}) : f(std::uint64_t{});
  }
}

template <class T>
bool plain(const py::buffer_info& info) {
  return info.strides[0] == static_cast<py::ssize_t>(sizeof(T)) &&
         reinterpret_cast<std::uintptr_t>(info.ptr) % alignof(T) == 0;
}

/// A vector's buffer, or TypeError.
py::buffer_info vector_buffer(const py::object& owner, const char* name, const Where& where) {
  const py::object array = owner.attr(name);
  if (!has_buffer(array)) wrong_type(where.field(name), "an array", array);
  py::buffer_info info = py::reinterpret_borrow<py::buffer>(array).request();
  if (info.ndim != 1) {
    invalid(where.field(name), errors::wrong_shape,
            {{"expected", "n"}, {"value", std::to_string(info.ndim) + "-dimensional"}});
  }
  return info;
}

/// Integers of an index array, in any of the layouts these come in.
template <class To>
std::vector<To> indices(const py::buffer_info& info, const Where& where, std::uint64_t limit) {
  std::vector<To> all(static_cast<std::size_t>(info.shape[0]));
  with_type(info, where, [&]<class T>(T) {
    if constexpr (std::is_floating_point_v<T>) {
      throw py::type_error(where.text() + " must hold integers");
    } else {
      const char* at = static_cast<const char*>(info.ptr);
      for (std::size_t i = 0; i < all.size(); ++i, at += info.strides[0]) {
        const T value = read_element<T>(at);
        if (std::cmp_less(value, 0) || std::cmp_greater(value, limit)) {
          throw pd::InvalidInput(pd::out_of_range("", where.text() + "[" + std::to_string(i) + "]", "0",
                                                  std::to_string(limit), std::to_string(value)));
        }
        all[i] = static_cast<To>(value);
      }
    }
  });
  return all;
}

/// One number, not an array of them (which may pretend to be an index).
bool is_number(const py::object& value) {
  if (PyFloat_Check(value.ptr()) || PyLong_Check(value.ptr())) return true;
  return !py::hasattr(value, "__len__") && (py::hasattr(value, "__index__") || py::hasattr(value, "__float__"));
}

std::int64_t one_number(const py::object& value, double scale, const Where& where, Place place) {
  if (PyIndex_Check(value.ptr()) == 0 && is_number(value)) {
    return scaled(py::cast<double>(py::float_(value)), scale, where, place);
  }
  const auto number = from_python<std::int64_t>(value, where);
  return scale == 0 ? number : scaled(static_cast<double>(number), scale, where, place);
}

[[noreturn]] void wrong_size(std::size_t got, std::size_t expected, const Where& where) {
  invalid(where, errors::wrong_shape, {{"expected", std::to_string(expected)}, {"value", std::to_string(got)}});
}

std::uint32_t extent(std::size_t size) {
  if (size >= UINT32_MAX) throw py::value_error("the table is too large");
  return static_cast<std::uint32_t>(size);
}

double read_scale(const py::object& scale) {
  if (scale.is_none()) return 0;
  const Where where{nullptr, "scale", -1};
  const double factor = from_python<double>(scale, where);
  if (factor >= 1e-15 && factor <= 1e15) return factor;
  throw pd::InvalidInput(pd::out_of_range("", "scale", "1e-15", "1e15", py::cast<std::string>(py::repr(scale))));
}

}  // namespace

CostInput::CostInput(const CostArguments& given) : scale_(read_scale(given.scale)) {
  const bool sparse = py::hasattr(given.costs, "tocsr") || py::hasattr(given.costs, "indptr");
  sparse ? read_sparse(given.costs, given.allowed) : read_dense(given.costs, given.allowed);
  read_slots(given.slot_costs);
  read_pairs(given.forced, "forced", forced_);
  read_pairs(given.forbidden, "forbidden", forbidden_);
  if (given.unassigned.is_none() && !given.must_serve.is_none()) {
    throw py::type_error("must_serve comes before the cost of leaving other rows alone: give unassigned= too");
  }
  if (given.unassigned.is_none()) lifted_ = lift();
  read_penalty(given.unassigned);
  read_must(given.must_serve, given.unassigned.is_none() && lifted_ == 0);
  view_.penalty = penalty_;
  view_.slot_begin = slot_begin_;
  view_.slot_cost = slot_cost_;
  view_.forced = forced_;
  view_.forbidden = forbidden_;
  view_.must_serve = must_serve_;
}

void CostInput::read_dense(const py::object& costs, const py::object& allowed) {
  const Where where{nullptr, "costs", -1};
  py::object value = as_array(costs);
  const bool plain_list = !has_buffer(value);
  if (plain_list && scale_ != 0) value = py::module_::import("numpy").attr("asarray")(value, "float64");
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::uint8_t> mask;
  const auto start = [&](std::size_t n, std::size_t m) {
    rows = n;
    columns = m;
    view_.rows = extent(n);
    view_.columns = extent(m);
    complete_ = allowed.is_none();
    if (!allowed.is_none()) mask = mask_table(allowed, {nullptr, "allowed", -1}, n, m);
    std::size_t pairs = n * m;
    if (!mask.empty()) pairs = static_cast<std::size_t>(std::count(mask.begin(), mask.end(), 1));
    column_.reserve(pairs);
    cost_.reserve(pairs);
    row_begin_.reserve(n + 1);
    row_begin_.push_back(0);
  };
  const auto row = [&](std::size_t i, auto element) {
    if (mask.empty()) {
      const std::size_t begin = cost_.size();
      cost_.resize(begin + columns);
      for (std::size_t j = 0; j < columns; ++j) cost_[begin + j] = element(j);
      column_.resize(begin + columns);
      std::iota(column_.begin() + static_cast<std::ptrdiff_t>(begin), column_.end(), 0U);
    }
    for (std::size_t j = 0; j < columns && !mask.empty(); ++j) {
      if (mask[i * columns + j] == 0) continue;  // whatever stands there
      column_.push_back(static_cast<std::uint32_t>(j));
      cost_.push_back(element(j));
    }
    row_begin_.push_back(column_.size());
  };
  py::buffer_info info;
  if (has_buffer(value)) info = py::reinterpret_borrow<py::buffer>(value).request();
  if (info.ptr != nullptr && info.ndim == 2 && info.format != "O") {
    start(static_cast<std::size_t>(info.shape[0]), static_cast<std::size_t>(info.shape[1]));
    with_type(info, where, [&]<class T>(T) {
      for (std::size_t i = 0; i < rows; ++i) {
        const char* const at = static_cast<const char*>(info.ptr) + static_cast<py::ssize_t>(i) * info.strides[0];
        row(i, [&](std::size_t j) {
          const T number = read_element<T>(at + static_cast<py::ssize_t>(j) * info.strides[1]);
          return as_cost(number, scale_, where, {i, j});
        });
      }
    });
  } else {
    const IntegerTable table = integer_table(value, where);
    start(table.rows, table.columns);
    for (std::size_t i = 0; i < rows; ++i) row(i, [&](std::size_t j) { return table.values[i * columns + j]; });
  }
  view_.row_begin = row_begin_;
  view_.column = column_;
  view_.cost = cost_;
}

void CostInput::read_sparse(const py::object& costs, const py::object& allowed) {
  if (!allowed.is_none()) throw py::type_error("allowed is for dense costs: a sparse matrix lists its pairs");
  const Where where{nullptr, "costs", -1};
  const py::object matrix = py::hasattr(costs, "tocsr") ? py::object(costs.attr("tocsr")()) : costs;
  const auto shape = from_python<std::vector<std::size_t>>(matrix.attr("shape"), where.field("shape"));
  if (shape.size() != 2) {
    invalid(where, errors::wrong_shape,
            {{"expected", "n × m"}, {"value", std::to_string(shape.size()) + "-dimensional"}});
  }
  view_.rows = extent(shape[0]);
  view_.columns = extent(shape[1]);
  const auto mismatch = [&](const char* name, std::size_t expected, std::size_t got) {
    invalid(where.field(name), errors::wrong_shape,
            {{"expected", std::to_string(expected)}, {"value", std::to_string(got)}});
  };
  row_begin_ =
      indices<std::uint64_t>(vector_buffer(matrix, "indptr", where), where.field("indptr"), std::uint64_t{1} << 62U);
  if (row_begin_.size() != shape[0] + 1) mismatch("indptr", shape[0] + 1, row_begin_.size());
  view_.row_begin = row_begin_;
  const std::size_t pairs = row_begin_.back();

  py::buffer_info info = vector_buffer(matrix, "indices", where);
  if (static_cast<std::size_t>(info.shape[0]) < pairs) {
    mismatch("indices", pairs, static_cast<std::size_t>(info.shape[0]));
  }
  info.shape[0] = static_cast<py::ssize_t>(pairs);
  const char format = element_format(info, where);
  if ((format == 'i' || format == 'l') && info.itemsize == 4 && (pairs == 0 || plain<std::int32_t>(info))) {
    const std::span<const std::int32_t> all(static_cast<const std::int32_t*>(info.ptr), pairs);
    if (std::any_of(all.begin(), all.end(), [](std::int32_t j) { return j < 0; })) {
      static_cast<void>(indices<std::uint32_t>(info, where.field("indices"), UINT32_MAX));  // names it
    }
    view_.column = {static_cast<const std::uint32_t*>(info.ptr), pairs};
    held_.push_back(std::move(info));
  } else {
    column_ = indices<std::uint32_t>(info, where.field("indices"), UINT32_MAX);
    view_.column = column_;
  }

  info = vector_buffer(matrix, "data", where);
  if (static_cast<std::size_t>(info.shape[0]) < pairs) {
    mismatch("data", pairs, static_cast<std::size_t>(info.shape[0]));
  }
  const Where data = where.field("data");
  with_type(info, data, [&]<class T>(T) {
    if constexpr (std::is_same_v<T, std::int64_t>) {
      if (scale_ == 0 && (pairs == 0 || plain<std::int64_t>(info))) {
        view_.cost = {static_cast<const std::int64_t*>(info.ptr), pairs};
        return;
      }
    }
    cost_.reserve(pairs);
    const char* at = static_cast<const char*>(info.ptr);
    std::size_t row = 0;
    for (std::size_t a = 0; a < pairs; ++a, at += info.strides[0]) {
      while (row + 1 < row_begin_.size() && row_begin_[row + 1] <= a) ++row;
      cost_.push_back(as_cost(read_element<T>(at), scale_, where, {row, view_.column[a]}));
    }
    view_.cost = cost_;
  });
  held_.push_back(std::move(info));
}

std::vector<std::int64_t> CostInput::numbers(const py::object& value, const Where& where, std::size_t size) const {
  if (is_number(value)) return std::vector<std::int64_t>(size, one_number(value, scale_, where, {}));
  std::vector<std::int64_t> all;
  if (has_buffer(value)) {
    const py::buffer_info info = py::reinterpret_borrow<py::buffer>(value).request();
    if (info.ndim == 1 && info.format != "O") {
      const auto got = static_cast<std::size_t>(info.shape[0]);
      if (got != size) wrong_size(got, size, where);
      all.reserve(size);
      with_type(info, where, [&]<class T>(T) {
        const char* at = static_cast<const char*>(info.ptr);
        for (std::size_t i = 0; i < size; ++i, at += info.strides[0]) {
          all.push_back(as_cost(read_element<T>(at), scale_, where, {i, 0}));
        }
      });
      return all;
    }
  }
  for (const py::object& item : from_python<std::vector<py::object>>(value, where)) {
    const std::size_t row = all.size();
    all.push_back(one_number(item, scale_, where.item(static_cast<std::ptrdiff_t>(row)), {row, 0}));
  }
  if (all.size() != size) wrong_size(all.size(), size, where);
  return all;
}

/// In a complete table a row may take any free slot, so this much more than the dearest pair and slot keeps it from
/// staying alone; a must-serve weight, which has to outweigh all pairs together, would need 64 bits.
std::int64_t CostInput::lift() const {
  if (!complete_ || !forced_.empty() || !forbidden_.empty()) return 0;
  std::int64_t dearest = 0;
  std::int64_t slot = 0;
  for (const std::int64_t cost : view_.cost) dearest = std::max(dearest, cost);
  for (const std::int64_t cost : slot_cost_) slot = std::max(slot, cost);
  constexpr std::int64_t most = std::int64_t{1} << 50U;
  return dearest < most && slot < most ? dearest + slot + 1 : 0;
}

void CostInput::read_penalty(const py::object& unassigned) {
  if (unassigned.is_none()) {
    penalty_.assign(view_.rows, lifted_);
  } else {
    penalty_ = numbers(unassigned, {nullptr, "unassigned", -1}, view_.rows);
  }
}

void CostInput::read_slots(const py::object& slot_costs) {
  const std::size_t columns = view_.columns;
  slot_begin_.reserve(columns + 1);
  slot_begin_.push_back(0);
  const auto shared = [&](const std::vector<std::int64_t>& costs) {
    slot_cost_.reserve(columns * costs.size());
    for (std::size_t j = 0; j < columns; ++j) {
      slot_cost_.insert(slot_cost_.end(), costs.begin(), costs.end());
      slot_begin_.push_back(slot_cost_.size());
    }
  };
  if (slot_costs.is_none()) return shared({0});
  const Where root{nullptr, "slot_costs", -1};
  const auto items = from_python<std::vector<py::object>>(slot_costs, root);
  if (!items.empty() && is_number(items[0])) {
    return shared(numbers(slot_costs, root, items.size()));
  }
  if (items.size() != columns) {
    invalid(root, errors::wrong_shape,
            {{"expected", std::to_string(columns)}, {"value", std::to_string(items.size())}});
  }
  for (std::size_t j = 0; j < columns; ++j) {
    const Where where = root.item(static_cast<std::ptrdiff_t>(j));
    if (is_number(items[j])) wrong_type(where, "a list of int", items[j]);
    const auto size = static_cast<std::size_t>(py::len(items[j]));
    const std::vector<std::int64_t> costs = numbers(items[j], where, size);
    slot_cost_.insert(slot_cost_.end(), costs.begin(), costs.end());
    slot_begin_.push_back(slot_cost_.size());
  }
}

void CostInput::read_pairs(const py::object& given, const char* name, std::vector<pd::assign::Pair>& into) {
  if (given.is_none()) return;
  const Where where{nullptr, name, -1};
  const IntegerTable table = integer_table(given, where);
  if (table.rows == 0) return;
  if (table.columns != 2) {
    invalid(where, errors::wrong_shape, {{"expected", "n × 2"}, {"value", shape_text(table.rows, table.columns)}});
  }
  for (std::size_t k = 0; k < table.rows; ++k) {
    for (const std::size_t c : {std::size_t{0}, std::size_t{1}}) {
      const std::int64_t value = table.values[2 * k + c];
      if (value >= 0 && value < UINT32_MAX) continue;
      throw pd::InvalidInput(pd::out_of_range("", where.item(static_cast<std::ptrdiff_t>(k)).text(), "0",
                                              std::to_string(UINT32_MAX - 1), std::to_string(value)));
    }
    into.push_back(
        {static_cast<std::uint32_t>(table.values[2 * k]), static_cast<std::uint32_t>(table.values[2 * k + 1])});
  }
}

void CostInput::read_must(const py::object& must_serve, bool all) {
  if (all) {
    must_serve_.assign(view_.rows, 1);
    return;
  }
  if (must_serve.is_none()) return;
  const Where where{nullptr, "must_serve", -1};
  if (has_buffer(must_serve)) {
    const py::buffer_info info = py::reinterpret_borrow<py::buffer>(must_serve).request();
    if (info.format == "?" && info.ndim == 1) {
      const char* at = static_cast<const char*>(info.ptr);
      for (py::ssize_t i = 0; i < info.shape[0]; ++i, at += info.strides[0]) must_serve_.push_back(*at != 0 ? 1 : 0);
    }
  }
  if (must_serve_.empty()) {
    for (const bool must : from_python<std::vector<bool>>(must_serve, where)) must_serve_.push_back(must ? 1 : 0);
  }
  if (must_serve_.size() != view_.rows) {
    invalid(where, errors::wrong_shape,
            {{"expected", std::to_string(view_.rows)}, {"value", std::to_string(must_serve_.size())}});
  }
}

std::int64_t py_column(std::uint32_t column) {
  return column == pd::assign::Assignment::unassigned ? -1 : static_cast<std::int64_t>(column);
}

PyAssignment py_assignment(const pd::assign::Assignment& result, bool certified, std::int64_t lifted) {
  PyAssignment made;
  made.column_of_row.reserve(result.column_of_row.size());
  for (const std::uint32_t column : result.column_of_row) made.column_of_row.push_back(py_column(column));
  made.cost = result.cost;
  if (lifted > 0) made.cost -= lifted * std::count(made.column_of_row.begin(), made.column_of_row.end(), -1);
  made.row_dual = result.row_dual;
  made.column_dual = result.column_dual;
  made.must_weight = lifted > 0 ? lifted : result.must_weight;
  made.certified = certified;
  return made;
}

}  // namespace paidan_python
