// Single values: numbers, amounts, dates, times, zones.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/core/decimal.hpp>
#include <paidan/core/money.hpp>
#include <paidan/core/time.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/zones.hpp>

namespace paidan_fuzz {
using paidan::Date;
using paidan::Decimal;

namespace {

constexpr paidan::Rounding roundings[] = {
    paidan::Rounding::half_up, paidan::Rounding::half_even, paidan::Rounding::down,     paidan::Rounding::up,
    paidan::Rounding::floor,   paidan::Rounding::ceiling,   paidan::Rounding::half_down};

void decimals(std::string_view left, std::string_view right) {
  const std::optional<Decimal> a = Decimal::parse(left);
  if (!a) return;
  const std::optional<Decimal> again = Decimal::parse(a->text());
  require(again && *again == *a && again->text() == a->text(), "a decimal reads back as the same");
  for (const paidan::Rounding mode : roundings) {
    for (const int digits : {-40, -2, 0, 2, 33, 40, -6'200, 6'200}) static_cast<void>(a->rounded(digits, mode));
    const std::optional<paidan::Money> money = a->to_money(paidan::Currency(), mode);
    if (!money) continue;
    require(paidan::Money::parse(money->amount(), money->currency) == money, "an amount reads back as the same");
    require(!money->text().empty(), "an amount can be said");
    require(Decimal::from(*money).to_money(money->currency, mode) == money, "money is an exact decimal");
  }
  if (const auto whole = a->to_integer()) require(Decimal(*whole) == *a, "a whole number is exact");
  const std::optional<Decimal> b = Decimal::parse(right);
  if (!b) return;
  require(a->compare(*b) == -b->compare(*a), "order is antisymmetric");
  require(a->plus(*b) == b->plus(*a), "addition commutes");
  require(a->times(*b) == b->times(*a), "multiplication commutes");
  static_cast<void>(a->minus(*b));
  static_cast<void>(a->power(*b));
  const std::optional<Decimal> quotient = a->over(*b);
  require(!quotient || !b->is_zero(), "nothing is divided by zero");
}

void dates(std::string_view word, int months) {
  const std::optional<Date> date = Date::parse(word);
  if (!date) return;
  require(Date::parse(date->text()) == date, "a date reads back as the same");
  require(date->weekday() >= 1 && date->weekday() <= 7, "a week has seven days");
  const Date::Parts parts = date->parts();
  require(Date::from_ymd(parts.year, parts.month, parts.day) == date, "a date is its parts");
  const Date later = date->plus_months(months);
  require((months >= 0) == (later >= *date) || months == 0, "months go forward");
}

void times(std::string_view word) {
  if (const auto time = paidan::LocalTime::parse(word)) {
    require(paidan::LocalTime::parse(time->text()) == time, "a time reads back as the same");
  }
  if (const auto instant = paidan::parse_instant(word)) {
    for (const paidan::ZoneRules& zone : {paidan::ZoneRules(), new_york()}) {
      const std::string written = zone.text(*instant);
      const auto again = paidan::parse_instant(written);
      // At the very edge of the calendar the local year has five digits.
      require(again == instant || zone.to_local(*instant).date.parts().year > 9'999 ||
                  zone.to_local(*instant).date.parts().year < -9'999,
              "an instant reads back as the same");
    }
  }
  if (const auto local = paidan::LocalDateTime::parse(word)) {
    const paidan::ZoneRules::Resolved resolved = new_york().resolve(*local);
    require(resolved.earlier <= resolved.later, "candidates are in order");
    if (resolved.mapping != paidan::ZoneRules::Mapping::skipped && local->time.seconds < 86'400) {
      require(new_york().to_local(resolved.earlier) == *local, "a local time that exists is shown as it was written");
    }
  }
  if (const auto length = paidan::syntax::parse_duration(word)) {
    require(paidan::syntax::parse_duration(std::to_string(length->seconds)) == length,
            "a length of time is whole seconds");
  }
  if (paidan::syntax::first_bad_utf8(word) != std::string_view::npos) return;  // readers decode first
  for (const paidan::ZoneRules* zone : {static_cast<const paidan::ZoneRules*>(nullptr), &new_york()}) {
    paidan::Errors errors;
    const auto instant = paidan::syntax::read_instant(word, zone, "start", "orders[0].start", 3, errors);
    require(instant.has_value() == errors.empty(), "an instant or an error");
    accepted_or_refused([&] { errors.throw_if_any(); });
  }
}

}  // namespace

void text(std::string_view input) {
  const std::size_t blank = input.find('\n');
  const std::string_view left = input.substr(0, blank);
  const std::string_view right = blank == std::string_view::npos ? "" : input.substr(blank + 1);
  decimals(left, right);
  for (const paidan::Currency currency : {paidan::Currency(), *paidan::Currency::parse("JPY")}) {
    if (const auto money = paidan::Money::parse(left, currency)) {
      require(paidan::Money::parse(money->amount(), currency) == money, "an amount reads back as the same");
      const auto other = paidan::Money::parse(right, currency);
      if (other) static_cast<void>(paidan::checked_add(*money, *other));
      if (other) static_cast<void>(paidan::checked_subtract(*money, *other));
      static_cast<void>(paidan::checked_multiply(*money, other ? other->minor : -1));
    }
  }
  static_cast<void>(paidan::Currency::parse(left));
  for (const int months : {-1'200, -1, 0, 1, 13, 1'200, 2'000'000'000, -2'000'000'000}) dates(left, months);
  times(left);
  // Only what begins like a name or a path: looking for the nearest of all zones takes longer than all the rest.
  const std::string_view name = paidan::syntax::first_bad_utf8(left) == std::string_view::npos ? left : "";
  const char first = name.empty() ? '\0' : name.front();
  const bool like_name =
      (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || first == '.' || first == '/';
  if (like_name) {
    accepted_or_refused([&] {
      const paidan::ZoneRules zone = paidan::syntax::load_zone(name, 2'000, 2'030);
      require(paidan::ZoneRules::validate(zone.initial_offset_seconds(), zone.transitions()).empty(),
              "loaded rules are valid");
    });
  }
  paidan::Errors errors;
  paidan::syntax::Decoded decoded;
  if (paidan::syntax::decode(input, decoded, errors)) {
    require(paidan::syntax::first_bad_utf8(decoded.text()) == std::string_view::npos, "decoded text is UTF-8");
  }
  const std::string_view known[] = {"gas", "electric", "refrigeration", "\xe7\x87\x83\xe6\xb0\x94"};
  const std::string_view near = paidan::nearest(left, known);
  require(near.empty() || near.size() < 20, "a hint is a known word");
}

}  // namespace paidan_fuzz
