#include "operations.hpp"

#include "values.hpp"

#include <paidan/desk/json.hpp>
#include <paidan/desk/session.hpp>
#include <paidan/syntax/writer.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace paidan_cli {
namespace {

using desk::Layout;

/// `why-not` is as good as `why_not`.
bool same_name(std::string_view name, std::string_view word) { return option_name(name) == option_name(word); }

/// Stops a search at Ctrl-C; the best so far is the answer.
struct Interrupts final : paidan::routing::Watcher {
  bool report(const paidan::routing::Progress&) override { return !interrupted(); }
  [[nodiscard]] bool stopping() const override { return interrupted(); }
};

/// How the answer is told: options of every command, of those that speak, and of those that speak otherwise to others.
struct Telling {
  std::optional<std::string> output;
};
struct Speaking : Telling {
  std::optional<paidan::Language> lang;
};
struct Addressing : Speaking {
  desk::Audience audience = desk::Audience::dispatcher;
};
template <class O>
using TellingOf =
    std::conditional_t<desk::ForAudiences<O>, Addressing, std::conditional_t<desk::Speaks<O>, Speaking, Telling>>;

}  // namespace
}  // namespace paidan_cli

namespace paidan::inline PAIDAN_ABI {
PAIDAN_FIELDS(paidan_cli::Telling, "Telling") {
  v("output", &T::output, Field{.zh = "输出", .doc = "File for the answer; default standard output."});
}
PAIDAN_FIELDS(paidan_cli::Speaking, "Speaking") {
  Fields<paidan_cli::Telling>::visit(v);
  v("lang", &T::lang, Field{.zh = "语言", .doc = "Adds the answer in words: {\"result\": …, \"text\": …}."});
}
PAIDAN_FIELDS(paidan_cli::Addressing, "Addressing") {
  Fields<paidan_cli::Speaking>::visit(v);
  v("audience", &T::audience, Field{.zh = "读者", .doc = "Who reads those words; default dispatcher."});
}
}  // namespace paidan::inline PAIDAN_ABI

namespace paidan_cli {
namespace {

/// Operations that stand in the table once more for somebody else's format: `plan --format vroom` is `plan_vroom`.
struct Format {
  std::string_view operation;
  std::string_view format;
  std::string_view name;
};
constexpr std::array<Format, 1> formats{{{"plan", "vroom", desk::VroomPlanOperation::name}}};

/// The words with the format's operation in front, and `--format` gone.
std::vector<std::string> by_format(std::vector<std::string> words) {
  std::vector<std::string_view> known;
  for (const Format& one : formats) {
    if (same_name(one.operation, words[0])) known.push_back(one.format);
  }
  if (known.empty()) return words;
  std::optional<std::string> wanted;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool joined = words[i].starts_with("--format=");
    if (!joined && words[i] != "--format") continue;
    if (wanted) throw paidan::InvalidInput({&errors::repeated_option, "", 0, {{"option", "--format"}}});
    if (!joined && i + 1 == words.size()) {
      throw paidan::InvalidInput({&errors::value_needed, "", 0, {{"option", "--format"}}});
    }
    wanted = joined ? words[i].substr(words[i].find('=') + 1) : words[i + 1];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i),
                words.begin() + static_cast<std::ptrdiff_t>(i + (joined ? 1 : 2)));
    --i;
  }
  if (!wanted) return words;
  for (const Format& one : formats) {
    if (!same_name(one.operation, words[0]) || one.format != *wanted) continue;
    words[0] = one.name;
    return words;
  }
  throw paidan::InvalidInput(paidan::unknown_value("format", *wanted, "", known));
}

/// A document inside another; texts of JSON hold no line feeds.
std::string one_level_in(const std::string& document) {
  std::string text;
  for (const char c : std::string_view(document).substr(0, document.find_last_not_of('\n') + 1)) {
    text += c;
    if (c == '\n') text += "  ";
  }
  return text;
}

/// What is worth saying besides the answer, as `notices` says it: on standard error, as the answer is for the next
/// program.
void tell(const std::vector<paidan::Error>& notices) {
  if (notices.empty()) return;
  std::fputs(desk::json_of<desk::NoticesOperation>({}, notices, Layout::indented).c_str(), stderr);
}

template <class O>
int perform(const std::vector<std::string>& rest) {
  using Request = typename O::Request;
  std::vector<Option> options;
  add_options<Request>(options);
  add_options<TellingOf<O>>(options);
  std::vector<std::string> positional;
  for (const desk::FieldText& field : desk::fields_text<Request>()) {
    if (field.required) positional.push_back(option_name(field.name));
  }
  const Words words(rest, options, positional);
  const auto telling = RequestMaker(words).make<TellingOf<O>>();
  RequestMaker maker(words);
  const Request request = maker.make<Request>();
  std::vector<std::string> of_tables;
  if constexpr (requires { request.problem; }) {
    for (const desk::FieldText& field : desk::fields_text<desk::ProblemRequest>()) {
      if (words.has("problem")) of_tables.push_back(option_name(field.name));
    }
  }
  words.refuse_unread(of_tables);
  if constexpr (desk::ForAudiences<O>) {
    if (words.has("audience") && !telling.lang) {
      throw paidan::InvalidInput(
          {&errors::option_needed,
           "",
           0,
           {{"option", "--lang"}, {"also", " with --audience"}, {"also_zh", "(与--audience同用)"}}});
    }
  }
  Interrupts interrupts;
  if constexpr (desk::Cancellable<O>) watch_interrupts();
  desk::Aside aside{.watcher = desk::Cancellable<O> ? &interrupts : nullptr, .notices = {}};
  const typename O::Answer answer = O::run(request, &aside);
  std::string document = desk::json_of<O>(request, answer, Layout::indented);
  if constexpr (desk::Speaks<O>) {
    if (telling.lang) {
      desk::Audience audience = desk::Audience::dispatcher;
      if constexpr (desk::ForAudiences<O>) audience = telling.audience;
      paidan::syntax::Writer writer(Layout::indented);
      writer.begin_object();
      writer.key("result");
      writer.raw(one_level_in(document));
      writer.key("text");
      writer.text(desk::words_of<O>(request, answer, audience, *telling.lang));
      writer.end_object();
      document = writer.take();
    }
  }
  paidan::syntax::write_file(telling.output.value_or("-"), document);
  // Last of all: standard error holds either errors or notices.
  std::vector<paidan::Error> notices = maker.take_notices();
  const auto add = [&](const std::vector<paidan::Error>& more) {
    notices.insert(notices.end(), more.begin(), more.end());
  };
  add(aside.notices);
  if constexpr (std::same_as<O, desk::ProblemOperation>) {
    add(answer.notices());
  } else if constexpr (requires { request.problem; } && !std::same_as<O, desk::NoticesOperation>) {
    add(request.problem->notices());
  }
  tell(notices);
  if constexpr (std::same_as<O, desk::LintRulesOperation>) {
    if (answer.found) return 1;
    return answer.complete ? 0 : 4;
  }
  return 0;
}

/// As flags, or as the keys of a request to `serve`.
template <class R>
void describe(std::string& text, std::string_view indent, bool flags = true,
              std::initializer_list<std::string_view> without = {}) {
  for (const desk::FieldText& field : desk::fields_text<R>()) {
    if (std::find(without.begin(), without.end(), field.name) != without.end()) continue;
    std::string line = std::string(indent) + (flags ? "--" + option_name(field.name) : std::string(field.name));
    if (field.type != "true or false") line += " <" + field.type + ">";
    if (field.required) line += " (required)";
    line += "\n" + std::string(indent) + "    " + std::string(field.field.doc);
    if (!field.field.unit.empty()) line += " [" + std::string(field.field.unit) + "]";
    if (field.field.ranged()) {
      line += " " + std::to_string(field.field.low) + " … " + std::to_string(field.field.high) + ".";
    }
    text += line + "  " + std::string(field.field.zh) + "\n";
  }
}

}  // namespace

bool run_operation(const std::vector<std::string>& given, int& code) {
  const std::vector<std::string> words = by_format(given);
  bool found = false;
  desk::for_each_operation([&]<class O>() {
    if (found || !same_name(O::name, words[0])) return;
    found = true;
    if (asks_help(words)) {
      std::fputs(help_of(O::name).c_str(), stdout);
      code = 0;
    } else {
      code = perform<O>({words.begin() + 1, words.end()});
    }
  });
  return found;
}

std::string help_of(std::string_view name) {
  std::string text;
  desk::for_each_operation([&]<class O>() {
    if (!same_name(O::name, name)) return;
    text = "paidan " + std::string(O::name) + "  " + std::string(O::zh) + "\n" + std::string(O::en) + "\n\n";
    describe<typename O::Request>(text, "  ");
    paidan::visit_members<typename O::Request>([&]<class M>(std::string_view field, M, const paidan::Field&) {
      using V = std::remove_cvref_t<decltype(std::declval<typename O::Request&>().*std::declval<M>())>;
      if constexpr (desk::Held<V>) {
        using Table = typename TableOperation<typename desk::HeldMember<V>::type>::type;
        if constexpr (!std::is_void_v<Table>) {
          if constexpr (std::same_as<Table, desk::ProblemOperation>) {
            if (field != "problem") return;
            text += "  Instead of --problem, the tables of a week:\n";
          } else {
            text += "  When --" + option_name(field) + " is a .csv file:\n";
          }
          constexpr bool columns_taken = requires(typename O::Request & r) { r.columns; };
          describe<typename Table::Request>(text, "      ", true, {"table", columns_taken ? "columns" : ""});
        }
      }
    });
    for (const Format& one : formats) {
      if (one.operation != O::name) continue;
      text += "  --format " + std::string(one.format) + "\n    The same as paidan " + std::string(one.name) +
              ", which has a help of its own.  其他格式\n";
    }
    text += "\n";
    describe<TellingOf<O>>(text, "  ");
  });
  return text;
}

std::string help_of_all() {
  std::string text;
  desk::for_each_operation([&]<class O>() {
    std::string name(O::name);
    name.resize(std::max<std::size_t>(name.size(), 17), ' ');
    text += "  " + name + " " + std::string(O::en) + "\n";
  });
  return text;
}

std::string help_of_serve() {
  std::string text = R"(paidan serve [--max-line BYTES]
One JSON request a line in, one answer a line out, until the input ends or somebody asks to quit.

  {"id": 1, "do": "plan", "problem": "problem1", "iterations": 10000}
  {"id": 1, "ok": true, "result": {…}}
  {"id": 1, "ok": false, "errors": [{code, path, row, message, message_zh, parameters}]}

A problem, plan, price book … is the handle of what was loaded or kept, or the document itself in place; the text of a file is
that text. `id` comes back as it was given. Every operation also takes `keep` (true: the answer stays, and "handle" names it);
those marked * also `lang` (zh or en: adds "text", the answer in words), those marked ** also `audience` (customer, dispatcher,
technician, internal).

)";
  for (const desk::SessionVerb& verb : desk::session_verbs) {
    text += std::string(verb.name) + "  " + std::string(verb.zh) + "\n  " + std::string(verb.en);
    text += verb.fields.empty() ? "\n" : " Keys: " + std::string(verb.fields) + ".\n";
  }
  desk::for_each_operation([&]<class O>() {
    text += "\n" + std::string(O::name) +
            (desk::ForAudiences<O> ? "**  "
             : desk::Speaks<O>     ? "*  "
                                   : "  ") +
            std::string(O::zh) + "\n  " + std::string(O::en) + "\n";
    describe<typename O::Request>(text, "    ", false);
  });
  return text;
}

std::vector<std::string_view> operation_names() {
  std::vector<std::string_view> names;
  desk::for_each_operation([&]<class O>() { names.push_back(O::name); });
  return names;
}

void operations_command(const std::vector<std::string>& words) {
  std::vector<Option> options{{"output", Takes::value}};
  const Words given(words, options, {});
  const std::string* path = given.find("output");
  paidan::syntax::write_file(path == nullptr ? "-" : *path, desk::operations_json());
}

}  // namespace paidan_cli
