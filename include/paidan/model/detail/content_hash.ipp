#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/model/fields.hpp>

#include <type_traits>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// Adds every described member of a value, so that nothing in the description can be forgotten here.
struct ContentHash {
  Hasher hasher;

  void add(const std::string& text) { hasher.add(std::string_view(text)); }
  void add(Instant instant) { hasher.add(instant.seconds); }
  void add(Duration duration) { hasher.add(duration.seconds); }
  void add(Date date) { hasher.add(date.days); }
  void add(LocalTime time) { hasher.add(time.seconds); }
  void add(const GeoPoint& point) {
    hasher.add(point.lat_e7);
    hasher.add(point.lon_e7);
    hasher.add(static_cast<std::uint32_t>(point.datum));
  }
  void add(const ZoneRules& zone) {
    add(zone.name());
    add(zone.tz_version());
    hasher.add(zone.initial_offset_seconds());
    hasher.add(static_cast<std::uint64_t>(zone.transitions().size()));
    for (const ZoneRules::Transition& transition : zone.transitions()) {
      hasher.add(transition.utc_seconds);
      hasher.add(transition.offset_seconds);
    }
  }
  /// A word at a time: matrices are large.
  void add(const std::vector<std::int64_t>& numbers) {
    std::uint64_t state = numbers.size();
    for (const std::int64_t number : numbers)
      state = mix64(state + 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(number));
    hasher.add(static_cast<std::uint64_t>(numbers.size()));
    hasher.add(state);
  }
  template <class T>
  requires std::is_integral_v<T>
  void add(T number) {
    if constexpr (std::is_same_v<T, bool>) {
      hasher.add(number);
    } else {
      hasher.add(static_cast<std::uint64_t>(number));
    }
  }
  template <class T>
  requires std::is_enum_v<T>
  void add(T value) { hasher.add(static_cast<std::uint64_t>(value)); }
  template <class T>
  void add(const std::optional<T>& value) {
    hasher.add(value.has_value());
    if (value) add(*value);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    hasher.add(static_cast<std::uint64_t>(values.size()));
    for (const T& value : values) add(value);
  }
  template <Described T>
  void add(const T& value) {
    Fields<T>::visit([&](std::string_view name, auto member, const Field& field) {
      if (field.later) {
        if (value.*member == T{}.*member) return;
        hasher.add(name);  // two such fields are not taken for each other
      }
      add(value.*member);
    });
  }
};

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
