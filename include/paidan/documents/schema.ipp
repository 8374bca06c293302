#pragma once

#include <paidan/catalog/fields.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/documents/schema.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/warranty/fields.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace documents_detail {

/// Writes the schema of types; what is described by fields goes to `$defs`, each once.
class SchemaWriter {
 public:
  explicit SchemaWriter(syntax::Writer& writer) : writer_(writer) {}

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
    Fields<T>::visit([&]<class M>(std::string_view name, M T::*member, const Field& field) {
      writer_.key(name);
      writer_.begin_object();
      if constexpr (requires(const M& m) { m.has_value(); }) {
        body<typename M::value_type>();
      } else {
        body<M>();
        if constexpr (std::is_arithmetic_v<M> || std::is_enum_v<M> || std::is_same_v<M, Duration>) {
          if (!field.required) {
            writer_.key("default");
            writer_.write(defaults.*member);
          }
        }
      }
      describe(field.doc);
      pair("title", field.zh);
      writer_.end_object();
    });
    writer_.end_object();
    writer_.key("required");
    writer_.begin_array(true);
    if (header) writer_.text("schema_version");
    Fields<T>::visit([&]<class M>(std::string_view name, M T::*, const Field& field) {
      if (field.required) writer_.text(name);
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

  template <class T>
  void body() {
    if constexpr (std::is_same_v<T, bool>) {
      pair("type", "boolean");
    } else if constexpr (std::is_integral_v<T>) {
      pair("type", "integer");
      writer_.key("minimum");
      writer_.write(std::numeric_limits<T>::min());
      writer_.key("maximum");
      writer_.integer(sizeof(T) == 8 ? std::numeric_limits<std::int64_t>::max()
                                     : static_cast<std::int64_t>(std::numeric_limits<T>::max()));
    } else if constexpr (std::is_floating_point_v<T>) {
      pair("type", "number");
    } else if constexpr (std::is_same_v<T, std::string>) {
      pair("type", "string");
    } else if constexpr (std::is_same_v<T, Instant>) {
      pair("type", "string");
      pair("$comment", "ISO 8601 with offset; a problem's times may also be local times of its zone");
    } else if constexpr (std::is_same_v<T, Date>) {
      pair("type", "string");
      pair("format", "date");
    } else if constexpr (std::is_same_v<T, LocalTime>) {
      pair("type", "string");
      pair("pattern", "^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$");
    } else if constexpr (std::is_same_v<T, Duration>) {
      types("integer", "string");
      pair("$comment", "whole seconds, or a length of time like 1h30m or PT1H30M");
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

  syntax::Writer& writer_;
  std::vector<Wanted> wanted_;
};

template <class T>
std::string schema_of(std::string_view kind) {
  syntax::Writer writer(syntax::Layout::indented);
  SchemaWriter schema(writer);
  writer.begin_object();
  writer.key("$schema");
  writer.text("https://json-schema.org/draft/2020-12/schema");
  writer.key("title");
  writer.text(Fields<T>::name);
  schema.members<T>(true, kind);
  schema.definitions();
  writer.end_object();
  return writer.take();
}

inline constexpr std::array<std::string_view, 25> kind_names{"problem",
                                                             "plan",
                                                             "match",
                                                             "pair_answer",
                                                             "report",
                                                             "why_not",
                                                             "unassigned",
                                                             "actual",
                                                             "catalog",
                                                             "mapping",
                                                             "prices",
                                                             "estimate_request",
                                                             "estimate",
                                                             "quote_request",
                                                             "quote",
                                                             "bill",
                                                             "charges",
                                                             "audit",
                                                             "policies",
                                                             "claim",
                                                             "verdict",
                                                             "counterfactual",
                                                             "certificate_request",
                                                             "certificate",
                                                             "calendar"};

[[noreturn]] inline void unknown_kind(std::string_view kind) {
  std::string known;
  for (const std::string_view name : kind_names) (known += known.empty() ? "" : ", ") += name;
  std::vector<Parameter> parameters{{"value", syntax::shortened(kind, 60)}, {"known", known}};
  syntax::add_hint(parameters, kind, kind_names);
  throw InvalidInput({&syntax::errors::unknown_kind, "", 0, std::move(parameters)});
}

}  // namespace documents_detail

namespace documents {

PAIDAN_INLINE std::span<const std::string_view> document_kinds() { return documents_detail::kind_names; }

PAIDAN_INLINE std::string json_schema(std::string_view kind) {
  if (kind == "problem") return documents_detail::schema_of<ProblemData>(kind);
  if (kind == "plan") return documents_detail::schema_of<PlanDocument>(kind);
  if (kind == "match") return documents_detail::schema_of<MatchDocument>(kind);
  if (kind == "pair_answer") return documents_detail::schema_of<PairAnswerDocument>(kind);
  if (kind == "report") return documents_detail::schema_of<ReportDocument>(kind);
  if (kind == "why_not") return documents_detail::schema_of<WhyNotDocument>(kind);
  if (kind == "unassigned") return documents_detail::schema_of<UnassignedDocument>(kind);
  if (kind == "actual") return documents_detail::schema_of<ActualDocument>(kind);
  if (kind == "catalog") return documents_detail::schema_of<catalog::CatalogData>(kind);
  if (kind == "mapping") return documents_detail::schema_of<catalog::MappingData>(kind);
  if (kind == "prices") return documents_detail::schema_of<pricing::PriceBookData>(kind);
  if (kind == "estimate_request") return documents_detail::schema_of<pricing::EstimateRequest>(kind);
  if (kind == "estimate") return documents_detail::schema_of<pricing::Estimate>(kind);
  if (kind == "quote_request") return documents_detail::schema_of<pricing::QuoteFacts>(kind);
  if (kind == "quote") return documents_detail::schema_of<pricing::Quote>(kind);
  if (kind == "bill") return documents_detail::schema_of<pricing::Bill>(kind);
  if (kind == "charges") return documents_detail::schema_of<ChargesDocument>(kind);
  if (kind == "audit") return documents_detail::schema_of<pricing::Audit>(kind);
  if (kind == "policies") return documents_detail::schema_of<warranty::PolicySetData>(kind);
  if (kind == "claim") return documents_detail::schema_of<warranty::Claim>(kind);
  if (kind == "verdict") return documents_detail::schema_of<warranty::Verdict>(kind);
  if (kind == "counterfactual") return documents_detail::schema_of<warranty::Counterfactual>(kind);
  if (kind == "certificate_request") return documents_detail::schema_of<warranty::CertificateRequest>(kind);
  if (kind == "certificate") return documents_detail::schema_of<warranty::Certificate>(kind);
  if (kind == "calendar") return documents_detail::schema_of<CalendarDocument>(kind);
  documents_detail::unknown_kind(kind);
}

PAIDAN_INLINE void validate_document(std::string_view kind, std::string_view text, const syntax::Limits& limits) {
  if (kind == "problem") return static_cast<void>(problem_from_json(text, limits));
  if (kind == "plan") return static_cast<void>(plan_document_from_json(text, limits));
  if (kind == "match") return static_cast<void>(match_document_from_json(text, limits));
  if (kind == "pair_answer") return static_cast<void>(pair_answer_document_from_json(text, limits));
  if (kind == "report") return static_cast<void>(report_document_from_json(text, limits));
  if (kind == "why_not") return static_cast<void>(why_not_document_from_json(text, limits));
  if (kind == "unassigned") return static_cast<void>(unassigned_document_from_json(text, limits));
  if (kind == "actual") return static_cast<void>(actual_from_json(text, ZoneRules(), limits));
  if (kind == "catalog") return static_cast<void>(catalog::Catalog(catalog_data_from_json(text, limits)));
  if (kind == "mapping") return static_cast<void>(mapping_data_from_json(text, limits));
  if (kind == "prices") return static_cast<void>(pricing::PriceBook(price_book_data_from_json(text, limits)));
  if (kind == "estimate_request") return static_cast<void>(estimate_request_from_json(text, limits));
  if (kind == "estimate") return static_cast<void>(estimate_from_json(text, limits));
  if (kind == "quote_request") return static_cast<void>(quote_facts_from_json(text, limits));
  if (kind == "quote") return static_cast<void>(quote_from_json(text, limits));
  if (kind == "bill") return static_cast<void>(bill_from_json(text, limits));
  if (kind == "charges") return static_cast<void>(charges_from_json(text, limits));
  if (kind == "audit") return static_cast<void>(audit_from_json(text, limits));
  if (kind == "policies") return static_cast<void>(warranty::PolicySet(policy_set_data_from_json(text, limits)));
  if (kind == "claim") return static_cast<void>(claim_from_json(text, limits));
  if (kind == "verdict") return static_cast<void>(verdict_from_json(text, limits));
  if (kind == "counterfactual") return static_cast<void>(counterfactual_from_json(text, limits));
  if (kind == "certificate_request") return static_cast<void>(certificate_request_from_json(text, limits));
  if (kind == "certificate") return static_cast<void>(certificate_from_json(text, limits));
  if (kind == "calendar") return static_cast<void>(calendar_of(calendar_document_from_json(text, limits)));
  documents_detail::unknown_kind(kind);
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
