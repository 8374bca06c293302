#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/syntax/detail/reader_border.ipp>
#include <paidan/syntax/detail/reader_values.ipp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/zones.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

/// `123`, `-1e400`, `1.5`: is it a whole number that int64 merely does not hold?
inline bool whole_spelling(std::string_view text) { return text.find_first_of(".eE") == std::string_view::npos; }

}  // namespace syntax_detail

namespace syntax {

PAIDAN_INLINE std::string Reader::field() const {
  const std::size_t dot = path_.rfind('.');
  const std::string last = dot == std::string::npos ? path_ : path_.substr(dot + 1);
  return last.empty() ? "document" : last;
}

PAIDAN_INLINE bool Reader::wrong(std::uint32_t node, std::string_view expected, std::string_view expected_zh) {
  errors_.add(paidan::errors::wrong_type, path_,
              {{"field", field()},
               {"expected", std::string(expected)},
               {"expected_zh", std::string(expected_zh)},
               {"value", snippet(tree_, node)}});
  return false;
}

PAIDAN_INLINE bool Reader::is_array(std::uint32_t node) {
  return tree_.nodes[node].kind == NodeKind::array || wrong(node, "a list", "列表");
}
PAIDAN_INLINE bool Reader::is_object(std::uint32_t node) {
  return tree_.nodes[node].kind == NodeKind::object || wrong(node, "an object", "对象");
}

PAIDAN_INLINE bool Reader::whole(std::uint32_t node, std::int64_t low, std::int64_t high, std::int64_t& out) {
  const Node& n = tree_.nodes[node];
  const bool spelled = n.kind == NodeKind::number && syntax_detail::whole_spelling(tree_.text_of(node));
  if (n.kind == NodeKind::integer) {
    if (n.value >= low && n.value <= high) {
      out = n.value;
      return true;
    }
  }
  if (range_ != nullptr && (n.kind == NodeKind::integer || spelled)) {
    // What lies within its type is the validator's to judge, together with everything else.
    errors_.add(
        out_of_range(path_, field(), std::to_string(range_->low), std::to_string(range_->high), snippet(tree_, node)));
    return false;
  }
  if (n.kind == NodeKind::integer) {
    if (low > 0 && n.value < low) return check_range(errors_, path_, field(), n.value, low, high);
    const ErrorKind& kind = low == 0 && n.value < 0 ? paidan::errors::negative : paidan::errors::overflow;
    errors_.add(kind, path_, {{"field", field()}, {"value", std::to_string(n.value)}});
    return false;
  }
  if (spelled) {
    errors_.add(paidan::errors::overflow, path_, {{"field", field()}, {"value", snippet(tree_, node)}});
    return false;
  }
  return wrong(node, "a whole number", "整数");
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, std::uint64_t& out) {
  const Node& n = tree_.nodes[node];
  if (n.kind == NodeKind::number) {  // past 2^63 − 1, perhaps
    const std::string_view text = tree_.text_of(node);
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (code == std::errc() && end == text.data() + text.size()) return true;
  }
  std::int64_t value = 0;
  if (!whole(node, 0, std::numeric_limits<std::int64_t>::max(), value)) return false;
  out = static_cast<std::uint64_t>(value);
  return true;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, ContentHash& out) {
  const std::string_view text = tree_.nodes[node].kind == NodeKind::text ? tree_.text_of(node) : std::string_view();
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out.value, 16);
  if (text.size() == 16 && code == std::errc() && end == text.data() + text.size() && out.text() == text) return true;
  return wrong(node, "a content hash of 16 hexadecimal digits", "16位十六进制内容指纹");
}
PAIDAN_INLINE bool Reader::read(std::uint32_t node, FamilySet& out) {
  std::vector<Family> families;
  if (!read(node, families)) return false;
  out = {};
  for (const Family family : families) out.bits = static_cast<FamilyBits>(out.bits | bit(family));
  return true;
}
PAIDAN_INLINE bool Reader::read(std::uint32_t node, Share& out) {
  if (!is_object(node)) return false;
  constexpr std::array<std::string_view, 2> names{"part", "whole"};
  std::array<std::uint32_t, 2> values{};
  bool good = only(node, names, values);
  const std::size_t before = path_.size();
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (values[k] == 0) {
      missing(names[k]);
      good = false;
      continue;
    }
    if (before != 0) path_ += '.';
    path_ += names[k];
    // A share of nothing is absent, so the whole is 1 at least.
    const std::int64_t low = k == 0 ? 0 : 1;
    good = whole(values[k], low, std::numeric_limits<std::int64_t>::max(), k == 0 ? out.part : out.whole) && good;
    path_.resize(before);
  }
  return good;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, bool& out) {
  if (tree_.nodes[node].kind != NodeKind::boolean) return wrong(node, "true or false", "true或false");
  out = tree_.nodes[node].value != 0;
  return true;
}

PAIDAN_INLINE bool Reader::degrees(std::uint32_t node, double& out) {
  const Node& n = tree_.nodes[node];
  if (n.kind == NodeKind::integer) {
    out = static_cast<double>(n.value);
    return true;
  }
  if (n.kind != NodeKind::number) return wrong(node, "a number", "数值");
  const std::string_view text = tree_.text_of(node);
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (code == std::errc() && end == text.data() + text.size() && std::isfinite(out)) return true;
  errors_.add(paidan::errors::overflow, path_, {{"field", field()}, {"value", snippet(tree_, node)}});
  return false;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, double& out) { return degrees(node, out); }

PAIDAN_INLINE bool Reader::read(std::uint32_t node, std::string& out) {
  if (tree_.nodes[node].kind != NodeKind::text) return wrong(node, "text", "文本");
  out = tree_.text_of(node);
  return true;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, Instant& out) {
  if (tree_.nodes[node].kind != NodeKind::text) {
    return wrong(node, "a time like 2024-07-08T08:00:00+08:00", "时刻,如2024-07-08T08:00:00+08:00");
  }
  const std::optional<Instant> instant = read_instant(tree_.text_of(node), zone_, field(), path_, 0, errors_);
  if (!instant) return false;
  out = *instant;
  low_ = std::min(low_, out.seconds);
  high_ = std::max(high_, out.seconds);
  return true;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, Date& out) {
  const std::optional<Date> date =
      tree_.nodes[node].kind == NodeKind::text ? Date::parse(tree_.text_of(node)) : std::nullopt;
  if (!date) return wrong(node, "a date like 2024-07-08", "日期,如2024-07-08");
  out = *date;
  return true;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, LocalTime& out) {
  const std::optional<LocalTime> time =
      tree_.nodes[node].kind == NodeKind::text ? LocalTime::parse(tree_.text_of(node)) : std::nullopt;
  if (!time) return wrong(node, "a time of day like 08:00", "时间,如08:00");
  out = *time;
  return true;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, Duration& out) {
  const Node& n = tree_.nodes[node];
  if (n.kind == NodeKind::integer) {
    out.seconds = n.value;
    return true;
  }
  if (n.kind == NodeKind::number && syntax_detail::whole_spelling(tree_.text_of(node))) {
    errors_.add(paidan::errors::overflow, path_, {{"field", field()}, {"value", snippet(tree_, node)}});
    return false;
  }
  const std::optional<Duration> duration =
      n.kind == NodeKind::text ? parse_duration(tree_.text_of(node)) : std::nullopt;
  if (!duration) return wrong(node, "whole seconds, or a length of time like 1h30m", "整秒数,或时长如1h30m");
  out = *duration;
  return true;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, Milliseconds& out) {
  const Node& n = tree_.nodes[node];
  if (n.kind != NodeKind::text) {
    return whole(node, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), out.count);
  }
  const std::optional<Duration> duration = parse_duration(tree_.text_of(node));
  if (!duration || __builtin_mul_overflow(duration->seconds, 1000, &out.count)) {
    return wrong(node, "whole milliseconds, or a length of time like 30s", "整毫秒数,或时长如30s");
  }
  return true;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, Decimal& out) {
  const Node& n = tree_.nodes[node];
  if (n.kind == NodeKind::integer) {
    out = Decimal(n.value);
    return true;
  }
  const std::optional<Decimal> decimal =
      n.kind == NodeKind::text || n.kind == NodeKind::number ? Decimal::parse(tree_.text_of(node)) : std::nullopt;
  if (!decimal) return wrong(node, "a decimal number of at most 34 digits", "不超过34位的十进制数");
  out = *decimal;
  return true;
}

PAIDAN_INLINE int Reader::one_of(std::uint32_t node, std::span<const std::string_view> names) {
  if (tree_.nodes[node].kind == NodeKind::text) {
    const std::size_t at = position(names, tree_.text_of(node), 0);
    if (at < names.size()) return static_cast<int>(at);
  }
  if (tree_.nodes[node].kind == NodeKind::text) {
    errors_.add(unknown_value(field(), shortened(tree_.text_of(node), 60), path_, names));
  } else {
    wrong(node, "one of " + comma_separated(names), "以下之一:" + comma_separated(names));
  }
  return -1;
}

PAIDAN_INLINE std::size_t Reader::position(std::span<const std::string_view> names, std::string_view key,
                                           std::size_t from) {
  for (std::size_t i = from; i < names.size(); ++i) {
    if (names[i] == key) return i;
  }
  for (std::size_t i = 0; i < from && i < names.size(); ++i) {
    if (names[i] == key) return i;
  }
  return names.size();
}

PAIDAN_INLINE bool Reader::known_elsewhere(std::string_view key, std::span<const std::string_view> names,
                                           std::span<const std::string_view> also) {
  if (std::find(also.begin(), also.end(), key) != also.end()) return true;
  std::vector<Parameter> parameters{{"field", syntax::shortened(key, 60)}};
  if (!errors_.full()) parameters = with_hint(std::move(parameters), key, names);
  errors_.add(errors::unknown_field, path_, std::move(parameters));
  return false;
}

PAIDAN_INLINE bool Reader::only(std::uint32_t node, std::span<const std::string_view> names,
                                std::span<std::uint32_t> values) {
  bool good = true;
  for (std::uint32_t i = node + 1; i < tree_.nodes[node].after; i = tree_.nodes[i + 1].after) {
    const std::size_t at = position(names, tree_.text_of(i), 0);
    if (at == names.size()) {
      good = known_elsewhere(tree_.text_of(i), names, {}) && good;
    } else if (values[at] != 0) {
      repeated(names[at]);
      good = false;
    } else if (tree_.nodes[i + 1].kind != NodeKind::null) {
      values[at] = i + 1;
    }
  }
  return good;
}

PAIDAN_INLINE void Reader::repeated(std::string_view key) {
  errors_.add(errors::repeated_field, path_, {{"field", std::string(key)}});
}

PAIDAN_INLINE void Reader::missing(std::string_view name) {
  errors_.add(paidan::errors::missing, path_ + (path_.empty() ? "" : ".") + std::string(name),
              {{"field", std::string(name)}});
}

PAIDAN_INLINE bool check_header(Reader& reader, std::string_view kind) {
  const Tree& tree = reader.tree();
  const std::size_t before = reader.errors().total();
  if (tree.nodes[0].kind != NodeKind::object) {
    reader.errors().add(
        paidan::errors::wrong_type, "",
        {{"field", "document"}, {"expected", "an object"}, {"expected_zh", "对象"}, {"value", snippet(tree, 0)}});
    return false;
  }
  if (const std::uint32_t stated = find_member(tree, 0, "kind"); stated != 0) {
    if (tree.nodes[stated].kind != NodeKind::text || tree.text_of(stated) != kind) {
      const std::string value = tree.nodes[stated].kind == NodeKind::text ? syntax::shortened(tree.text_of(stated), 60)
                                                                          : snippet(tree, stated);
      reader.errors().add(errors::other_kind, "kind", {{"value", value}, {"expected", std::string(kind)}});
    }
  }
  const std::uint32_t version = find_member(tree, 0, "schema_version");
  if (version == 0) {
    reader.errors().add(paidan::errors::missing, "schema_version", {{"field", "schema_version"}});
  } else if (tree.nodes[version].kind != NodeKind::integer || tree.nodes[version].value != schema_version) {
    reader.errors().add(errors::other_schema, "schema_version",
                        {{"value", snippet(tree, version)}, {"known", std::to_string(schema_version)}});
  }
  return reader.errors().total() == before;
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
