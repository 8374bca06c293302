// Internal (only .ipp files include it). A request of the table out of a line of JSON: what is held is a handle or a
// document in place, the rest is read as every described value is.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/desk/describe.hpp>
#include <paidan/desk/detail/shelf.hpp>
#include <paidan/desk/read_held.hpp>
#include <paidan/documents/rules_json.hpp>
#include <paidan/model/border.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/reader.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk_detail {

/// Run `read` and put `key` before the paths of the errors it throws.
template <class Read>
auto inside(std::string_view key, Read&& read) {
  try {
    return read();
  } catch (const InvalidInput& wrong) {
    std::vector<Error> errors = wrong.errors();
    for (Error& error : errors) {
      const bool joined = error.path.empty() || error.path.front() == '[';
      error.path = std::string(key) + (joined ? "" : ".") + error.path;
    }
    throw InvalidInput(std::move(errors));
  }
}

/// What every request may have besides its fields; an operation's also `keep`, and where it speaks, `lang` and
/// `audience`.
inline constexpr std::array<std::string_view, 2> envelope{"id", "do"};

/// Reads a request of the table out of a line of JSON.
class RequestReader {
 public:
  RequestReader(const syntax::Tree& tree, const Shelf& shelf) : tree_(tree), shelf_(shelf) {}

  /// `besides`: keys that the caller reads.
  template <Described R>
  [[nodiscard]] R read(std::vector<std::string_view> besides) {
    R request{};
    if constexpr (requires { request.problem; }) {
      attempt([&] { hold("problem", request.problem, {}); });
      if (request.problem) border_.emplace(*request.problem);
    }
    syntax::Reader reader(tree_, errors_);
    reader.set_border(border_ ? &*border_ : nullptr);
    refuse_others<R>(std::move(besides));
    std::uint32_t technician = 0;
    syntax::visit_keys<R>([&]<class M>(std::string_view name, M member, const Field& field) {
      const std::uint32_t node = given(name);
      if (name == "technician") technician = node;
      constexpr bool shift_id = std::same_as<M, syntax::ShiftName<R>>;
      if (node == 0 && field.required && !shift_id) errors_.add(errors::missing, "", {{"field", std::string(name)}});
      if constexpr (shift_id) {
        if (technician != 0) reader.read_shift_member(technician, node, request.*(member.member));
      } else if constexpr (std::is_member_object_pointer_v<M>) {
        if (node != 0) member_of(reader, name, node, request.*member, request, field);
      }
    });
    errors_.throw_if_any();
    return request;
  }

  /// Node of a member that is there and not null; 0 otherwise.
  [[nodiscard]] std::uint32_t given(std::string_view key) const {
    const std::uint32_t node = syntax::find_member(tree_, 0, key);
    return node != 0 && tree_.nodes[node].kind != syntax::NodeKind::null ? node : 0;
  }
  /// Absent when not given. Throws what is wrong with it.
  template <class V>
  [[nodiscard]] std::optional<V> value(std::string_view key) const {
    const std::uint32_t node = given(key);
    if (node == 0) return std::nullopt;
    Errors errors;
    syntax::Reader reader(tree_, errors);
    V read{};
    reader.read_member(key, node, read);
    errors.throw_if_any();
    return read;
  }
  /// Throws when absent or no text.
  [[nodiscard]] std::string text(std::string_view key) const {
    std::optional<std::string> given_text = value<std::string>(key);
    if (!given_text) throw InvalidInput({&errors::missing, "", 0, {{"field", std::string(key)}}});
    return *std::move(given_text);
  }
  void only(std::initializer_list<std::string_view> keys) const {
    Errors errors;
    refuse_others(std::vector<std::string_view>(keys), errors);
    errors.throw_if_any();
  }

  /// A handle, or a document in place.
  template <class T>
  void hold(std::string_view name, std::optional<T>& out, std::optional<Problem> problem) const {
    const std::uint32_t node = given(name);
    if (node == 0) return;
    const bool is_text = desk::RulesText<T> || tree_.nodes[node].kind == syntax::NodeKind::text;
    const std::string text = is_text ? this->text(name) : std::string();
    if constexpr (desk::RulesText<T>) {
      // A table or model is many lines or marked-up text; a handle is one word.
      if (text.find_first_of("\n<") != std::string::npos) {
        out.emplace(inside(name, [&] { return desk::read_held<T>(text, problem, std::string(name)); }));
      } else {
        out.emplace(shelf_.get<T>(text, name));
      }
    } else if (is_text) {
      std::optional<Problem> of;
      out.emplace(shelf_.get<T>(text, name, &of));
      if (of && problem && of->hash() != problem->hash()) {
        throw InvalidInput({&syntax::errors::other_problem,
                            std::string(name),
                            0,
                            {{"value", hex(of->hash())}, {"expected", hex(problem->hash())}}});
      }
    } else {
      out.emplace(inside(
          name, [&] { return desk::read_held<T>(syntax::text_of_node(tree_, node), problem, std::string(name)); }));
    }
  }

 private:
  template <class M, class R>
  void member_of(syntax::Reader& reader, std::string_view name, std::uint32_t node, M& out, const R& request,
                 const Field& field) {
    if constexpr (desk::Held<M>) {
      if (name == "problem") return;  // read first
      std::optional<Problem> problem;
      if constexpr (requires { request.problem; }) problem = request.problem;
      attempt([&] { hold(name, out, std::move(problem)); });
    } else if constexpr (std::same_as<M, desk::FileText>) {
      // The text of a file; a document also in place.
      if (name == "document" && tree_.nodes[node].kind != syntax::NodeKind::text) {
        out.bytes = syntax::text_of_node(tree_, node);
      } else {
        reader.read_member(name, node, out.bytes);
      }
    } else if constexpr (std::same_as<M, std::vector<desk::FileText>>) {
      std::vector<std::string> texts;
      reader.read_member(name, node, texts);
      for (std::string& text : texts) out.push_back({std::move(text)});
    } else if constexpr (std::same_as<M, rules::Value>) {
      out = documents::facts_from_node(tree_, node, std::string(name), errors_);
    } else {
      reader.read_member(name, node, out, field);
    }
  }
  /// Keys that nobody knows come first: a misspelled one is then also a missing one.
  template <Described R>
  void refuse_others(std::vector<std::string_view> names) {
    syntax::visit_keys<R>([&](std::string_view name, auto, const Field&) { names.push_back(name); });
    refuse_others(std::move(names), errors_);
  }
  void refuse_others(std::vector<std::string_view> names, Errors& errors) const {
    names.insert(names.end(), envelope.begin(), envelope.end());
    std::vector<std::string_view> seen;
    for (std::uint32_t i = 1; i < tree_.nodes[0].after; i = tree_.nodes[i + 1].after) {
      const std::string_view key = tree_.text_of(i);
      if (std::find(names.begin(), names.end(), key) != names.end()) {
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
          errors.add(syntax::errors::repeated_field, "", {{"field", std::string(key)}});
        }
        seen.push_back(key);
        continue;
      }
      errors.add(syntax::errors::unknown_field, "",
                 with_hint({{"field", std::string(syntax::shortened(key, 60))}}, key, names));
    }
  }
  template <class F>
  void attempt(F&& f) {
    try {
      f();
    } catch (const InvalidInput& wrong) {
      for (const Error& error : wrong.errors()) errors_.add(error);
    }
  }
  const syntax::Tree& tree_;
  const Shelf& shelf_;
  Errors errors_;
  std::optional<ProblemBorder> border_;
};

}  // namespace desk_detail
}  // namespace paidan::inline PAIDAN_ABI
