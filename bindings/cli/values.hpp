// The fields of a request out of words: numbers, names, files. One rule a type, whatever the operation.
#pragma once

#include "words.hpp"

#include <paidan/core/hints.hpp>
#include <paidan/desk/describe.hpp>
#include <paidan/desk/pair_text.hpp>
#include <paidan/desk/read_held.hpp>
#include <paidan/documents/rules_json.hpp>
#include <paidan/model/border.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/syntax/files.hpp>
#include <paidan/syntax/reader.hpp>

#include <algorithm>
#include <concepts>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace paidan_cli {

namespace desk = paidan::desk;

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

template <class T>
struct Unwrapped {
  using type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
  using type = T;
};

/// Adds the options of a request, and those of the tables that what it holds may be read from.
template <class R>
void add_options(std::vector<Option>& options, bool inner = false) {
  paidan::syntax::visit_keys<R>([&]<class M>(std::string_view name, M, const paidan::Field&) {
    if (inner && name == "table") return;  // the file itself
    const std::string option = option_name(name);
    const auto known = [&](const Option& one) { return one.name == option; };
    if constexpr (std::is_member_object_pointer_v<M>) {
      using V = std::remove_cvref_t<decltype(std::declval<R&>().*std::declval<M>())>;
      if (std::none_of(options.begin(), options.end(), known)) options.push_back({option, takes_of<V>()});
      if constexpr (desk::Held<V>) {
        using Table = typename TableOperation<typename desk::HeldMember<V>::type>::type;
        if constexpr (!std::is_void_v<Table>) add_options<typename Table::Request>(options, true);
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
  /// What the tables that were read say besides.
  [[nodiscard]] std::vector<paidan::Error> take_notices() { return std::move(notices_); }

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
          if (name != "problem")
            attempt([&] {
              hold(
                  option, value, requires { request.columns; });
            });
          filled = filled || value.has_value() || (name == "problem" && !errors_.empty());  // from the tables
        } else if (filled) {
          attempt([&] { read(option, name, field, value); });
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

  /// `columns_taken`: `--columns` is about the tables of the request itself, not about this one.
  template <class T>
  void hold(const std::string& option, std::optional<T>& out, bool columns_taken = false) {
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
        fill_rest(request, columns_taken);
        desk::Aside aside;
        out.emplace(Table::run(request, &aside));
        notices_.insert(notices_.end(), aside.notices.begin(), aside.notices.end());
        return;
      }
    }
    std::optional<paidan::Problem> problem;
    if (border_) problem = border_->problem();
    if constexpr (paidan::documents::AtBorder<typename desk::Judged<T>::Data>) {
      if (!problem) return;  // what is wrong with it has been said
    }
    const std::string name = path->substr(path->find_last_of('/') + 1);
    out.emplace(desk::read_held<T>(paidan::syntax::read_file(*path), problem, name));
  }

  /// The other options of a table's operation: what it needs besides the table may have a default here.
  template <class R>
  void fill_rest(R& request, bool columns_taken) {
    paidan::visit_members<R>([&]<class M>(std::string_view name, M member, const paidan::Field& field) {
      const std::string option = option_name(name);
      if (name == "table" || (columns_taken && name == "columns")) return;
      if (words_.has(option)) read(option, name, field, request.*member);
    });
  }

  // ---------------------------------------------------------------- values

  /// As `serve` would be given it: the reader of JSON has the rules.
  template <class T>
  void read(const std::string& option, std::string_view name, const paidan::Field& field, T& out) {
    paidan::syntax::Writer json(paidan::syntax::Layout::line);
    if constexpr (takes_of<T>() == Takes::values) {
      using Item = typename T::value_type;
      json.begin_array(true);
      for (const std::string& word : words_.all(option)) {
        // Numbers may share a word: 480,450.
        for (std::size_t at = 0, end = 0; at <= word.size(); at = end + 1) {
          end = std::integral<Item> ? std::min(word.find(',', at), word.size()) : word.size();
          write<Item>(json, word.substr(at, end - at));
        }
      }
      json.end_array();
    } else {
      write<typename Unwrapped<T>::type>(json, *words_.find(option));
    }
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(json.take(), {});
    paidan::syntax::Reader reader(tree, errors_);
    reader.set_border(border_ ? &*border_ : nullptr);
    reader.read_member(name, 0, out, field);
  }
  template <class T>
  static void write(paidan::syntax::Writer& json, const std::string& word) {
    constexpr bool number = std::integral<T> || std::same_as<T, paidan::Milliseconds>;
    if constexpr (std::same_as<T, bool>) {
      if (word.empty()) return json.boolean(true);
      if (word == "true" || word == "false") return json.raw(word);
    }
    if (number && whole(word)) return json.raw(word);
    json.text(word);
  }
  /// As JSON spells whole numbers.
  static bool whole(std::string_view word) {
    if (word.starts_with('-')) word.remove_prefix(1);
    return !word.empty() && word.find_first_not_of("0123456789") == word.npos && (word == "0" || word[0] != '0');
  }
  void read(const std::string& option, std::string_view, const paidan::Field&, desk::FileText& out) {
    out.bytes = paidan::syntax::read_file(*words_.find(option));
  }
  void read(const std::string& option, std::string_view, const paidan::Field&, std::vector<desk::FileText>& out) {
    for (const std::string& path : words_.all(option)) out.push_back({paidan::syntax::read_file(path)});
  }
  void read(const std::string& option, std::string_view, const paidan::Field&, paidan::rules::Value& out) {
    out = paidan::documents::facts_from_json(paidan::syntax::read_file(*words_.find(option)));
  }
  /// A described value without a file kind of its own: a JSON object.
  template <paidan::Described T>
  void read(const std::string& option, std::string_view, const paidan::Field&, T& out) {
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(paidan::syntax::read_file(*words_.find(option)), {});
    paidan::syntax::Reader reader(tree, errors_);
    reader.set_border(border_ ? &*border_ : nullptr);
    reader.object(0, out, {});
  }
  /// A list of them: a JSON list, or a document that has it under that name.
  template <paidan::Described T>
  void read(const std::string& option, std::string_view name, const paidan::Field& field, std::vector<T>& out) {
    for (const std::string& path : words_.all(option)) {
      const paidan::syntax::Tree tree = paidan::syntax::parse_json(paidan::syntax::read_file(path), {});
      paidan::syntax::Reader reader(tree, errors_);
      reader.set_border(border_ ? &*border_ : nullptr);
      const bool inside = tree.nodes[0].kind == paidan::syntax::NodeKind::object;
      const std::uint32_t node = inside ? paidan::syntax::find_member(tree, 0, name) : 0;
      if (inside && node == 0) {
        errors_.add(paidan::errors::missing, "", {{"field", std::string(name)}});
      } else {
        std::vector<T> some;
        reader.read_member(name, node, some, field);
        out.insert(out.end(), some.begin(), some.end());
      }
    }
  }
  /// ORDER:TECHNICIAN or ORDER:TECHNICIAN:SHIFT.
  void read(const std::string& option, std::string_view name, const paidan::Field&,
            std::vector<paidan::MatchPair>& out) {
    std::size_t i = 0;
    for (const std::string& text : words_.all(option)) {
      const std::string path = std::string(name) + "[" + std::to_string(i++) + "]";
      if (border_) attempt([&] { out.push_back(desk::find_pair(border_->problem(), text, path)); });
    }
  }

  const Words& words_;
  paidan::Errors errors_;
  std::vector<paidan::Error> notices_;
  std::optional<paidan::ProblemBorder> border_;
};

}  // namespace paidan_cli
