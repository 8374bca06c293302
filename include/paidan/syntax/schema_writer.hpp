// JSON Schema (draft 2020-12) of described types, from the same descriptions that read and write them.
#pragma once

#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/writer.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

/// A map whose keys are the input's own names.
template <class T>
struct NamedValues : std::false_type {};
template <class V>
struct NamedValues<std::map<std::string, V>> : std::true_type {};

/// Writes the schema of types; what is described by fields goes to `$defs`, each once.
class SchemaWriter {
 public:
  explicit SchemaWriter(Writer& writer) : writer_(writer) {}

  template <class T>
  void type(std::string_view doc) {
    writer_.begin_object();
    body<T>();
    describe(doc);
    writer_.end_object();
  }

  template <Described T>
  void members(bool header, std::string_view kind) {
    pair("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    if (header) {
      constant("schema_version", schema_version);
      writer_.key("engine_version");
      type<std::string>("Version of the engine that wrote it.");
      constant("kind", kind);
    }
    const T defaults{};
    visit_keys<T>([&]<class Member>(std::string_view name, Member member, const Field& field) {
      writer_.key(name);
      writer_.begin_object();
      if constexpr (std::is_member_object_pointer_v<Member>) {
        using M = std::remove_cvref_t<decltype(defaults.*member)>;
        if constexpr (requires(const M& m) { m.has_value(); }) {
          body<typename M::value_type>(&field);
        } else {
          body<M>(&field);
          if constexpr (std::is_arithmetic_v<M> || std::is_enum_v<M> || std::is_same_v<M, Duration>) {
            if (!field.required) {
              writer_.key("default");
              writer_.write(defaults.*member);
            }
          }
        }
      } else if constexpr (requires { member.get; }) {
        body<std::remove_cvref_t<decltype((defaults.*(member.get))())>>(&field);
        pair("$comment", "worked out from the others; not read");
      } else {
        pair("type", "string");
      }
      describe(field.doc);
      pair("title", field.zh);
      if (!field.unit.empty()) pair("x-unit", field.unit);
      writer_.end_object();
    });
    writer_.end_object();
    writer_.key("required");
    writer_.begin_array(true);
    if (header) writer_.text("schema_version");
    visit_keys<T>([&]<class Member>(std::string_view name, Member, const Field& field) {
      // A shift's own id may be left out where its technician has one shift.
      if (field.required && !std::is_same_v<Member, ShiftName<T>>) writer_.text(name);
    });
    writer_.end_array();
    writer_.key("additionalProperties");
    writer_.boolean(false);
  }

  /// The definitions that were asked for, and those that they ask for.
  void definitions() {
    writer_.key("$defs");
    writer_.begin_object();
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      writer_.key(wanted_[i].name);
      writer_.begin_object();
      wanted_[i].write(*this);
      writer_.end_object();
    }
    writer_.end_object();
  }

 private:
  struct Wanted {
    std::string_view name;
    void (*write)(SchemaWriter&);
  };

  void pair(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    writer_.key(key);
    writer_.text(value);
  }
  void describe(std::string_view doc) { pair("description", doc); }
  template <class V>
  void constant(std::string_view key, V value) {
    writer_.key(key);
    writer_.begin_object();
    writer_.key("const");
    if constexpr (std::is_integral_v<V>) {
      writer_.integer(value);
    } else {
      writer_.text(value);
    }
    writer_.end_object();
  }
  void types(std::string_view first, std::string_view second) {
    writer_.key("type");
    writer_.begin_array(true);
    writer_.text(first);
    writer_.text(second);
    writer_.end_array();
  }

  /// `field` has the bounds of a whole number.
  template <class T>
  void body(const Field* field = nullptr) {
    if constexpr (std::is_same_v<T, bool>) {
      pair("type", "boolean");
    } else if constexpr (std::is_integral_v<T>) {
      pair("type", "integer");
      constexpr std::int64_t low = std::is_signed_v<T> ? static_cast<std::int64_t>(std::numeric_limits<T>::min()) : 0;
      constexpr std::int64_t high = sizeof(T) == 8 ? std::numeric_limits<std::int64_t>::max()
                                                   : static_cast<std::int64_t>(std::numeric_limits<T>::max());
      writer_.key("minimum");
      writer_.integer(field == nullptr ? low : std::max(low, field->low));
      writer_.key("maximum");
      writer_.integer(field == nullptr ? high : std::min(high, field->high));
    } else if constexpr (std::is_floating_point_v<T> || std::is_same_v<T, Raw>) {
      pair("type", "number");
    } else if constexpr (NamedValues<T>::value) {
      pair("type", "object");
      writer_.key("additionalProperties");
      writer_.begin_object();
      body<typename T::mapped_type>();
      writer_.end_object();
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, OrderIndex> ||
                         std::is_same_v<T, TechnicianIndex> || std::is_same_v<T, DepotIndex>) {
      pair("type", "string");
    } else if constexpr (std::is_same_v<T, Instant>) {
      pair("type", "string");
      pair("$comment", "ISO 8601 with offset; a problem's times may also be local times of its zone");
    } else if constexpr (std::is_same_v<T, ModelTime>) {
      body<Instant>();
    } else if constexpr (std::is_same_v<T, BreakIndex>) {
      const Field position{.low = 0, .high = std::numeric_limits<std::int32_t>::max()};
      body<std::int64_t>(&position);
    } else if constexpr (std::is_same_v<T, ShiftIndex>) {
      want("ShiftName", [](SchemaWriter& s) { s.shift(); });
    } else if constexpr (std::is_same_v<T, ContentHash>) {
      pair("type", "string");
      pair("pattern", "^[0-9a-f]{16}$");
    } else if constexpr (std::is_same_v<T, FamilySet>) {
      body<std::vector<Family>>();
    } else if constexpr (std::is_same_v<T, Share>) {
      want("Share", [](SchemaWriter& s) { s.share(); });
    } else if constexpr (std::is_same_v<T, Date>) {
      pair("type", "string");
      pair("format", "date");
    } else if constexpr (std::is_same_v<T, LocalTime>) {
      pair("type", "string");
      pair("pattern", "^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$");
    } else if constexpr (std::is_same_v<T, Duration>) {
      types("integer", "string");
      pair("$comment", "whole seconds, or a length of time like 1h30m or PT1H30M");
    } else if constexpr (std::is_same_v<T, Milliseconds>) {
      types("integer", "string");
      pair("$comment", "whole milliseconds, or a length of time like 30s");
    } else if constexpr (std::is_same_v<T, Decimal>) {
      types("string", "number");
      pair("$comment", "a decimal number, as text so that its digits are kept");
    } else if constexpr (std::is_same_v<T, Currency>) {
      pair("type", "string");
      pair("pattern", "^[A-Z]{3}$");
    } else if constexpr (std::is_same_v<T, Money>) {
      want("Money", [](SchemaWriter& s) { s.money(); });
    } else if constexpr (std::is_same_v<T, GeoPoint>) {
      want("GeoPoint", [](SchemaWriter& s) { s.point(); });
    } else if constexpr (std::is_same_v<T, ZoneRules>) {
      want("Zone", [](SchemaWriter& s) { s.zone(); });
    } else if constexpr (NamedEnum<T>) {
      writer_.key("enum");
      writer_.begin_array(true);
      for (const std::string_view name : EnumNames<T>::names) writer_.text(name);
      writer_.end_array();
    } else if constexpr (Described<T>) {
      want(Fields<T>::name, [](SchemaWriter& s) { s.members<T>(false, {}); });
    } else {
      pair("type", "array");
      writer_.key("items");
      writer_.begin_object();
      body<typename T::value_type>();
      writer_.end_object();
    }
  }

  void want(std::string_view name, void (*write)(SchemaWriter&)) {
    const auto same = [&](const Wanted& one) { return one.name == name; };
    if (std::none_of(wanted_.begin(), wanted_.end(), same)) wanted_.push_back({name, write});
    pair("$ref", "#/$defs/" + std::string(name));
  }

  void end_of_object(std::initializer_list<std::string_view> required) {
    writer_.end_object();
    writer_.key("required");
    writer_.begin_array(true);
    for (const std::string_view name : required) writer_.text(name);
    writer_.end_array();
    writer_.key("additionalProperties");
    writer_.boolean(false);
  }
  void money() {
    pair("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    writer_.key("amount");
    type<Decimal>("In the currency's major unit, with no more digits than it has.");
    writer_.key("currency");
    type<Currency>("ISO 4217 code.");
    end_of_object({"amount", "currency"});
  }
  void shift() {
    pair("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    writer_.key("technician");
    type<std::string>("Id of the technician.");
    writer_.key("shift");
    type<std::string>("Id of the shift, unique among that technician's.");
    end_of_object({"technician"});
  }
  void share() {
    const Field part{.low = 0};
    const Field whole{.low = 1};  // a share of nothing is absent
    pair("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    for (const auto& [name, field] : {std::pair("part", &part), std::pair("whole", &whole)}) {
      writer_.key(name);
      writer_.begin_object();
      body<std::int64_t>(field);
      writer_.end_object();
    }
    end_of_object({"part", "whole"});
  }
  void degree(std::string_view name, std::int64_t bound) {
    writer_.key(name);
    writer_.begin_object();
    pair("type", "number");
    writer_.key("minimum");
    writer_.integer(-bound);
    writer_.key("maximum");
    writer_.integer(bound);
    describe("Degrees, kept to 7 digits after the point.");
    writer_.end_object();
  }
  void point() {
    pair("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    degree("lat", 90);
    degree("lon", 180);
    writer_.key("datum");
    type<Datum>("All points of a problem share one; default wgs84.");
    end_of_object({"lat", "lon"});
  }
  void zone() {
    writer_.key("oneOf");
    writer_.begin_array(false);
    type<std::string>("Name in the tz database, like Asia/Shanghai; read from the system's tz data.");
    writer_.begin_object();
    pair("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    writer_.key("name");
    type<std::string>("Name in the tz database.");
    writer_.key("tz_version");
    type<std::string>("Version of the tz data it came from.");
    writer_.key("initial_offset_seconds");
    type<std::int32_t>("Local time less UTC before the first transition.");
    writer_.key("transitions");
    writer_.begin_object();
    pair("type", "array");
    writer_.key("items");
    writer_.begin_object();
    pair("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    writer_.key("utc_seconds");
    type<std::int64_t>("Seconds since 1970-01-01T00:00:00Z from which …");
    writer_.key("offset_seconds");
    type<std::int32_t>("… local time less UTC is this.");
    end_of_object({});
    writer_.end_object();
    writer_.end_object();
    end_of_object({});
    writer_.end_object();
    writer_.end_array();
  }

  Writer& writer_;
  std::vector<Wanted> wanted_;
};

/// `kind` is empty for what stands inside of documents only.
template <class T>
[[nodiscard]] std::string schema_of(std::string_view kind) {
  Writer writer(Layout::indented);
  SchemaWriter schema(writer);
  writer.begin_object();
  writer.key("$schema");
  writer.text("https://json-schema.org/draft/2020-12/schema");
  writer.key("title");
  writer.text(Fields<T>::name);
  schema.members<T>(!kind.empty(), kind);
  schema.definitions();
  writer.end_object();
  return writer.take();
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
