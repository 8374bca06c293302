// The fields of a request out of words: numbers, names, files. One rule a type, whatever the operation.
#pragma once

#include "words.hpp"

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/desk/describe.hpp>
#include <paidan/desk/held.hpp>
#include <paidan/desk/pair_text.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/documents/rules_json.hpp>
#include <paidan/model/border.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/sheets/dmn_xml.hpp>
#include <paidan/sheets/rules_csv.hpp>
#include <paidan/syntax/files.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/zones.hpp>

#include <algorithm>
#include <charconv>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace paidan_cli {

namespace desk = paidan::desk;

[[noreturn]] inline void bad_value(const std::string& option, std::string expected, std::string expected_zh,
                                   const std::string& value) {
  throw paidan::InvalidInput({&errors::bad_value,
                              "",
                              0,
                              {{"option", "--" + option},
                               {"expected", std::move(expected)},
                               {"expected_zh", std::move(expected_zh)},
                               {"value", value}}});
}

/// The operation that makes a T of tables; void where there is none.
template <class T>
struct TableOperation {
  using type = void;
};
template <>
struct TableOperation<paidan::Problem> {
  using type = desk::ProblemOperation;
};
template <>
struct TableOperation<paidan::catalog::Catalog> {
  using type = desk::CatalogTableOperation;
};
template <>
struct TableOperation<paidan::catalog::MappingData> {
  using type = desk::MappingTableOperation;
};
template <>
struct TableOperation<paidan::pricing::PriceBook> {
  using type = desk::PricesTableOperation;
};
template <>
struct TableOperation<paidan::warranty::PolicySet> {
  using type = desk::PoliciesTableOperation;
};
template <>
struct TableOperation<paidan::check::ActualData> {
  using type = desk::ActualTableOperation;
};

template <class M>
constexpr Takes takes_of() {
  if constexpr (std::same_as<M, bool>) return Takes::nothing;
  if constexpr (
      requires { typename M::value_type; } && !std::same_as<M, std::string> &&
      !requires(const M& m) { m.has_value(); }) {
    return Takes::values;
  }
  return Takes::value;
}

/// Adds the options of a request, and those of the tables that what it holds may be read from.
template <class R>
void add_options(std::vector<Option>& options) {
  paidan::syntax::visit_keys<R>([&]<class M>(std::string_view name, M, const paidan::Field&) {
    const std::string option = option_name(name);
    const auto known = [&](const Option& one) { return one.name == option; };
    if constexpr (std::is_member_object_pointer_v<M>) {
      using V = std::remove_cvref_t<decltype(std::declval<R&>().*std::declval<M>())>;
      if (std::none_of(options.begin(), options.end(), known)) options.push_back({option, takes_of<V>()});
      if constexpr (desk::Held<V>) {
        using Table = typename TableOperation<typename desk::HeldMember<V>::type>::type;
        if constexpr (!std::is_void_v<Table>) add_options<typename Table::Request>(options);
      }
    } else if (std::none_of(options.begin(), options.end(), known)) {
      options.push_back({option, Takes::value});
    }
  });
}

class RequestMaker {
 public:
  explicit RequestMaker(const Words& words) : words_(words) {}

  template <class R>
  [[nodiscard]] R make() {
    R request{};
    if constexpr (requires { request.problem; }) {
      attempt([&] { hold("problem", request.problem); });
      if (request.problem) border_.emplace(*request.problem);
    }
    fill(request, {});
    errors_.throw_if_any();
    return request;
  }

 private:
  /// `skip`: a field that has its value already.
  template <class R>
  void fill(R& request, std::string_view skip) {
    paidan::TechnicianIndex technician;
    paidan::syntax::visit_keys<R>([&]<class M>(std::string_view name, M member, const paidan::Field& field) {
      const std::string option = option_name(name);
      constexpr bool shift_id = std::same_as<M, paidan::syntax::ShiftName<R>>;
      if (name == skip) return;
      bool filled = words_.has(option);
      if constexpr (std::is_member_object_pointer_v<M>) {
        auto& value = request.*member;
        using V = std::remove_cvref_t<decltype(value)>;
        if constexpr (desk::Held<V>) {
          if (name != "problem") attempt([&] { hold(option, value); });
          filled = filled || value.has_value() || (name == "problem" && !errors_.empty());  // from the tables
        } else if (filled) {
          attempt([&] { read(option, field, value); });
        }
        if constexpr (std::same_as<V, paidan::TechnicianIndex>) technician = value;
      } else if constexpr (shift_id) {
        if (border_ && technician.valid()) {
          const std::string* id = words_.find(option);
          paidan::syntax::find_shift(*border_, technician, id == nullptr ? std::nullopt : std::optional(*id), option,
                                     errors_, request.*(member.member));
        }
      } else if (filled && border_) {
        paidan::syntax::find_technician(*border_, *words_.find(option), option, errors_, technician);
      }
      if (!filled && field.required && !shift_id) needed(option, name == "problem");
    });
  }

  void needed(const std::string& option, bool problem) {
    errors_.add(errors::option_needed, "",
                {{"option", "--" + option},
                 {"also", problem ? " (or --orders, --technicians and --zone)" : ""},
                 {"also_zh", problem ? "(或--orders、--technicians与--zone)" : ""}});
  }

  template <class F>
  void attempt(F&& f) {
    try {
      f();
    } catch (const paidan::InvalidInput& wrong) {
      for (const paidan::Error& error : wrong.errors()) errors_.add(error);
    }
  }

  // ---------------------------------------------------------------- files

  template <class T>
  void hold(const std::string& option, std::optional<T>& out) {
    const std::string* path = words_.find(option);
    using Table = typename TableOperation<T>::type;
    if constexpr (std::same_as<T, paidan::Problem>) {
      if (path == nullptr && (words_.has("orders") || words_.has("technicians"))) {
        desk::ProblemRequest request;
        fill(request, {});
        errors_.throw_if_any();
        out.emplace(desk::ProblemOperation::run(request));
        return;
      }
    }
    if (path == nullptr) return;
    if constexpr (std::same_as<T, paidan::Calendar>) {
      if (!path->ends_with(".json") && *path != "-") {
        out.emplace(paidan::sheets::load_calendar_folder(*path));
        return;
      }
    }
    if constexpr (!std::is_void_v<Table> && !std::same_as<T, paidan::Problem>) {
      if (path->ends_with(".csv")) {
        typename Table::Request request;
        request.table.bytes = paidan::syntax::read_file(*path);
        if constexpr (requires { request.zone; }) {
          if (border_ && !words_.has("zone")) request.zone = border_->zone();
        }
        if constexpr (requires { request.id; }) {
          if (!words_.has("id")) request.id = *path;
        }
        fill_rest(request);
        out.emplace(T(Table::run(request)));
        return;
      }
    }
    const std::string text = paidan::syntax::read_file(*path);
    if constexpr (std::same_as<T, paidan::rules::DecisionTable>) {
      out.emplace(paidan::sheets::decision_table_from_csv(text, path->substr(path->find_last_of('/') + 1)));
    } else if constexpr (std::same_as<T, paidan::rules::DecisionModel>) {
      out.emplace(paidan::rules::DecisionModel(paidan::sheets::read_dmn(text)));
    } else if constexpr (std::same_as<T, paidan::Problem>) {
      out.emplace(paidan::documents::problem_from_json(text));
    } else {
      using Data = typename desk::Judged<T>::Data;
      if constexpr (paidan::documents::AtBorder<Data>) {
        if (border_) out.emplace(paidan::documents::from_json<Data>(border_->problem(), text));
      } else if constexpr (std::same_as<T, paidan::check::ActualData>) {
        out.emplace(paidan::documents::from_json<Data>(text, {}, border_ ? &border_->zone() : nullptr));
      } else {
        out.emplace(T(paidan::documents::from_json<Data>(text)));
      }
    }
  }

  /// The other options of a table's operation: what it needs besides the table may have a default here.
  template <class R>
  void fill_rest(R& request) {
    paidan::visit_members<R>([&]<class M>(std::string_view name, M member, const paidan::Field& field) {
      const std::string option = option_name(name);
      if (name != "table" && words_.has(option)) read(option, field, request.*member);
    });
  }

  // ---------------------------------------------------------------- values

  const std::string& word(const std::string& option) const { return *words_.find(option); }

  void read(const std::string& option, const paidan::Field&, bool& out) {
    const std::string& text = word(option);
    if (!text.empty() && text != "true" && text != "false") bad_value(option, "true or false", "true或false", text);
    out = text != "false";
  }
  template <std::integral T>
  requires(!std::same_as<T, bool>) void read(const std::string& option, const paidan::Field& field, T& out) {
    out = number<T>(option, field, word(option));
  }
  template <std::integral T>
  T number(const std::string& option, const paidan::Field& field, const std::string& text) const {
    T value{};
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = !text.empty() && end == text.data() + text.size();
    if (whole && code == std::errc() && !field.ranged()) return value;
    if (whole && code == std::errc() && std::in_range<std::int64_t>(value) &&
        static_cast<std::int64_t>(value) >= field.low && static_cast<std::int64_t>(value) <= field.high) {
      return value;
    }
    const bool spelled = !text.empty() && text.find_first_not_of("+-0123456789") == text.npos;
    if (!spelled) bad_value(option, "a whole number", "整数", text);
    const std::int64_t low = field.ranged()        ? field.low
                             : std::is_signed_v<T> ? std::numeric_limits<std::int64_t>::min()
                                                   : 0;
    const std::int64_t high =
        field.ranged() ? field.high
                       : static_cast<std::int64_t>(std::min<std::uint64_t>(std::numeric_limits<T>::max(), INT64_MAX));
    throw paidan::InvalidInput(
        paidan::out_of_range("", "--" + option, std::to_string(low), std::to_string(high), text));
  }
  void read(const std::string& option, const paidan::Field& field, paidan::Milliseconds& out) {
    const std::string& text = word(option);
    if (!text.empty() && text.find_first_not_of("-0123456789") == text.npos) {
      out.count = number<std::int64_t>(option, field, text);
      return;
    }
    const std::optional<paidan::Duration> length = paidan::syntax::parse_duration(text);
    if (!length)
      bad_value(option, "a length of time like 30s or 1m30s, or milliseconds", "时长,如30s、1m30s,或毫秒数", text);
    if (__builtin_mul_overflow(length->seconds, 1000, &out.count) || out.count < field.low || out.count > field.high) {
      throw paidan::InvalidInput(paidan::out_of_range("", "--" + option, std::to_string(field.low) + " ms",
                                                      std::to_string(field.high) + " ms", text));
    }
  }
  void read(const std::string& option, const paidan::Field&, paidan::Date& out) {
    const std::optional<paidan::Date> date = paidan::Date::parse(word(option));
    if (!date) bad_value(option, "a date like 2024-07-08", "日期,如2024-07-08", word(option));
    out = *date;
  }
  void read(const std::string& option, const paidan::Field&, paidan::ZoneRules& out) {
    out = paidan::syntax::load_zone(word(option));
  }
  void read(const std::string& option, const paidan::Field&, std::string& out) { out = word(option); }
  void read(const std::string& option, const paidan::Field&, desk::FileText& out) {
    out.bytes = paidan::syntax::read_file(word(option));
  }
  void read(const std::string& option, const paidan::Field&, paidan::rules::Value& out) {
    out = paidan::documents::facts_from_json(paidan::syntax::read_file(word(option)));
  }
  void read(const std::string& option, const paidan::Field&, paidan::OrderIndex& out) {
    if (border_) paidan::syntax::find_order(*border_, word(option), option, errors_, out);
  }
  void read(const std::string& option, const paidan::Field&, paidan::TechnicianIndex& out) {
    if (border_) paidan::syntax::find_technician(*border_, word(option), option, errors_, out);
  }
  /// A shift that is not called `shift`: TECHNICIAN or TECHNICIAN:SHIFT.
  void read(const std::string& option, const paidan::Field&, paidan::ShiftIndex& out) {
    if (!border_) return;
    const std::string& text = word(option);
    const std::size_t colon = text.rfind(':');
    paidan::TechnicianIndex technician;
    if (!paidan::syntax::find_technician(*border_, text.substr(0, colon), option, errors_, technician)) return;
    paidan::syntax::find_shift(*border_, technician,
                               colon == text.npos ? std::nullopt : std::optional(text.substr(colon + 1)), option,
                               errors_, out);
  }
  template <paidan::NamedEnum E>
  void read(const std::string& option, const paidan::Field&, E& out) {
    const auto& names = paidan::EnumNames<E>::names;
    const auto found = std::find(names.begin(), names.end(), word(option));
    if (found == names.end()) bad_value(option, desk::type_text<E>(), desk::type_text<E>(), word(option));
    out = static_cast<E>(found - names.begin());
  }
  template <class T>
  void read(const std::string& option, const paidan::Field& field, std::optional<T>& out) {
    T value{};
    read(option, field, value);
    out = std::move(value);
  }
  /// A described value without a file kind of its own: a JSON object.
  template <paidan::Described T>
  void read(const std::string& option, const paidan::Field&, T& out) {
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(paidan::syntax::read_file(word(option)), {});
    paidan::Errors errors;
    paidan::syntax::Reader reader(tree, errors);
    reader.set_border(border_ ? &*border_ : nullptr);
    reader.object(0, out, {});
    errors.throw_if_any();
  }
  template <class T>
  void read(const std::string& option, const paidan::Field& field, std::vector<T>& out) {
    std::size_t i = 0;
    for (const std::string& text : words_.all(option)) {
      const std::string path = option + "[" + std::to_string(i++) + "]";
      if constexpr (std::integral<T>) {
        for (std::size_t at = 0; at <= text.size();) {
          const std::size_t end = std::min(text.find(',', at), text.size());
          out.push_back(number<T>(option, field, text.substr(at, end - at)));
          at = end + 1;
        }
      } else if constexpr (std::same_as<T, paidan::MatchPair>) {
        if (border_) attempt([&] { out.push_back(desk::find_pair(border_->problem(), text, path)); });
      } else {
        static_assert(std::same_as<T, paidan::OrderIndex>);
        paidan::OrderIndex order;
        if (border_ && paidan::syntax::find_order(*border_, text, path, errors_, order)) out.push_back(order);
      }
    }
  }

  const Words& words_;
  paidan::Errors errors_;
  std::optional<paidan::ProblemBorder> border_;
};

}  // namespace paidan_cli
