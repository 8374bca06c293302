// Writes JSON from field descriptions: keys in the order of the fields, whole numbers, the same bytes every time.
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

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

enum class Layout : std::uint8_t {
  indented,  ///< two blanks a level, lists of plain values on one line, ends with a line feed: for files
  line,      ///< no line feeds at all: for streams of one document a line
};

/// One number that is JSON already: it goes out as it came in.
struct Raw {
  std::string json;
  friend bool operator==(const Raw&, const Raw&) = default;
};

/// Is a member of this type left out when it has no value?
template <class M>
[[nodiscard]] bool absent(const M& value) {
  if constexpr (requires { value.has_value(); }) {
    return !value.has_value();
  } else if constexpr (requires { M::none(); }) {
    return !value.valid();
  } else {
    return false;
  }
}

/// A builder of one JSON text. Instants are written with the offset of `zone`; indices and model times need a border,
/// whose zone is then the one.
class Writer {
 public:
  explicit Writer(Layout layout, ZoneRules zone = {}) : zone_(std::move(zone)), indented_(layout == Layout::indented) {}
  Writer(Layout layout, const Border& border)
      : zone_(border.zone()), border_(&border), indented_(layout == Layout::indented) {}

  PAIDAN_EXPORT void begin_object();
  PAIDAN_EXPORT void end_object();
  /// `flat`: all elements on one line.
  PAIDAN_EXPORT void begin_array(bool flat);
  PAIDAN_EXPORT void end_array();
  PAIDAN_EXPORT void key(std::string_view name);
  PAIDAN_EXPORT void text(std::string_view value);
  PAIDAN_EXPORT void integer(std::int64_t value);
  PAIDAN_EXPORT void unsigned_integer(std::uint64_t value);
  PAIDAN_EXPORT void boolean(bool value);
  PAIDAN_EXPORT void null();
  /// Text that is JSON already: one plain number, or a document on one line.
  PAIDAN_EXPORT void raw(std::string_view json);
  /// A value of a tree as it is.
  PAIDAN_EXPORT void write_node(const Tree& tree, std::uint32_t node);

  PAIDAN_EXPORT void write(const std::string& value);
  PAIDAN_EXPORT void write(const Instant& value);
  PAIDAN_EXPORT void write(const Date& value);
  PAIDAN_EXPORT void write(const LocalTime& value);
  PAIDAN_EXPORT void write(const Duration& value);
  void write(const Milliseconds& value) { integer(value.count); }
  PAIDAN_EXPORT void write(const Decimal& value);
  PAIDAN_EXPORT void write(const Money& value);
  PAIDAN_EXPORT void write(const Currency& value);
  PAIDAN_EXPORT void write(const GeoPoint& value);
  PAIDAN_EXPORT void write(const ZoneRules& value);
  PAIDAN_EXPORT void write(const ContentHash& value);
  PAIDAN_EXPORT void write(const FamilySet& value);
  PAIDAN_EXPORT void write(const Share& value);
  PAIDAN_EXPORT void write(const ModelTime& value);
  PAIDAN_EXPORT void write(OrderIndex value);
  PAIDAN_EXPORT void write(TechnicianIndex value);
  PAIDAN_EXPORT void write(DepotIndex value);
  /// `{technician, shift}`.
  PAIDAN_EXPORT void write(ShiftIndex value);
  /// Which break of its shift, 0 = the first; null when no shift has it.
  PAIDAN_EXPORT void write(BreakIndex value);
  void write(const Raw& value) { raw(value.json); }
  void write(bool value) { boolean(value); }
  PAIDAN_EXPORT void write(double value);

  template <std::signed_integral T>
  void write(T value) {
    integer(value);
  }
  template <std::unsigned_integral T>
  requires(!std::same_as<T, bool>) void write(T value) { unsigned_integer(value); }
  template <NamedEnum E>
  void write(E value) {
    text(EnumNames<E>::names[static_cast<std::size_t>(value)]);
  }
  template <class T>
  void write(const std::vector<T>& values) {
    begin_array(!Described<T> && !std::same_as<T, ShiftIndex>);
    for (const T& value : values) write(value);
    end_array();
  }
  template <Described T>
  void write(const T& value) {
    begin_object();
    members(value);
    end_object();
  }
  /// The members alone, into an object that is open. Absent values are left out.
  template <Described T>
  void members(const T& value) {
    Fields<T>::visit([&]<class M>(std::string_view name, M member, const Field&) {
      if constexpr (requires { member.get; }) {
        key(name);
        write((value.*(member.get))());
      } else {
        const auto& held = value.*member;
        if (absent(held)) return;
        if constexpr (std::same_as<std::remove_cvref_t<decltype(held)>, BreakIndex>) {
          if (!has_position(held)) return;
        }
        if constexpr (std::same_as<std::remove_cvref_t<decltype(held)>, ShiftIndex>) {
          if (name == "shift") return shift_members(held, !has_field<T>("technician"));
        }
        key(name);
        if constexpr (requires { held.has_value(); }) {
          write(*held);
        } else {
          write(held);
        }
      }
    });
  }

  [[nodiscard]] const ZoneRules& zone() const { return zone_; }
  void set_zone(ZoneRules zone) { zone_ = std::move(zone); }
  /// The finished text.
  [[nodiscard]] PAIDAN_EXPORT std::string take();

 private:
  void before_value();
  void open(char bracket, bool flat);
  void close(char bracket);
  PAIDAN_EXPORT void shift_members(ShiftIndex value, bool technician_too);
  PAIDAN_EXPORT bool has_position(BreakIndex value) const;
  struct Level {
    bool flat = false;
    bool empty = true;
  };

  ZoneRules zone_;
  const Border* border_ = nullptr;
  std::string out_;
  std::vector<Level> levels_;
  bool indented_ = true;
  bool after_key_ = false;
};

/// A value of a tree as JSON on one line.
[[nodiscard]] PAIDAN_EXPORT std::string text_of_node(const Tree& tree, std::uint32_t node);

/// `schema_version`, `engine_version` and `kind` as the first members of the object that is open.
PAIDAN_EXPORT void write_header(Writer& writer, std::string_view kind);

/// A whole document.
template <Described T>
[[nodiscard]] std::string document(std::string_view kind, const T& value, Writer writer) {
  writer.begin_object();
  write_header(writer, kind);
  writer.members(value);
  writer.end_object();
  return writer.take();
}
template <Described T>
[[nodiscard]] std::string document(std::string_view kind, const T& value, Layout layout, const ZoneRules& zone = {}) {
  return document(kind, value, Writer(layout, zone));
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/writer.ipp>
#endif
