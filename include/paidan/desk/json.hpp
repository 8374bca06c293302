// An operation's answer as JSON.
#pragma once

#include <paidan/desk/fields.hpp>
#include <paidan/desk/held.hpp>
#include <paidan/desk/operations.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/syntax/error_json.hpp>

#include <concepts>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk {

/// Without the line feeds and blanks of layout. Texts of ours hold no line feeds.
[[nodiscard]] inline std::string on_one_line(const std::string& indented) {
  std::string line;
  bool start = false;
  for (const char c : indented) {
    if (c == '\n') {
      start = true;
    } else if (!start || c != ' ') {
      start = false;
      line += c;
    }
  }
  return line;
}

/// A document of the answer's kind; what is no kind of document carries the operation's name as its kind.
template <class O>
[[nodiscard]] std::string json_of(const typename O::Request& request, const typename O::Answer& answer, Layout layout) {
  using Answer = typename O::Answer;
  if constexpr (std::same_as<Answer, RulesAnswer>) {
    return layout == Layout::line ? answer.json_line : answer.json;
  } else if constexpr (std::same_as<Answer, std::string>) {
    return layout == Layout::line ? on_one_line(answer) : answer;
  } else if constexpr (std::same_as<Answer, std::vector<Error>>) {
    syntax::Writer writer(layout);
    writer.begin_object();
    syntax::write_header(writer, O::name);
    writer.key(O::name);
    syntax::write_errors(writer, answer);
    writer.end_object();
    return writer.take();
  } else if constexpr (std::same_as<O, RebaseOperation>) {
    return documents::to_json(*request.onto, answer, layout);
  } else if constexpr (documents::AtBorder<Answer>) {
    return documents::to_json(*request.problem, answer, layout);
  } else if constexpr (documents::Document<Answer>) {
    return documents::to_json(answer, layout);
  } else if constexpr (documents::Document<typename Judged<Answer>::Data>) {
    return documents::to_json(answer.data(), layout);
  } else {
    return syntax::document(O::name, answer, layout);
  }
}

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
