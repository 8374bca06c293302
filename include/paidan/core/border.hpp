// The border: where indices become ids and model times become instants, and back.
//
// A result speaks of its problem's nouns by index and of its times in seconds from the problem's origin. What leaves or
// enters – JSON, schema, tables, Python – says ids and instants. The border is what knows both; it is handed to every
// writer, reader and binder, so that a result needs no second shape of itself.
#pragma once

#include <paidan/core/ids.hpp>
#include <paidan/core/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// A noun that has an id of its own.
enum class Noun : std::uint8_t { order, technician, depot };

class Border {
 public:
  virtual ~Border() = default;

  /// Empty when there is no such index: absent.
  [[nodiscard]] virtual std::string_view id(Noun noun, std::uint32_t index) const = 0;
  /// Absent (0xffffffff) when there is no such id.
  [[nodiscard]] virtual std::uint32_t find(Noun noun, std::string_view id) const = 0;
  /// All ids, for the nearest one in a message.
  [[nodiscard]] virtual std::vector<std::string_view> known(Noun noun) const = 0;

  /// What people call a technician, for messages.
  [[nodiscard]] virtual std::string_view name_of(TechnicianIndex technician) const = 0;
  /// A shift is named by its technician and its own id, which is unique among that technician's.
  [[nodiscard]] virtual TechnicianIndex technician_of(ShiftIndex shift) const = 0;
  [[nodiscard]] virtual std::string_view shift_id(ShiftIndex shift) const = 0;
  [[nodiscard]] virtual std::vector<std::string_view> shifts_of(TechnicianIndex technician) const = 0;
  /// The technician's n-th shift.
  [[nodiscard]] virtual ShiftIndex shift_at(TechnicianIndex technician, std::size_t n) const = 0;
  /// Which break of its shift a break is, 0 = the first; absent when there is none.
  [[nodiscard]] virtual std::optional<std::int32_t> break_position(BreakIndex index) const = 0;

  [[nodiscard]] virtual Instant origin() const = 0;
  [[nodiscard]] virtual const ZoneRules& zone() const = 0;

  [[nodiscard]] Instant instant(ModelTime time) const { return {origin().seconds + time.seconds}; }
  /// Absent beyond what a model holds.
  [[nodiscard]] std::optional<ModelTime> model_time(Instant instant) const {
    std::int64_t seconds = 0;
    if (__builtin_sub_overflow(instant.seconds, origin().seconds, &seconds)) return std::nullopt;
    if (seconds < -ModelTime::limit || seconds > ModelTime::limit) return std::nullopt;
    return ModelTime{static_cast<std::int32_t>(seconds)};
  }
};

}  // namespace paidan::inline PAIDAN_ABI
