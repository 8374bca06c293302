#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/desk/describe.hpp>
#include <paidan/desk/errors.hpp>
#include <paidan/desk/held.hpp>
#include <paidan/desk/json.hpp>
#include <paidan/desk/session.hpp>
#include <paidan/documents/rules_json.hpp>
#include <paidan/model/border.hpp>
#include <paidan/sheets/dmn_xml.hpp>
#include <paidan/sheets/rules_csv.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/error_json.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <new>
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

/// One kept value; `kind` tells its type.
struct Kept {
  std::string_view kind;
  std::shared_ptr<const void> value;
  std::optional<Problem> problem;  ///< that it speaks of
};

/// What the keys of a request may be besides its fields.
inline constexpr std::array<std::string_view, 5> envelope{"id", "do", "lang", "audience", "keep"};

struct Reply {
  std::string handle;    // empty: none
  std::string document;  // JSON on one line; empty: none
  std::optional<std::string> text;
  std::vector<Error> notices;
};

class Shelf {
 public:
  template <class T>
  std::string keep(T value, std::optional<Problem> problem = {}) {
    if (kept_.size() >= desk::Session::max_handles) {
      throw InvalidInput({&syntax::errors::too_large,
                          "",
                          0,
                          {{"limit", std::to_string(desk::Session::max_handles)},
                           {"unit", "handles; drop some"},
                           {"unit_zh", "个句柄,请先drop"}}});
    }
    constexpr std::string_view kind = desk::held_kind<T>();
    std::string handle = std::string(kind) + std::to_string(next_++);
    kept_.emplace(handle, Kept{kind, std::make_shared<const T>(std::move(value)), std::move(problem)});
    return handle;
  }
  /// Throws naming the nearest handle of that kind.
  template <class T>
  const T& get(const std::string& handle, std::string_view key, std::optional<Problem>* problem = nullptr) const {
    constexpr std::string_view kind = desk::held_kind<T>();
    const auto found = kept_.find(handle);
    if (found != kept_.end() && found->second.kind == kind) {
      if (problem != nullptr) *problem = found->second.problem;
      return *static_cast<const T*>(found->second.value.get());
    }
    std::vector<std::string_view> known;
    for (const auto& [name, one] : kept_) {
      if (one.kind == kind) known.push_back(name);
    }
    throw InvalidInput(unknown_id({"handle", "句柄"}, handle, std::string(key), known));
  }
  void drop(const std::string& handle) {
    if (kept_.erase(handle) != 0) return;
    std::vector<std::string_view> known;
    for (const auto& [name, one] : kept_) known.push_back(name);
    throw InvalidInput(unknown_id({"handle", "句柄"}, handle, "handle", known));
  }
  [[nodiscard]] const std::map<std::string, Kept>& all() const { return kept_; }

 private:
  std::map<std::string, Kept> kept_;
  std::int64_t next_ = 1;
};

/// A value of a held type from a document in place.
template <class T>
T from_document(const std::string& text, const std::optional<Problem>& problem) {
  using Data = typename desk::Judged<T>::Data;
  if constexpr (std::same_as<T, Problem>) {
    return documents::problem_from_json(text);
  } else if constexpr (documents::AtBorder<Data>) {
    if (!problem) throw InvalidInput({&errors::missing, "problem", 0, {{"field", "problem"}}});
    return documents::from_json<Data>(*problem, text);
  } else if constexpr (std::same_as<T, check::ActualData>) {
    return documents::from_json<Data>(text, {}, problem ? &problem->data().zone : nullptr);
  } else {
    return T(documents::from_json<Data>(text));
  }
}
template <desk::RulesText T>
T from_rules_text(const std::string& text, const std::string& name) {
  if constexpr (std::same_as<T, rules::DecisionTable>) {
    return sheets::decision_table_from_csv(text, name);
  } else {
    return rules::DecisionModel(sheets::read_dmn(text));
  }
}

/// Reads a request of the table out of a line of JSON.
class RequestReader {
 public:
  RequestReader(const syntax::Tree& tree, const Shelf& shelf) : tree_(tree), shelf_(shelf) {}

  template <Described R>
  [[nodiscard]] R read() {
    R request{};
    if constexpr (requires { request.problem; }) {
      attempt([&] { hold("problem", request.problem, {}); });
      if (request.problem) border_.emplace(*request.problem);
    }
    syntax::Reader reader(tree_, errors_);
    reader.set_border(border_ ? &*border_ : nullptr);
    refuse_others<R>();
    std::uint32_t technician = 0;
    syntax::visit_keys<R>([&]<class M>(std::string_view name, M member, const Field& field) {
      const std::uint32_t node = given(name);
      if (name == "technician") technician = node;
      constexpr bool shift_id = std::same_as<M, syntax::ShiftName<R>>;
      if (node == 0 && field.required && !shift_id) errors_.add(errors::missing, "", {{"field", std::string(name)}});
      if constexpr (shift_id) {
        if (technician != 0) reader.read_shift_member(technician, node, request.*(member.member));
      } else if constexpr (std::is_member_object_pointer_v<M>) {
        if (node != 0) member_of(reader, name, node, request.*member, request);
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
  /// Throws when absent or no text.
  [[nodiscard]] std::string text(std::string_view key) const {
    const std::uint32_t node = given(key);
    if (node == 0) throw InvalidInput({&errors::missing, "", 0, {{"field", std::string(key)}}});
    if (tree_.nodes[node].kind != syntax::NodeKind::text) wrong(key, node, "text", "文本");
    return std::string(tree_.text_of(node));
  }
  [[nodiscard]] bool flag(std::string_view key) const {
    const std::uint32_t node = given(key);
    if (node == 0) return false;
    if (tree_.nodes[node].kind != syntax::NodeKind::boolean) wrong(key, node, "true or false", "true或false");
    return tree_.nodes[node].value != 0;
  }
  template <NamedEnum E>
  [[nodiscard]] std::optional<E> one_of(std::string_view key) const {
    const std::uint32_t node = given(key);
    if (node == 0) return std::nullopt;
    const auto& names = EnumNames<E>::names;
    const auto found = std::find(names.begin(), names.end(), text(key));
    if (found != names.end()) return static_cast<E>(found - names.begin());
    std::string known;
    for (const std::string_view name : names) (known += known.empty() ? "" : ", ") += name;
    wrong(key, node, known, known);
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
    const bool is_text = tree_.nodes[node].kind == syntax::NodeKind::text;
    const std::string text(is_text ? tree_.text_of(node) : std::string_view());
    if constexpr (desk::RulesText<T>) {
      if (!is_text) wrong(name, node, "text", "文本");
      // A table or model is many lines or marked-up text; a handle is one word.
      if (text.find_first_of("\n<") != std::string::npos) {
        out.emplace(inside(name, [&] { return from_rules_text<T>(text, std::string(name)); }));
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
      out.emplace(inside(name, [&] { return from_document<T>(syntax::text_of_node(tree_, node), problem); }));
    }
  }

 private:
  template <class M, class R>
  void member_of(syntax::Reader& reader, std::string_view name, std::uint32_t node, M& out, const R& request) {
    if constexpr (desk::Held<M>) {
      if (name == "problem") return;  // read first
      std::optional<Problem> problem;
      if constexpr (requires { request.problem; }) problem = request.problem;
      attempt([&] { hold(name, out, std::move(problem)); });
    } else if constexpr (std::same_as<M, desk::FileText>) {
      // The text of a file, or a document in place.
      out.bytes = tree_.nodes[node].kind == syntax::NodeKind::text ? std::string(tree_.text_of(node))
                                                                   : syntax::text_of_node(tree_, node);
    } else if constexpr (std::same_as<M, rules::Value>) {
      out = documents::facts_from_node(tree_, node, std::string(name), errors_);
    } else {
      reader.read_member(name, node, out);
    }
  }
  /// Keys that nobody knows come first: a misspelled one is then also a missing one.
  template <Described R>
  void refuse_others() {
    std::vector<std::string_view> names;
    syntax::visit_keys<R>([&](std::string_view name, auto, const Field&) { names.push_back(name); });
    refuse_others(std::move(names), errors_);
  }
  void refuse_others(std::vector<std::string_view> names, Errors& errors) const {
    names.insert(names.end(), envelope.begin(), envelope.end());
    for (std::uint32_t i = 1; i < tree_.nodes[0].after; i = tree_.nodes[i + 1].after) {
      const std::string_view key = tree_.text_of(i);
      if (std::find(names.begin(), names.end(), key) != names.end()) continue;
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
  [[noreturn]] void wrong(std::string_view key, std::uint32_t node, std::string_view expected,
                          std::string_view expected_zh) const {
    throw InvalidInput({&errors::wrong_type,
                        std::string(key),
                        0,
                        {{"field", std::string(key)},
                         {"expected", std::string(expected)},
                         {"expected_zh", std::string(expected_zh)},
                         {"value", syntax::snippet(tree_, node)}}});
  }

  const syntax::Tree& tree_;
  const Shelf& shelf_;
  Errors errors_;
  std::optional<ProblemBorder> border_;
};

/// What is kept of an answer: judged where that makes something of it.
template <class O>
std::string keep_answer(Shelf& shelf, const typename O::Request& request, typename O::Answer answer) {
  using Answer = typename O::Answer;
  if constexpr (std::same_as<Answer, ProblemData>) {
    return shelf.keep(Problem(std::move(answer)));
  } else if constexpr (std::same_as<Answer, catalog::CatalogData>) {
    return shelf.keep(catalog::Catalog(std::move(answer)));
  } else if constexpr (std::same_as<Answer, pricing::PriceBookData>) {
    return shelf.keep(pricing::PriceBook(std::move(answer)));
  } else if constexpr (std::same_as<Answer, warranty::PolicySetData>) {
    return shelf.keep(warranty::PolicySet(std::move(answer)));
  } else if constexpr (std::same_as<O, desk::RebaseOperation>) {
    return shelf.keep(std::move(answer), request.onto);
  } else if constexpr (documents::AtBorder<Answer>) {
    return shelf.keep(std::move(answer), request.problem);
  } else if constexpr (documents::Document<Answer>) {
    return shelf.keep(std::move(answer));
  } else {
    throw InvalidInput(
        {&desk::errors::not_found, "keep", 0, {{"what", "this answer cannot be kept"}, {"what_zh", "此结果不能保留"}}});
  }
}

/// Kinds that a session loads: the table's, and what the rules room reads.
template <class F>
void for_each_held(F&& f) {
  const auto each = [&]<class... T>() { (f.template operator()<T>(), ...); };
  each.template operator()<Problem, Plan, Match, PairAnswer, PlaceValue, constraints::Refusal, check::Report, WhyNot,
                           Unassigned, check::ActualData, catalog::Catalog, catalog::MappingData, pricing::PriceBook,
                           pricing::EstimateRequest, pricing::Estimate, pricing::QuoteFacts, pricing::Quote,
                           pricing::Bill, pricing::Charges, pricing::Audit, warranty::PolicySet, warranty::Claim,
                           warranty::Verdict, warranty::Counterfactual, warranty::CertificateRequest,
                           warranty::Certificate, Calendar, rules::DecisionTable, rules::DecisionModel>();
}

inline std::string failure(const std::string& id, const std::vector<Error>& errors) {
  syntax::Writer writer(syntax::Layout::line);
  writer.begin_object();
  writer.key("id");
  writer.raw(id);
  writer.key("ok");
  writer.boolean(false);
  writer.key("errors");
  syntax::write_errors(writer, errors);
  writer.end_object();
  return writer.take();
}

/// `id` as it was given (text, number or null), as JSON.
inline std::string id_of(const syntax::Tree& tree) {
  const std::uint32_t node = syntax::find_member(tree, 0, "id");
  if (node == 0) return "null";
  const syntax::NodeKind kind = tree.nodes[node].kind;
  if (kind == syntax::NodeKind::array || kind == syntax::NodeKind::object) return "null";
  return syntax::text_of_node(tree, node);
}

}  // namespace desk_detail

namespace desk {

struct Session::State {
  std::size_t max_line;
  bool finished = false;
  desk_detail::Shelf shelf;

  desk_detail::Reply perform(const syntax::Tree& tree) {
    desk_detail::RequestReader reader(tree, shelf);
    const std::string what = reader.text("do");
    std::optional<desk_detail::Reply> reply;
    for_each_operation([&]<class O>() {
      if (!reply && O::name == what) reply = operation<O>(reader);
    });
    if (reply) return *std::move(reply);
    if (what == "load") return load(tree, reader);
    if (what == "drop") {
      reader.only({"handle"});
      shelf.drop(reader.text("handle"));
      return {};
    }
    if (what == "list") return list(reader);
    if (what == "operations") {
      reader.only({});
      return {{}, operations_json(false), {}, {}};
    }
    if (what == "quit") {
      reader.only({});
      finished = true;
      return {};
    }
    std::vector<std::string_view> names{"load", "drop", "list", "operations", "quit"};
    for_each_operation([&]<class O>() { names.push_back(O::name); });
    throw InvalidInput(
        {&errors::unknown_operation, "do", 0, with_hint({{"value", syntax::shortened(what, 60)}}, what, names)});
  }

  template <class O>
  desk_detail::Reply operation(desk_detail::RequestReader& reader) {
    const std::optional<Language> language = reader.one_of<Language>("lang");
    const Audience audience = reader.one_of<Audience>("audience").value_or(Audience::dispatcher);
    const bool kept = reader.flag("keep");
    const typename O::Request request = reader.read<typename O::Request>();
    typename O::Answer answer = O::run(request);
    desk_detail::Reply reply;
    reply.document = json_of<O>(request, answer, Layout::line);
    if constexpr (Speaks<O>) {
      if (language) reply.text = O::text(request, answer, audience, *language);
    }
    if (kept) reply.handle = desk_detail::keep_answer<O>(shelf, request, std::move(answer));
    return reply;
  }

  desk_detail::Reply load(const syntax::Tree& tree, const desk_detail::RequestReader& reader) {
    reader.only({"kind", "document", "problem"});
    const std::string kind = reader.text("kind");
    const std::uint32_t node = reader.given("document");
    if (node == 0) throw InvalidInput({&paidan::errors::missing, "", 0, {{"field", "document"}}});
    std::optional<Problem> problem;
    reader.hold("problem", problem, {});
    std::optional<desk_detail::Reply> reply;
    std::vector<std::string_view> names;
    desk_detail::for_each_held([&]<class T>() {
      names.push_back(held_kind<T>());
      if (reply || held_kind<T>() != kind) return;
      reply.emplace();
      if constexpr (RulesText<T>) {
        const std::string text(tree.text_of(node));
        reply->handle =
            shelf.keep(desk_detail::inside("document", [&] { return desk_detail::from_rules_text<T>(text, kind); }));
      } else {
        const std::string text = syntax::text_of_node(tree, node);
        T value = desk_detail::inside("document", [&] { return desk_detail::from_document<T>(text, problem); });
        if constexpr (std::same_as<T, Problem>) reply->notices = value.notices();
        if constexpr (documents::AtBorder<typename Judged<T>::Data>) {
          reply->handle = shelf.keep(std::move(value), problem);
        } else {
          reply->handle = shelf.keep(std::move(value));
        }
      }
    });
    if (reply) return *std::move(reply);
    std::string known;
    for (const std::string_view name : names) (known += known.empty() ? "" : ", ") += name;
    throw InvalidInput({&syntax::errors::unknown_kind, "kind", 0,
                        with_hint({{"value", syntax::shortened(kind, 60)}, {"known", known}}, kind, names)});
  }

  [[nodiscard]] desk_detail::Reply list(const desk_detail::RequestReader& reader) const {
    reader.only({});
    syntax::Writer writer(Layout::line);
    writer.begin_object();
    desk_detail::for_each_held([&]<class T>() {
      std::vector<std::string> handles;
      for (const auto& [handle, kept] : shelf.all()) {
        if (kept.kind == held_kind<T>()) handles.push_back(handle);
      }
      if (handles.empty()) return;
      writer.key(held_kind<T>());
      writer.write(handles);
    });
    writer.end_object();
    return {{}, writer.take(), {}, {}};
  }
};

PAIDAN_INLINE Session::Session(std::size_t max_line) : state_(new State{max_line, false, {}}) {}
PAIDAN_INLINE Session::~Session() = default;
PAIDAN_INLINE Session::Session(Session&&) noexcept = default;
PAIDAN_INLINE Session& Session::operator=(Session&&) noexcept = default;
PAIDAN_INLINE bool Session::finished() const { return state_->finished; }

PAIDAN_INLINE std::string Session::answer(std::string_view line) {
  std::string id = "null";
  try {
    syntax::Limits limits;
    limits.bytes = state_->max_line;
    limits.depth += 2;  // a document inside a request
    const syntax::Tree tree = syntax::parse_json(line, limits);
    if (tree.nodes[0].kind != syntax::NodeKind::object) {
      throw InvalidInput({&paidan::errors::wrong_type,
                          "",
                          0,
                          {{"field", "request"},
                           {"expected", "an object"},
                           {"expected_zh", "对象"},
                           {"value", syntax::snippet(tree, 0)}}});
    }
    id = desk_detail::id_of(tree);
    const desk_detail::Reply reply = state_->perform(tree);
    syntax::Writer writer(Layout::line);
    writer.begin_object();
    writer.key("id");
    writer.raw(id);
    writer.key("ok");
    writer.boolean(true);
    if (!reply.handle.empty()) {
      writer.key("handle");
      writer.text(reply.handle);
    }
    if (!reply.document.empty()) {
      writer.key("result");
      writer.raw(reply.document);
    }
    if (reply.text) {
      writer.key("text");
      writer.text(*reply.text);
    }
    if (!reply.notices.empty()) {
      writer.key("notices");
      syntax::write_errors(writer, reply.notices);
    }
    writer.end_object();
    return writer.take();
  } catch (const InvalidInput& wrong) {
    return desk_detail::failure(id, wrong.errors());
  } catch (const std::bad_alloc&) {
    static constexpr ErrorKind kind{"out_of_memory", "out of memory", "内存不足"};
    return desk_detail::failure(id, {{&kind, "", 0, {}}});
  } catch (const std::exception& wrong) {  // a defect; the other requests are still answered
    static constexpr ErrorKind kind{"internal", "internal error: {what}", "内部错误:{what}"};
    return desk_detail::failure(id, {{&kind, "", 0, {{"what", wrong.what()}}}});
  }
}

PAIDAN_INLINE std::string Session::refuse_long_line() const {
  return desk_detail::failure(
      "null",
      {{&syntax::errors::too_large,
        "",
        0,
        {{"limit", std::to_string(state_->max_line)}, {"unit", "bytes in a line"}, {"unit_zh", "字节(单行)"}}}});
}

PAIDAN_INLINE std::string operations_json(bool indented) {
  syntax::Writer writer(indented ? Layout::indented : Layout::line);
  const auto pair = [&](std::string_view key, std::string_view text) {
    writer.key(key);
    writer.text(text);
  };
  writer.begin_object();
  syntax::write_header(writer, "operations");
  writer.key("operations");
  writer.begin_array(false);
  for_each_operation([&]<class O>() {
    writer.begin_object();
    pair("name", O::name);
    pair("zh", O::zh);
    pair("en", O::en);
    using Answer = typename O::Answer;
    if constexpr (documents::Document<Answer>) {
      pair("answer", documents::Kind<Answer>::name);
    } else {
      pair("answer", O::name);
    }
    writer.key("speaks");
    writer.boolean(Speaks<O>);
    writer.key("cancellable");
    writer.boolean(Cancellable<O>);
    writer.key("fields");
    writer.begin_array(false);
    for (const FieldText& one : fields_text<typename O::Request>()) {
      writer.begin_object();
      pair("name", one.name);
      pair("type", one.type);
      writer.key("required");
      writer.boolean(one.required);
      pair("zh", one.field.zh);
      pair("en", one.field.doc);
      if (!one.field.unit.empty()) pair("unit", one.field.unit);
      if (one.field.ranged()) {
        writer.key("low");
        writer.integer(one.field.low);
        writer.key("high");
        writer.integer(one.field.high);
      }
      writer.end_object();
    }
    writer.end_array();
    writer.end_object();
  });
  writer.end_array();
  writer.end_object();
  return writer.take();
}

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
