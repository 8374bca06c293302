// The types of the room `core`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

class Border;
class Calendar;
struct CalendarData;
struct CalendarDay;
struct ContentHash;
class Currency;
struct Date;
enum class Datum : std::uint8_t;
enum class DayKind : std::uint8_t;
class Decimal;
struct Duration;
struct Error;
struct ErrorKind;
class Errors;
enum class Family : std::uint8_t;
struct FamilyInfo;
struct FamilySet;
struct GeoPoint;
class Hasher;
struct Instant;
class InvalidInput;
enum class Language : std::uint8_t;
struct LocalDateTime;
struct LocalTime;
struct Milliseconds;
struct ModelTime;
struct Money;
enum class Noun : std::uint8_t;
struct NounWord;
struct Parameter;
struct Reason;
enum class RestDays : std::uint8_t;
enum class Rounding : std::uint8_t;
struct Share;
class SplitMix64;
class ZoneRules;

}  // namespace paidan::inline PAIDAN_ABI
