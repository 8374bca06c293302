// Whole columns of facts, and samples for lint.
#pragma once

#include <paidan/rules/table/detail/index.hpp>
#include <paidan/rules/table/detail/index.ipp>

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

/// A number between two others, with as few digits as possible; absent bounds are no bounds. A whole number if one
/// fits, the smallest in size of those next to a bound.
inline std::optional<Value> number_between(const Value* low, const Value* high) {
  if (low == nullptr && high == nullptr) return Value(0);
  const auto inside = [&](const Decimal& number) {
    return (low == nullptr || low->number() < number) && (high == nullptr || number < high->number());
  };
  if (low == nullptr || high == nullptr) {
    const Decimal& near = (low == nullptr ? high : low)->number();
    const auto whole = near.rounded(0, low == nullptr ? Rounding::floor : Rounding::ceiling);
    const auto step = low == nullptr ? Decimal(-1) : Decimal(1);
    for (const auto& candidate : {whole, whole ? whole->plus(step) : std::nullopt,
                                  near.plus(near.negative() == (low == nullptr) ? near : near.negated())}) {
      if (candidate && inside(*candidate)) return Value(*candidate);
    }
    return std::nullopt;
  }
  for (int digits = 0; digits <= 34; ++digits) {
    if (const auto above = low->number().rounded(digits, Rounding::floor)) {
      const auto unit = Decimal::parse("1e-" + std::to_string(digits));
      if (const auto next = above->plus(*unit); next && inside(*next)) return Value(*next);
    }
  }
  const auto sum = low->number().plus(high->number());
  const auto half = sum ? sum->over(Decimal(2)) : std::nullopt;
  if (half && inside(*half)) return Value(*half);
  return std::nullopt;
}

/// A text between two others; of those without a bound a plain word where it fits.
inline std::optional<Value> text_between(const Value* low, const Value* high) {
  const auto inside = [&](const std::string& text) {
    return (low == nullptr || low->string() < text) && (high == nullptr || std::string_view(text) < high->string());
  };
  for (const char* plain : {"other", "another", "x", ""}) {
    if (inside(plain)) return Value(std::string(plain));
  }
  if (low == nullptr) return std::nullopt;  // nothing is before the empty text
  for (const char* more : {" other", "a", "0", " ", "\x01"}) {
    if (std::string text = std::string(low->string()) + more; inside(text)) return Value(text);
  }
  return std::nullopt;
}

inline std::optional<Value> moment_between(Kind kind, const Value* low, const Value* high) {
  const bool day = kind == Kind::date;
  const std::int64_t step = day ? 86'400 : kind == Kind::time ? 60 : kind == Kind::months_duration ? 1 : 3'600;
  if (low == nullptr && high == nullptr) {
    const std::int64_t noon = 43'200;
    return Value(kind, {.seconds = kind == Kind::time ? noon : 0});
  }
  // Times of day end at midnight.
  const auto exists = [&](std::int64_t seconds) { return kind != Kind::time || (seconds >= 0 && seconds < 86'400); };
  if (low == nullptr || high == nullptr) {
    const std::int64_t near = (low == nullptr ? high : low)->moment().seconds;
    for (const std::int64_t size : {step, std::int64_t{1}}) {
      const std::int64_t seconds = low == nullptr ? near - size : near + size;
      if (exists(seconds)) return Value(kind, {.seconds = seconds});
      if (day || kind == Kind::months_duration) break;
    }
    if (low != nullptr && exists(near)) return Value(kind, {.seconds = near, .nanoseconds = 500'000'000});
    return std::nullopt;
  }
  const std::int64_t from = low->moment().seconds;
  const std::int64_t to = high->moment().seconds;
  const bool whole = day || kind == Kind::months_duration;  // nothing between two days, two months
  for (const std::int64_t size : {step, std::int64_t{60}, std::int64_t{1}}) {
    if (size <= step && from + size < to) return Value(kind, {.seconds = from + size});
    if (whole) return std::nullopt;
  }
  return Value(kind, {.seconds = from, .nanoseconds = 500'000'000});
}

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE void ColumnIndex::slots_of(std::span<const std::int64_t> values, std::uint32_t* slots) const {
  const std::int64_t unit = powers_of_ten[static_cast<std::size_t>(scale_)];
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::int64_t key = 0;
    if (scaled_ && !__builtin_mul_overflow(values[i], unit, &key) && !__builtin_mul_overflow(key, 2, &key)) {
      slots[i] = first_[0] + keys_[0].locate(key);
    } else {
      slots[i] = first_[0] + locate_number(Decimal(values[i]));
    }
  }
}

// Neighbouring doubles have neighbouring shortest decimals. So a double lies below a bound when it is below the double
// nearest to the bound; only when it is that double must the two decimals be compared, and that is done once per bound.
PAIDAN_INLINE void ColumnIndex::slots_of(std::span<const double> values, std::uint32_t* slots) const {
  std::vector<double> nearest;
  std::vector<int> order;  // of the double's shortest decimal against the bound
  for (const Value& bound : bounds_[0]) {
    const std::string text = bound.number().text();
    double near = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), near);
    if (read.ec == std::errc::result_out_of_range) near = bound.number().exponent() > 0 ? HUGE_VAL : 0.0;
    if (bound.number().negative() && near == HUGE_VAL) near = -near;
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), near).ptr;
    const auto shortest = Decimal::parse({digits.data(), static_cast<std::size_t>(end - digits.data())});
    nearest.push_back(near);
    order.push_back(shortest ? shortest->compare(bound.number()) : near > 0 ? 1 : -1);
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i];
    if (value != value) {
      slots[i] = 0;
      continue;
    }
    std::size_t low = 0;
    std::size_t count = nearest.size();
    while (count > 0) {
      const std::size_t half = count / 2;
      low += nearest[low + half] < value ? count - half : 0;
      count = half;
    }
    bool on = false;
    for (; low < nearest.size() && nearest[low] == value; ++low) {
      on = order[low] == 0;
      if (order[low] <= 0) break;
    }
    slots[i] = first_[0] + static_cast<std::uint32_t>(2 * low + (on ? 1U : 0U));
  }
}

PAIDAN_INLINE std::optional<Value> ColumnIndex::sample(std::uint32_t slot) const {
  if (slot == 0) return Value{};
  if (slot <= 2) return Value(slot == 2);
  for (std::size_t place = 0; place < indexed_kinds; ++place) {
    const std::vector<Value>& bounds = bounds_[place];
    if (slot > first_[place] + 2 * bounds.size()) continue;
    const std::size_t within = slot - first_[place];
    if (within % 2 == 1) return bounds[within / 2];
    const Value* const low = within == 0 ? nullptr : &bounds[within / 2 - 1];
    const Value* const high = within == 2 * bounds.size() ? nullptr : &bounds[within / 2];
    if (place == 0) return rules_detail::number_between(low, high);
    if (place == 1) return rules_detail::text_between(low, high);
    return rules_detail::moment_between(rules_detail::kinds_of_places[place], low, high);
  }
  return std::nullopt;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
