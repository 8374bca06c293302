#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/desk/describe.hpp>
#include <paidan/desk/detail/request_reader.hpp>
#include <paidan/desk/detail/shelf.hpp>
#include <paidan/desk/errors.hpp>
#include <paidan/desk/json.hpp>
#include <paidan/desk/session.hpp>
#include <paidan/syntax/error_json.hpp>
#include <paidan/syntax/forms.hpp>

#include <exception>
#include <new>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk_detail {

struct Reply {
  std::string handle;    // empty: none
  std::string document;  // JSON on one line; empty: none
  std::optional<std::string> text;
  std::vector<Error> notices;
};

/// An answer that a handle may stand for.
template <class O>
constexpr bool keepable = documents::Document<typename desk::Judged<typename O::Answer>::Data>;

template <class O>
std::string keep_answer(Shelf& shelf, const typename O::Request& request, typename O::Answer answer) {
  if constexpr (std::same_as<O, desk::RebaseOperation>) {
    return shelf.keep(std::move(answer), request.onto);
  } else if constexpr (documents::AtBorder<typename O::Answer>) {
    return shelf.keep(std::move(answer), request.problem);
  } else {
    return shelf.keep(typename desk::HeldOf<typename O::Answer>::type(std::move(answer)));
  }
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

/// `id` as it was given, as JSON. Throws when it is no text, number or null.
inline std::string id_of(const syntax::Tree& tree) {
  const std::uint32_t node = syntax::find_member(tree, 0, "id");
  if (node == 0) return "null";
  const syntax::NodeKind kind = tree.nodes[node].kind;
  if (kind != syntax::NodeKind::array && kind != syntax::NodeKind::object && kind != syntax::NodeKind::boolean) {
    return syntax::text_of_node(tree, node);
  }
  throw InvalidInput({&errors::wrong_type,
                      "id",
                      0,
                      {{"field", "id"},
                       {"expected", "a text or a number"},
                       {"expected_zh", "文本或数字"},
                       {"value", syntax::snippet(tree, node)}}});
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
    std::vector<std::string_view> names;
    for (const SessionVerb& verb : session_verbs) names.push_back(verb.name);
    for_each_operation([&]<class O>() { names.push_back(O::name); });
    throw InvalidInput(
        {&errors::unknown_operation, "do", 0, with_hint({{"value", syntax::shortened(what, 60)}}, what, names)});
  }

  template <class O>
  desk_detail::Reply operation(desk_detail::RequestReader& reader) {
    const std::optional<Language> language = reader.value<Language>("lang");
    const std::optional<Audience> audience = reader.value<Audience>("audience");
    const bool kept = reader.value<bool>("keep").value_or(false);
    std::vector<std::string_view> besides{"keep"};
    if constexpr (Speaks<O>) besides.emplace_back("lang");
    if constexpr (ForAudiences<O>) besides.emplace_back("audience");
    if (kept && !desk_detail::keepable<O>) {
      throw InvalidInput({&errors::not_kept, "keep", 0, {{"operation", std::string(O::name)}}});
    }
    const typename O::Request request = reader.read<typename O::Request>(std::move(besides));
    if (audience && !language) throw InvalidInput({&paidan::errors::missing, "", 0, {{"field", "lang"}}});
    Aside aside;
    typename O::Answer answer = O::run(request, &aside);
    desk_detail::Reply reply;
    reply.notices = std::move(aside.notices);
    if constexpr (std::same_as<O, ProblemOperation>) reply.notices = answer.notices();
    reply.document = json_of<O>(request, answer, Layout::line);
    if constexpr (Speaks<O>) {
      if (language) reply.text = words_of<O>(request, answer, audience.value_or(Audience::dispatcher), *language);
    }
    if constexpr (desk_detail::keepable<O>) {
      if (kept) reply.handle = desk_detail::keep_answer<O>(shelf, request, std::move(answer));
    }
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
    for_each_held([&]<class T>() {
      names.push_back(held_kind<T>());
      if (reply || held_kind<T>() != kind) return;
      reply.emplace();
      constexpr bool speaks_of_problem =
          !RulesText<T> && (documents::AtBorder<typename Judged<T>::Data> || std::same_as<T, check::ActualData>);
      if (!speaks_of_problem) reader.only({"kind", "document"});
      const std::string text = RulesText<T> ? reader.text("document") : syntax::text_of_node(tree, node);
      T value = desk_detail::inside("document", [&] { return read_held<T>(text, problem, kind); });
      if constexpr (std::same_as<T, Problem>) reply->notices = value.notices();
      if constexpr (documents::AtBorder<typename Judged<T>::Data>) {
        reply->handle = shelf.keep(std::move(value), problem);
      } else {
        reply->handle = shelf.keep(std::move(value));
      }
    });
    if (reply) return *std::move(reply);
    throw InvalidInput(syntax::unknown_kind(kind, "kind", names));
  }

  [[nodiscard]] desk_detail::Reply list(const desk_detail::RequestReader& reader) const {
    reader.only({});
    syntax::Writer writer(Layout::line);
    writer.begin_object();
    for_each_held([&]<class T>() {
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

PAIDAN_INLINE Session::Session(std::size_t max_line) : state_(new State{max_line, false, {}}) {
  if (max_line >= least_max_line && max_line <= most_max_line) return;
  throw InvalidInput(out_of_range("", "max_line", std::to_string(least_max_line), std::to_string(most_max_line),
                                  std::to_string(max_line)));
}
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
    using Answer = typename Judged<typename O::Answer>::Data;
    if constexpr (documents::Document<Answer>) {
      pair("answer", documents::Kind<Answer>::name);
    } else {
      pair("answer", O::name);
    }
    writer.key("speaks");
    writer.boolean(Speaks<O>);
    writer.key("for_audiences");
    writer.boolean(ForAudiences<O>);
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
  writer.key("session");
  writer.begin_array(false);
  for (const SessionVerb& verb : session_verbs) {
    writer.begin_object();
    pair("name", verb.name);
    pair("zh", verb.zh);
    pair("en", verb.en);
    pair("fields", verb.fields);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
