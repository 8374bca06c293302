// Reads values from a JSON tree by field descriptions, collecting every error with its path.
#pragma once

#include <paidan/core/border.hpp>
#include <paidan/core/decimal.hpp>
#include <paidan/core/fields.hpp>
#include <paidan/core/geo.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/core/money.hpp>
#include <paidan/core/names.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/core/share.hpp>
#include <paidan/core/time.hpp>
#include <paidan/syntax/tree.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

/// The two names of a shift, as keys of an object.
template <class T>
struct ShiftTechnician {
  ShiftIndex T::*member;
};
template <class T>
struct ShiftName {
  ShiftIndex T::*member;
};

/// Visits the keys that an object of T has: f(name, member, field), where a shift is two keys.
template <Described T, class F>
void visit_keys(F&& f) {
  Fields<T>::visit([&]<class M>(std::string_view name, M member, const Field& field) {
    if constexpr (std::same_as<M, ShiftIndex T::*>) {
      if (name == "shift") {
        if (!has_field<T>("technician")) {
          const Field technician{.zh = "师傅编号", .doc = "Technician id.", .required = field.required};
          f(std::string_view("technician"), ShiftTechnician<T>{member}, technician);
        }
        return f(name, ShiftName<T>{member}, field);
      }
    }
    f(name, member, field);
  });
}

/// Of this technician: the shift of that id, or without an id the only one there is. Adds an error otherwise.
PAIDAN_EXPORT bool find_shift(const Border& border, TechnicianIndex technician, const std::optional<std::string>& shift,
                              const std::string& path, Errors& errors, ShiftIndex& out);
/// Adds an error when there is none of that id.
PAIDAN_EXPORT bool find_order(const Border& border, std::string_view id, const std::string& path, Errors& errors,
                              OrderIndex& out);
PAIDAN_EXPORT bool find_technician(const Border& border, std::string_view id, const std::string& path, Errors& errors,
                                   TechnicianIndex& out);
PAIDAN_EXPORT bool find_depot(const Border& border, std::string_view id, const std::string& path, Errors& errors,
                              DepotIndex& out);

/// Walks one tree. Local times are read in `zone` once there is one. Ids and times of results are looked up at the
/// border; without one their form alone is read, and the index stays none.
class Reader {
 public:
  Reader(const Tree& tree, Errors& errors) : tree_(tree), errors_(errors) {}

  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] Errors& errors() { return errors_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  void set_zone(const ZoneRules* zone) { zone_ = zone; }
  /// Its zone is that of local times, too.
  void set_border(const Border* border) {
    border_ = border;
    zone_ = border == nullptr ? zone_ : &border->zone();
  }
  [[nodiscard]] const Border* border() const { return border_; }
  /// All instants read so far lie between these; low > high when there were none.
  [[nodiscard]] std::int64_t lowest_instant() const { return low_; }
  [[nodiscard]] std::int64_t highest_instant() const { return high_; }

  PAIDAN_EXPORT bool read(std::uint32_t node, bool& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, double& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, std::uint64_t& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, std::string& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, Instant& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, Date& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, LocalTime& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, Duration& out);
  /// Whole milliseconds, or a length of time like 30s.
  PAIDAN_EXPORT bool read(std::uint32_t node, Milliseconds& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, Decimal& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, Money& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, Currency& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, GeoPoint& out);
  /// An object as `Writer` makes it, or a name, which is looked up in the system's time zones.
  PAIDAN_EXPORT bool read(std::uint32_t node, ZoneRules& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, ContentHash& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, FamilySet& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, Share& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, ModelTime& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, OrderIndex& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, TechnicianIndex& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, DepotIndex& out);
  PAIDAN_EXPORT bool read(std::uint32_t node, ShiftIndex& out);
  /// The position in its shift, which alone says nothing: whoever knows the shift turns it into the index.
  PAIDAN_EXPORT bool read(std::uint32_t node, BreakIndex& out);

  template <std::integral T>
  requires(!std::same_as<T, bool>) bool read(std::uint32_t node, T& out) {
    std::int64_t value = 0;
    constexpr std::int64_t low = std::is_signed_v<T> ? static_cast<std::int64_t>(std::numeric_limits<T>::min()) : 0;
    constexpr std::int64_t high = sizeof(T) < 8 ? static_cast<std::int64_t>(std::numeric_limits<T>::max())
                                                : std::numeric_limits<std::int64_t>::max();
    if (!whole(node, low, high, value)) return false;
    out = static_cast<T>(value);
    return true;
  }
  template <NamedEnum E>
  bool read(std::uint32_t node, E& out) {
    const int found = one_of(node, EnumNames<E>::names);
    if (found < 0) return false;
    out = static_cast<E>(found);
    return true;
  }
  template <class T>
  bool read(std::uint32_t node, std::optional<T>& out) {
    T value{};
    if (!read(node, value)) return false;
    out = std::move(value);
    return true;
  }
  template <class T>
  bool read(std::uint32_t node, std::vector<T>& out) {
    if (!is_array(node)) return false;
    out.clear();
    out.reserve(tree_.nodes[node].length);
    bool good = true;
    const std::size_t before = path_.size();
    for (std::uint32_t i = node + 1; i < tree_.nodes[node].after; i = tree_.nodes[i].after) {
      path_ += '[';
      path_ += std::to_string(out.size());
      path_ += ']';
      T value{};
      good = read(i, value) && good;
      out.push_back(std::move(value));
      path_.resize(before);
    }
    return good;
  }
  /// An object whose keys are the input's own names.
  template <class T>
  bool read(std::uint32_t node, std::map<std::string, T>& out) {
    if (!is_object(node)) return false;
    out.clear();
    bool good = true;
    const std::size_t before = path_.size();
    for (std::uint32_t i = node + 1; i < tree_.nodes[node].after; i = tree_.nodes[i + 1].after) {
      const std::string key(tree_.text_of(i));
      if (out.contains(key)) {
        repeated(key);
        good = false;
        continue;
      }
      if (before != 0) path_ += '.';
      path_ += key;
      good = read(i + 1, out[key]) && good;
      path_.resize(before);
    }
    return good;
  }
  template <Described T>
  bool read(std::uint32_t node, T& out) {
    return object(node, out, {});
  }

  /// One member of an object that somebody else walks: its name is the path of errors.
  template <class T>
  bool read_member(std::string_view name, std::uint32_t node, T& out, const Field& field = {}) {
    path_ = name;
    const bool good = read_in_range(node, out, field);
    path_.clear();
    return good;
  }
  /// A shift by its two names there, 0 = not given; without its own the only one of that technician.
  bool read_shift_member(std::uint32_t technician, std::uint32_t shift, ShiftIndex& out) {
    return read_shift(technician, shift, true, out);
  }

  /// `also`: keys that the object may have besides its fields (the header of a document).
  template <Described T>
  bool object(std::uint32_t node, T& out, std::span<const std::string_view> also) {
    if (!is_object(node)) return false;
    const std::vector<std::string_view>& names = names_of<T>();
    std::vector<bool> seen(names.size(), false);
    bool good = true;
    std::size_t next = 0;
    std::uint32_t technician = 0;
    std::uint32_t shift = 0;
    const std::size_t before = path_.size();
    for (std::uint32_t i = node + 1; i < tree_.nodes[node].after; i = tree_.nodes[i + 1].after) {
      const std::string_view key = tree_.text_of(i);
      const std::size_t field = position(names, key, next);
      if (field == names.size()) {
        good = known_elsewhere(key, names, also) && good;
        continue;
      }
      next = field + 1;
      if (seen[field]) {
        repeated(key);
        good = false;
        continue;
      }
      if (tree_.nodes[i + 1].kind == NodeKind::null) continue;  // the same as leaving it out
      seen[field] = true;
      if (key == "technician") technician = i + 1;
      if (before != 0) path_ += '.';
      path_ += key;
      std::size_t index = 0;
      visit_keys<T>([&]<class M>(std::string_view, M member, const Field& description) {
        if (index++ != field) return;
        if constexpr (std::is_member_object_pointer_v<M>) {
          good = read_in_range(i + 1, out.*member, description) && good;
        } else if constexpr (std::same_as<M, ShiftName<T>>) {
          shift = i + 1;
        }
      });
      path_.resize(before);
    }
    std::size_t index = 0;
    visit_keys<T>([&]<class M>(std::string_view name, M member, const Field& description) {
      // A shift's own id may be left out where its technician has one shift.
      constexpr bool shift_id = std::same_as<M, ShiftName<T>>;
      if (description.required && !seen[index] && !shift_id) {
        missing(name);
        good = false;
      }
      ++index;
      if constexpr (std::same_as<M, ShiftName<T>>)
        good = read_shift(technician, shift, !has_field<T>("technician"), out.*(member.member)) && good;
    });
    return good;
  }

 private:
  template <class T>
  static const std::vector<std::string_view>& names_of() {
    static const std::vector<std::string_view> names = [] {
      std::vector<std::string_view> list;
      visit_keys<T>([&](std::string_view name, auto, const Field&) { list.push_back(name); });
      return list;
    }();
    return names;
  }

  /// A number that does not even fit its type is out of the field's range, too.
  template <class T>
  bool read_in_range(std::uint32_t node, T& out, const Field& field) {
    if constexpr (std::integral<T> || std::same_as<T, Milliseconds> || requires {
                    requires std::integral<typename T::value_type>;
                    out.has_value();
                  }) {
      range_ = field.ranged() ? &field : nullptr;
    }
    const bool good = read(node, out);
    range_ = nullptr;
    return good;
  }
  /// Nodes of the two names, 0 = not given. `both`: the technician is no field of its own, which has had its errors.
  PAIDAN_EXPORT bool read_shift(std::uint32_t technician, std::uint32_t shift, bool both, ShiftIndex& out);
  PAIDAN_EXPORT bool is_array(std::uint32_t node);
  PAIDAN_EXPORT bool is_object(std::uint32_t node);
  PAIDAN_EXPORT bool whole(std::uint32_t node, std::int64_t low, std::int64_t high, std::int64_t& out);
  /// Position among the names, −1 after adding an error.
  PAIDAN_EXPORT int one_of(std::uint32_t node, std::span<const std::string_view> names);
  /// Where the key stands among the names, looking first where the last one left off.
  PAIDAN_EXPORT static std::size_t position(std::span<const std::string_view> names, std::string_view key,
                                            std::size_t from);
  PAIDAN_EXPORT bool known_elsewhere(std::string_view key, std::span<const std::string_view> names,
                                     std::span<const std::string_view> also);
  /// The values of an object that has no other keys than these, 0 = left out or null.
  PAIDAN_EXPORT bool only(std::uint32_t node, std::span<const std::string_view> names, std::span<std::uint32_t> values);
  PAIDAN_EXPORT void repeated(std::string_view key);
  PAIDAN_EXPORT void missing(std::string_view name);
  [[nodiscard]] std::string field() const;
  bool wrong(std::uint32_t node, std::string_view expected, std::string_view expected_zh);
  [[nodiscard]] bool degrees(std::uint32_t node, double& out);

  const Tree& tree_;
  Errors& errors_;
  std::string path_;
  const ZoneRules* zone_ = nullptr;
  const Border* border_ = nullptr;
  const Field* range_ = nullptr;  // of the number that is read
  std::int64_t low_ = std::numeric_limits<std::int64_t>::max();
  std::int64_t high_ = std::numeric_limits<std::int64_t>::min();
};

/// Is the root an object of this kind and version? Adds errors otherwise. `kind` in the document may be left out.
[[nodiscard]] PAIDAN_EXPORT bool check_header(Reader& reader, std::string_view kind);
/// The keys that `write_header` writes.
inline constexpr std::array<std::string_view, 3> header_keys{"schema_version", "engine_version", "kind"};

/// A whole document; throws InvalidInput with all errors.
template <Described T>
[[nodiscard]] T read_document(std::string_view text, std::string_view kind, const Limits& limits,
                              const Border* border = nullptr, const ZoneRules* zone = nullptr) {
  const Tree tree = parse_json(text, limits);
  Errors errors;
  Reader reader(tree, errors);
  reader.set_zone(zone);
  reader.set_border(border);
  T value{};
  if (check_header(reader, kind)) reader.object(0, value, header_keys);
  errors.throw_if_any();
  return value;
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/reader.ipp>
#endif
