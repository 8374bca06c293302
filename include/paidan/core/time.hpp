// Instants, dates, local times and zone rules as plain values. No clock is ever read.
#pragma once

#include <paidan/core/error.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// A length of time in whole seconds.
struct Duration {
  std::int64_t seconds = 0;
  friend constexpr auto operator<=>(Duration, Duration) = default;
};
[[nodiscard]] constexpr Duration minutes(std::int64_t n) { return {n * 60}; }
[[nodiscard]] constexpr Duration hours(std::int64_t n) { return {n * 3600}; }

/// A length of time in milliseconds: limits of work, nothing that a decision rests on.
struct Milliseconds {
  std::int64_t count = 0;
  friend constexpr auto operator<=>(Milliseconds, Milliseconds) = default;
};

/// A point in time: seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct Instant {
  std::int64_t seconds = 0;
  friend constexpr auto operator<=>(Instant, Instant) = default;
};
[[nodiscard]] constexpr Instant operator+(Instant a, Duration b) { return {a.seconds + b.seconds}; }
[[nodiscard]] constexpr Instant operator-(Instant a, Duration b) { return {a.seconds - b.seconds}; }
[[nodiscard]] constexpr Duration operator-(Instant a, Instant b) { return {a.seconds - b.seconds}; }

/// A time inside a model: seconds from the origin of its problem, in [−limit, limit].
struct ModelTime {
  static constexpr std::int32_t limit = std::int32_t{1} << 28;
  std::int32_t seconds = 0;
  friend constexpr auto operator<=>(ModelTime, ModelTime) = default;
};
[[nodiscard]] constexpr Duration operator-(ModelTime a, ModelTime b) {
  return {std::int64_t{a.seconds} - std::int64_t{b.seconds}};
}

/// A day of the proleptic Gregorian calendar: days since 1970-01-01.
struct Date {
  std::int32_t days = 0;
  friend constexpr auto operator<=>(Date, Date) = default;

  /// Absent when there is no such day. Years -9999…9999.
  [[nodiscard]] PAIDAN_EXPORT static std::optional<Date> from_ymd(int year, int month, int day);
  /// `YYYY-MM-DD`, also `YYYY/M/D` as spreadsheets write it and `2024年7月8日`; a leading `-` for years before 0.
  [[nodiscard]] PAIDAN_EXPORT static std::optional<Date> parse(std::string_view text);
  struct Parts {
    int year, month, day;
  };
  [[nodiscard]] PAIDAN_EXPORT Parts parts() const;
  /// 1 = Monday … 7 = Sunday (ISO 8601).
  [[nodiscard]] PAIDAN_EXPORT int weekday() const;
  /// `YYYY-MM-DD`.
  [[nodiscard]] PAIDAN_EXPORT std::string text() const;
  /// Same day n months on, or that month's last day if there is none (Civil Code art. 202). Saturates at ±2^31 days.
  [[nodiscard]] PAIDAN_EXPORT Date plus_months(int n) const;
};
[[nodiscard]] constexpr Date operator+(Date a, std::int32_t days) { return {a.days + days}; }
[[nodiscard]] constexpr std::int32_t operator-(Date a, Date b) { return a.days - b.days; }

/// Seconds after local midnight, 0 … 86,400 (24:00 is allowed as an end).
struct LocalTime {
  std::int32_t seconds = 0;
  friend constexpr auto operator<=>(LocalTime, LocalTime) = default;
  /// `HH:MM` or `HH:MM:SS`; the hour may have one digit, as spreadsheets write it.
  [[nodiscard]] PAIDAN_EXPORT static std::optional<LocalTime> parse(std::string_view text);
  /// `HH:MM`, with `:SS` only when the seconds are not zero.
  [[nodiscard]] PAIDAN_EXPORT std::string text() const;
};

struct LocalDateTime {
  Date date;
  LocalTime time;
  friend constexpr auto operator<=>(const LocalDateTime&, const LocalDateTime&) = default;
  /// `YYYY-MM-DD HH:MM[:SS]`, `T` allowed between; a date alone is midnight.
  [[nodiscard]] PAIDAN_EXPORT static std::optional<LocalDateTime> parse(std::string_view text);
};

/// ISO 8601 with offset or `Z`: `2024-07-08T08:00:00-04:00`. Absent when the text has no offset, has one right behind
/// minutes (`10:00-12:00` is a span), is malformed or has a fraction of a second other than zero (`.000` is fine).
[[nodiscard]] PAIDAN_EXPORT std::optional<Instant> parse_instant(std::string_view text);

namespace errors {
inline constexpr ErrorKind transitions_not_rising{"transitions_not_rising",
                                                  "transitions must rise: {value} comes after {before}",
                                                  "时区变更时刻须递增:{value}排在{before}之后"};
}  // namespace errors

/// The rules of one time zone over a stretch of years: immutable, shareable. `io` loads them from the system's tz data.
class ZoneRules {
 public:
  struct Transition {
    std::int64_t utc_seconds;     ///< from this instant on …
    std::int32_t offset_seconds;  ///< … local = UTC + offset
    friend bool operator==(const Transition&, const Transition&) = default;
  };

  /// UTC itself.
  PAIDAN_EXPORT ZoneRules();
  /// Transitions must rise; `initial_offset` holds before the first one. Throws InvalidInput.
  PAIDAN_EXPORT ZoneRules(std::string name, std::string tz_version, std::int32_t initial_offset_seconds,
                          std::vector<Transition> transitions);
  /// What the constructor would throw: transitions that do not rise, offsets beyond 26 hours.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(std::int32_t initial_offset_seconds,
                                                                 const std::vector<Transition>& transitions);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& tz_version() const { return tz_version_; }
  [[nodiscard]] std::int32_t initial_offset_seconds() const { return initial_offset_seconds_; }
  [[nodiscard]] const std::vector<Transition>& transitions() const { return transitions_; }

  [[nodiscard]] PAIDAN_EXPORT std::int32_t offset_at(Instant instant) const;
  [[nodiscard]] PAIDAN_EXPORT LocalDateTime to_local(Instant instant) const;

  enum class Mapping : std::uint8_t { unique, ambiguous, skipped };
  struct Resolved {
    Mapping mapping;
    Instant earlier;  ///< the instant, or the first of the two candidates
    Instant later;    ///< skipped: `earlier` reads the clock as after the jump, `later` as before it
  };
  /// A local time that occurs twice or never is reported, not guessed.
  [[nodiscard]] PAIDAN_EXPORT Resolved resolve(const LocalDateTime& local) const;
  /// Midnight of that local day; where the clocks jump there, the first moment there is.
  [[nodiscard]] Instant start_of(Date day) const { return resolve({day, {0}}).earlier; }
  /// `2024-07-08T08:00:00-04:00`.
  [[nodiscard]] PAIDAN_EXPORT std::string text(Instant instant) const;
  friend bool operator==(const ZoneRules&, const ZoneRules&) = default;

 private:
  std::string name_;
  std::string tz_version_;
  std::int32_t initial_offset_seconds_ = 0;
  std::vector<Transition> transitions_;
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/core/time.ipp>
#endif
