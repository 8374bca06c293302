// Part of reader.ipp: ids and local times of a border, read as indices and model times.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/reader.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

PAIDAN_INLINE bool find_order(const Border& border, std::string_view id, const std::string& path, Errors& errors,
                              OrderIndex& out) {
  out.value = border.find(Noun::order, id);
  if (!out.valid()) add_unknown_id(errors, nouns::order, id, path, [&] { return border.known(Noun::order); });
  return out.valid();
}
PAIDAN_INLINE bool find_technician(const Border& border, std::string_view id, const std::string& path, Errors& errors,
                                   TechnicianIndex& out) {
  out.value = border.find(Noun::technician, id);
  if (!out.valid()) add_unknown_id(errors, nouns::technician, id, path, [&] { return border.known(Noun::technician); });
  return out.valid();
}
PAIDAN_INLINE bool find_depot(const Border& border, std::string_view id, const std::string& path, Errors& errors,
                              DepotIndex& out) {
  out.value = border.find(Noun::depot, id);
  if (!out.valid()) add_unknown_id(errors, nouns::depot, id, path, [&] { return border.known(Noun::depot); });
  return out.valid();
}
PAIDAN_INLINE bool find_shift(const Border& border, TechnicianIndex technician, const std::optional<std::string>& shift,
                              const std::string& path, Errors& errors, ShiftIndex& out) {
  const std::vector<std::string_view> known = border.shifts_of(technician);
  if (shift) {
    const auto found = std::find(known.begin(), known.end(), *shift);
    if (found != known.end()) {
      out = border.shift_at(technician, static_cast<std::size_t>(found - known.begin()));
      return true;
    }
    add_unknown_id(errors, nouns::shift, *shift, path, [&] { return known; });
    return false;
  }
  if (known.size() == 1) {
    out = border.shift_at(technician, 0);
    return true;
  }
  const std::string name(border.name_of(technician));
  if (known.empty()) {
    errors.add(errors::no_shift, path, {{"technician", name}});
  } else {
    errors.add(errors::which_shift, path,
               {{"technician", name}, {"count", std::to_string(known.size())}, {"known", comma_separated(known)}});
  }
  return false;
}

PAIDAN_INLINE bool Reader::read(std::uint32_t node, OrderIndex& out) {
  if (tree_.nodes[node].kind != NodeKind::text) return wrong(node, "text", "文本");
  return border_ == nullptr || find_order(*border_, tree_.text_of(node), path_, errors_, out);
}
PAIDAN_INLINE bool Reader::read(std::uint32_t node, TechnicianIndex& out) {
  if (tree_.nodes[node].kind != NodeKind::text) return wrong(node, "text", "文本");
  return border_ == nullptr || find_technician(*border_, tree_.text_of(node), path_, errors_, out);
}
PAIDAN_INLINE bool Reader::read(std::uint32_t node, DepotIndex& out) {
  if (tree_.nodes[node].kind != NodeKind::text) return wrong(node, "text", "文本");
  return border_ == nullptr || find_depot(*border_, tree_.text_of(node), path_, errors_, out);
}

PAIDAN_INLINE bool Reader::read_shift(std::uint32_t technician, std::uint32_t shift, bool both, ShiftIndex& out) {
  const std::size_t before = path_.size();
  const auto member = [&](std::string_view name) {
    path_.resize(before);
    if (before != 0) path_ += '.';
    path_ += name;
  };
  const auto done = [&](bool good) {
    path_.resize(before);
    return good;
  };
  TechnicianIndex who;
  bool good = true;
  if (technician != 0 && both) {
    member("technician");
    good = read(technician, who);
  } else if (technician != 0 && border_ != nullptr) {
    // What is wrong with it was said of that member.
    const bool named = tree_.nodes[technician].kind == NodeKind::text;
    if (named) who.value = border_->find(Noun::technician, tree_.text_of(technician));
    good = who.valid();
  }
  member("shift");
  if (shift != 0 && tree_.nodes[shift].kind != NodeKind::text) good = wrong(shift, "text", "文本");
  if (!good || border_ == nullptr || technician == 0) return done(good);
  if (shift == 0 && !both) return done(true);  // absent
  const std::optional<std::string> id = shift == 0 ? std::nullopt : std::optional(std::string(tree_.text_of(shift)));
  return done(find_shift(*border_, who, id, path_, errors_, out));
}
PAIDAN_INLINE bool Reader::read(std::uint32_t node, ShiftIndex& out) {
  if (!is_object(node)) return false;
  constexpr std::array<std::string_view, 2> names{"technician", "shift"};
  std::array<std::uint32_t, 2> values{};
  bool good = only(node, names, values);
  if (values[0] == 0) {
    missing(names[0]);
    good = false;
  }
  return read_shift(values[0], values[1], true, out) && good;
}
PAIDAN_INLINE bool Reader::read(std::uint32_t node, BreakIndex& out) {
  std::int64_t position = 0;
  if (!whole(node, 0, std::numeric_limits<std::int32_t>::max(), position)) return false;
  out = BreakIndex(static_cast<std::size_t>(position));
  return true;
}
PAIDAN_INLINE bool Reader::read(std::uint32_t node, ModelTime& out) {
  Instant instant;
  if (!read(node, instant)) return false;
  if (border_ == nullptr) return true;
  if (const std::optional<ModelTime> time = border_->model_time(instant)) {
    out = *time;
    return true;
  }
  errors_.add(out_of_range(path_, field(), local_text(*zone_, border_->instant({-ModelTime::limit})),
                           local_text(*zone_, border_->instant({ModelTime::limit})), local_text(*zone_, instant)));
  return false;
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
