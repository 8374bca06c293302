// Part of reader.ipp: values of several members that core does not describe – money, places, zones.
#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/zones.hpp>

#include <array>
#include <optional>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

PAIDAN_INLINE bool Reader::read(std::uint32_t node, Currency& out) {
  const std::optional<Currency> currency =
      tree_.nodes[node].kind == NodeKind::text ? Currency::parse(tree_.text_of(node)) : std::nullopt;
  if (!currency) return wrong(node, "a currency code like CNY", "币种代码,如CNY");
  out = *currency;
  return true;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, Money& out) {
  if (tree_.nodes[node].kind != NodeKind::object) {
    return wrong(node, "an object like {\"amount\": \"30.00\", \"currency\": \"CNY\"}",
                 "对象,如{\"amount\": \"30.00\", \"currency\": \"CNY\"}");
  }
  constexpr std::array<std::string_view, 2> names{"amount", "currency"};
  std::array<std::uint32_t, 2> values{};
  const std::size_t before = path_.size();
  bool good = only(node, names, values);
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (values[k] == 0) {
      missing(names[k]);
      good = false;
    }
  }
  if (!good) return false;
  path_ += ".currency";
  good = read(values[1], out.currency);
  path_.resize(before);
  if (!good) return false;
  path_ += ".amount";
  const Node& amount = tree_.nodes[values[0]];
  std::string spelling;
  if (amount.kind == NodeKind::integer) spelling = std::to_string(amount.value);
  if (amount.kind == NodeKind::text || amount.kind == NodeKind::number) spelling = tree_.text_of(values[0]);
  const std::optional<Money> money = Money::parse(spelling, out.currency);
  good = money.has_value();
  if (good) {
    out = *money;
  } else {
    wrong(values[0], "an amount with the currency's digits, like 30.00", "符合币种小数位数的金额,如30.00");
  }
  path_.resize(before);
  return good;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, GeoPoint& out) {
  if (tree_.nodes[node].kind != NodeKind::object) {
    return wrong(node, "an object like {\"lat\": 40.7128, \"lon\": -74.006}",
                 "对象,如{\"lat\": 40.7128, \"lon\": -74.006}");
  }
  constexpr std::array<std::string_view, 3> names{"lat", "lon", "datum"};
  constexpr std::array<std::string_view, 3> datums{"wgs84", "gcj02", "bd09"};
  std::array<double, 2> degree{};
  std::array<bool, 3> seen{};
  const std::size_t before = path_.size();
  bool good = true;
  for (std::uint32_t i = node + 1; i < tree_.nodes[node].after; i = tree_.nodes[i + 1].after) {
    const std::size_t at = position(names, tree_.text_of(i), 0);
    if (at == names.size()) {
      good = known_elsewhere(tree_.text_of(i), names, {}) && good;
      continue;
    }
    if (seen[at]) {
      repeated(names[at]);
      good = false;
      continue;
    }
    seen[at] = true;
    path_ += '.';
    path_ += names[at];
    if (at == 2) {
      const int datum = one_of(i + 1, datums);
      good = good && datum >= 0;
      if (datum >= 0) out.datum = static_cast<Datum>(datum);
    } else if (!degrees(i + 1, degree[at])) {
      good = false;
    } else if (const double bound = at == 0 ? 90 : 180; degree[at] < -bound || degree[at] > bound) {
      errors_.add(paidan::out_of_range(path_, std::string(names[at]), at == 0 ? "-90" : "-180", at == 0 ? "90" : "180",
                                       snippet(tree_, i + 1)));
      good = false;
    }
    path_.resize(before);
  }
  for (std::size_t k = 0; k < 2; ++k) {
    if (!seen[k]) {
      missing(names[k]);
      good = false;
    }
  }
  if (!good) return false;
  const std::optional<GeoPoint> point = GeoPoint::from_degrees(degree[0], degree[1], out.datum);
  if (point) out = *point;
  return point.has_value();
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, ZoneRules& out) {
  const Node& n = tree_.nodes[node];
  if (n.kind == NodeKind::text) {
    std::optional<ZoneRules> zone = find_zone(tree_.text_of(node), path_, errors_);
    if (!zone) return false;
    out = std::move(*zone);
    return true;
  }
  if (n.kind != NodeKind::object)
    return wrong(node, "a time zone's name like Asia/Shanghai", "时区名称,如Asia/Shanghai");
  constexpr std::array<std::string_view, 4> names{"name", "tz_version", "initial_offset_seconds", "transitions"};
  constexpr std::array<std::string_view, 2> inner{"utc_seconds", "offset_seconds"};
  std::string name;
  std::string version;
  std::int32_t offset = 0;
  std::vector<ZoneRules::Transition> transitions;
  const std::size_t before = path_.size();
  bool good = true;
  for (std::uint32_t i = node + 1; i < n.after; i = tree_.nodes[i + 1].after) {
    const std::size_t at = position(names, tree_.text_of(i), 0);
    path_ += path_.empty() ? "" : ".";
    path_ += tree_.text_of(i);
    const std::uint32_t value = i + 1;
    if (at == 0) good = read(value, name) && good;
    if (at == 1) good = read(value, version) && good;
    if (at == 2) good = read(value, offset) && good;
    if (at == 3 && is_array(value)) {
      const std::size_t list = path_.size();
      for (std::uint32_t k = value + 1; k < tree_.nodes[value].after; k = tree_.nodes[k].after) {
        path_ += "[" + std::to_string(transitions.size()) + "]";
        ZoneRules::Transition transition{};
        if (is_object(k)) {
          for (std::uint32_t m = k + 1; m < tree_.nodes[k].after; m = tree_.nodes[m + 1].after) {
            const std::size_t which = position(inner, tree_.text_of(m), 0);
            if (which == 0) good = read(m + 1, transition.utc_seconds) && good;
            if (which == 1) good = read(m + 1, transition.offset_seconds) && good;
            if (which == inner.size()) good = known_elsewhere(tree_.text_of(m), inner, {}) && good;
          }
        } else {
          good = false;
        }
        transitions.push_back(transition);
        path_.resize(list);
      }
    } else if (at == 3) {
      good = false;
    }
    path_.resize(before);
    if (at == names.size()) good = known_elsewhere(tree_.text_of(i), names, {}) && good;
  }
  if (!good) return false;
  std::vector<Error> wrong_rules = ZoneRules::validate(offset, transitions);
  for (Error& error : wrong_rules) {
    error.path = path_ + (error.path.empty() ? "" : "." + error.path);
    errors_.add(std::move(error));
    good = false;
  }
  if (good) out = ZoneRules(std::move(name), std::move(version), offset, std::move(transitions));
  return good;
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
