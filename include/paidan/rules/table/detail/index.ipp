#pragma once

#include <paidan/rules/table/detail/index.hpp>

#include <algorithm>
#include <cstring>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

inline std::uint64_t hash_text(std::string_view text) {
  constexpr std::uint64_t factor = 0x9e3779b97f4a7c15U;
  std::uint64_t hash = text.size() * factor;
  const char* at = text.data();
  std::size_t left = text.size();
  while (left > 0) {
    std::uint64_t part = 0;
    const std::size_t taken = left < 8 ? left : 8;
    std::memcpy(&part, at, taken);
    hash = (hash ^ part) * factor;
    hash ^= hash >> 32U;
    at += taken;
    left -= taken;
  }
  return hash;
}

/// number → 0 … months_duration → 6; others have no order that an index could use.
inline std::optional<std::size_t> place_of_kind(Kind kind) {
  switch (kind) {
    case Kind::number:
      return 0;
    case Kind::string:
      return 1;
    case Kind::date:
      return 2;
    case Kind::time:
      return 3;
    case Kind::date_time:
      return 4;
    case Kind::days_duration:
      return 5;
    case Kind::months_duration:
      return 6;
    default:
      return std::nullopt;
  }
}
inline constexpr std::array kinds_of_places{Kind::number,    Kind::string,        Kind::date,           Kind::time,
                                            Kind::date_time, Kind::days_duration, Kind::months_duration};

/// Whether an index may use the value as a bound: ordered, and for moments a local one of whole seconds.
inline bool is_bound(const Value& value) {
  if (!place_of_kind(value.kind())) return false;
  if (!value.is_moment()) return true;
  const Moment& moment = value.moment();
  return moment.offset == no_offset && moment.nanoseconds == 0 && moment.seconds < (std::int64_t{1} << 61) &&
         moment.seconds > -(std::int64_t{1} << 61);
}

/// Twice the seconds (or months), plus one between two of them; absent when no set can be told.
inline std::optional<std::int64_t> moment_key(const Moment& moment) {
  if (moment.offset != no_offset || moment.seconds >= (std::int64_t{1} << 61) ||
      moment.seconds <= -(std::int64_t{1} << 61)) {
    return std::nullopt;
  }
  return 2 * moment.seconds + (moment.nanoseconds > 0 ? 1 : 0);
}

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE KeyBounds::KeyBounds(std::vector<std::int64_t> keys) : keys_(std::move(keys)) {
  constexpr std::int64_t few = 2'048;
  if (keys_.empty() || keys_.size() > 1'000 || keys_.back() - keys_.front() > few) return;
  std::size_t at = 0;
  for (std::int64_t key = keys_.front(); key <= keys_.back(); ++key) {
    while (keys_[at] < key) ++at;
    direct_.push_back(static_cast<std::uint16_t>(2 * at + (keys_[at] == key ? 1U : 0U)));
  }
}

PAIDAN_INLINE TextBounds::TextBounds(std::vector<std::string> texts, bool hashed) : texts_(std::move(texts)) {
  if (!hashed || texts_.empty()) return;
  std::size_t size = 4;
  while (size < 3 * texts_.size()) size *= 2;
  table_.assign(size, 0);
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    std::size_t at = rules_detail::hash_text(texts_[i]) & (size - 1);
    while (table_[at] != 0) at = (at + 1) & (size - 1);
    table_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

PAIDAN_INLINE std::uint32_t TextBounds::locate(std::string_view text) const {
  if (!table_.empty()) {
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = rules_detail::hash_text(text) & mask; table_[at] != 0; at = (at + 1) & mask) {
      if (texts_[table_[at] - 1] == text) return 2 * table_[at] - 1;
    }
    return 0;
  }
  const auto found = std::lower_bound(texts_.begin(), texts_.end(), text);
  const auto at = static_cast<std::uint32_t>(found - texts_.begin());
  return 2 * at + (found != texts_.end() && *found == text ? 1U : 0U);
}

PAIDAN_INLINE std::uint32_t ColumnIndex::locate_number(const Decimal& number) const {
  const std::vector<Value>& bounds = bounds_[0];
  const auto found = std::lower_bound(bounds.begin(), bounds.end(), number,
                                      [](const Value& bound, const Decimal& own) { return bound.number() < own; });
  const auto at = static_cast<std::uint32_t>(found - bounds.begin());
  return 2 * at + (found != bounds.end() && found->number() == number ? 1U : 0U);
}

PAIDAN_INLINE std::pair<std::uint32_t, std::uint32_t> ColumnIndex::slots_of_kind(Kind kind) const {
  if (kind == Kind::null) return {0, 0};
  if (kind == Kind::boolean) return {1, 2};
  const auto place = rules_detail::place_of_kind(kind);
  if (!place) return {slots_ - 2, slots_ - 2};
  return {first_[*place], first_[*place] + static_cast<std::uint32_t>(2 * bounds_[*place].size())};
}

PAIDAN_INLINE std::uint32_t ColumnIndex::slot_of_moment(const Value& value) const {
  const auto place = rules_detail::place_of_kind(value.kind());
  if (!place) return slots_ - 2;
  const auto key = rules_detail::moment_key(value.moment());
  return key ? first_[*place] + keys_[*place].locate(*key) : unknown_slot();
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

// The rest of the definitions, which need the above.
#include <paidan/rules/table/detail/index_build.ipp>
#include <paidan/rules/table/detail/index_columns.ipp>
