#include "output.hpp"

#include <paidan/syntax/files.hpp>
#include <paidan/syntax/writer.hpp>

namespace paidan_cli {

void output(const Arguments& arguments, std::string_view document) {
  paidan::syntax::write_file(arguments.text("--output", "-"), document);
}

void output(const Arguments& arguments, const Answer& answer) {
  if (!answer.text) return output(arguments, answer.document);
  std::string_view document = answer.document;
  while (document.ends_with('\n')) document.remove_suffix(1);
  std::string indented;  // two blanks deeper, as a member of the envelope
  for (const char c : document) {
    indented += c;
    if (c == '\n') indented += "  ";
  }
  paidan::syntax::Writer writer(paidan::syntax::Layout::indented);
  writer.begin_object();
  writer.key("result");
  writer.raw(indented);
  writer.key("text");
  writer.text(*answer.text);
  writer.end_object();
  output(arguments, writer.take());
}

}  // namespace paidan_cli
