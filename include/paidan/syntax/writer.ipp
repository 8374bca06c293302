#pragma once

#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/tree.ipp>
#include <paidan/syntax/writer.hpp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

PAIDAN_INLINE void Writer::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ += level.flat && indented_ ? ", " : ",";
  level.empty = false;
  if (indented_ && !level.flat) {
    out_ += '\n';
    out_.append(levels_.size() * 2, ' ');
  }
}

PAIDAN_INLINE void Writer::open(char bracket, bool flat) {
  before_value();
  out_ += bracket;
  levels_.push_back({flat || (!levels_.empty() && levels_.back().flat), true});
}

PAIDAN_INLINE void Writer::close(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (indented_ && !level.flat && !level.empty) {
    out_ += '\n';
    out_.append(levels_.size() * 2, ' ');
  }
  out_ += bracket;
}

PAIDAN_INLINE void Writer::begin_object() { open('{', false); }
PAIDAN_INLINE void Writer::end_object() { close('}'); }
PAIDAN_INLINE void Writer::begin_array(bool flat) { open('[', flat); }
PAIDAN_INLINE void Writer::end_array() { close(']'); }

PAIDAN_INLINE void Writer::key(std::string_view name) {
  before_value();
  syntax_detail::quote_json(out_, name);
  out_ += indented_ ? ": " : ":";
  after_key_ = true;
}

PAIDAN_INLINE void Writer::text(std::string_view value) {
  before_value();
  syntax_detail::quote_json(out_, value);
}
PAIDAN_INLINE void Writer::raw(std::string_view json) {
  before_value();
  out_ += json;
}
PAIDAN_INLINE void Writer::integer(std::int64_t value) { raw(std::to_string(value)); }
PAIDAN_INLINE void Writer::unsigned_integer(std::uint64_t value) { raw(std::to_string(value)); }
PAIDAN_INLINE void Writer::boolean(bool value) { raw(value ? "true" : "false"); }
PAIDAN_INLINE void Writer::null() { raw("null"); }

PAIDAN_INLINE void Writer::write(const std::string& value) { text(value); }
PAIDAN_INLINE void Writer::write(const Instant& value) { text(zone_.text(value)); }
PAIDAN_INLINE void Writer::write(const Date& value) { text(value.text()); }
PAIDAN_INLINE void Writer::write(const LocalTime& value) { text(value.text()); }
PAIDAN_INLINE void Writer::write(const Duration& value) { integer(value.seconds); }
PAIDAN_INLINE void Writer::write(const Decimal& value) { text(value.text()); }
PAIDAN_INLINE void Writer::write(const Currency& value) { text(value.code()); }
PAIDAN_INLINE void Writer::write(double value) { raw(number_text(value)); }

PAIDAN_INLINE void Writer::write(const Money& value) {
  begin_object();
  key("amount");
  text(value.amount());
  key("currency");
  text(value.currency.code());
  end_object();
}

PAIDAN_INLINE void Writer::write(const GeoPoint& value) {
  begin_object();
  key("lat");
  raw(degrees_text(value.lat_e7));
  key("lon");
  raw(degrees_text(value.lon_e7));
  key("datum");
  text(value.datum == Datum::wgs84 ? "wgs84" : value.datum == Datum::gcj02 ? "gcj02" : "bd09");
  end_object();
}

PAIDAN_INLINE void Writer::write(const ZoneRules& value) {
  begin_object();
  key("name");
  text(value.name());
  key("tz_version");
  text(value.tz_version());
  key("initial_offset_seconds");
  integer(value.initial_offset_seconds());
  key("transitions");
  begin_array(value.transitions().empty());
  for (const ZoneRules::Transition& transition : value.transitions()) {
    begin_object();
    key("utc_seconds");
    integer(transition.utc_seconds);
    key("offset_seconds");
    integer(transition.offset_seconds);
    end_object();
  }
  end_array();
  end_object();
}

PAIDAN_INLINE std::string Writer::take() {
  if (indented_) out_ += '\n';
  return std::exchange(out_, {});
}

PAIDAN_INLINE void Writer::write(const ContentHash& value) { text(value.text()); }
PAIDAN_INLINE void Writer::write(const FamilySet& value) { write(value.list()); }
PAIDAN_INLINE void Writer::write(const Share& value) {
  begin_object();
  key("part");
  integer(value.part);
  key("whole");
  integer(value.whole);
  end_object();
}
PAIDAN_INLINE void Writer::write(const ModelTime& value) { write(border_->instant(value)); }
PAIDAN_INLINE void Writer::write(OrderIndex value) { text(border_->id(Noun::order, value.value)); }
PAIDAN_INLINE void Writer::write(TechnicianIndex value) { text(border_->id(Noun::technician, value.value)); }
PAIDAN_INLINE void Writer::write(DepotIndex value) { text(border_->id(Noun::depot, value.value)); }
PAIDAN_INLINE void Writer::write(ShiftIndex value) {
  begin_object();
  shift_members(value, true);
  end_object();
}
PAIDAN_INLINE void Writer::write(BreakIndex value) {
  const std::optional<std::int32_t> position = border_->break_position(value);
  if (position) return integer(*position);
  null();
}
PAIDAN_INLINE bool Writer::has_position(BreakIndex value) const { return border_->break_position(value).has_value(); }
PAIDAN_INLINE void Writer::shift_members(ShiftIndex value, bool technician_too) {
  if (technician_too) {
    key("technician");
    write(border_->technician_of(value));
  }
  key("shift");
  text(border_->shift_id(value));
}

PAIDAN_INLINE void Writer::write_node(const Tree& tree, std::uint32_t node) {
  const Node& n = tree.nodes[node];
  switch (n.kind) {
    case NodeKind::null:
      return null();
    case NodeKind::boolean:
      return boolean(n.value != 0);
    case NodeKind::integer:
      return integer(n.value);
    case NodeKind::number:
      return raw(tree.text_of(node));
    case NodeKind::text:
      return text(tree.text_of(node));
    case NodeKind::array:
      begin_array(true);
      for (std::uint32_t i = node + 1; i < n.after; i = tree.nodes[i].after) write_node(tree, i);
      return end_array();
    case NodeKind::object:
      begin_object();
      for (std::uint32_t i = node + 1; i < n.after; i = tree.nodes[i + 1].after) {
        key(tree.text_of(i));
        write_node(tree, i + 1);
      }
      return end_object();
  }
}
PAIDAN_INLINE std::string text_of_node(const Tree& tree, std::uint32_t node) {
  Writer writer(Layout::line);
  writer.write_node(tree, node);
  return writer.take();
}

PAIDAN_INLINE void write_header(Writer& writer, std::string_view kind) {
  writer.key("schema_version");
  writer.integer(schema_version);
  writer.key("engine_version");
  writer.text(engine_version);
  writer.key("kind");
  writer.text(kind);
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
