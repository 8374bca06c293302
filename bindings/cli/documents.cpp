// validate and schema.
#include "arguments.hpp"
#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"

#include <paidan/catalog/catalog.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/documents/schema.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/syntax/error_json.hpp>
#include <paidan/syntax/files.hpp>

namespace paidan_cli {
namespace {

const std::string& word(const Arguments& arguments, std::size_t position, std::string_view what,
                        std::string_view what_zh) {
  if (position < arguments.words().size()) return arguments.words()[position];
  fail(errors::word_needed, {{"what", std::string(what)}, {"what_zh", std::string(what_zh)}});
}

}  // namespace

void validate_command(const std::vector<std::string>& words) {
  const Arguments arguments(words, {.options = {"--output"}, .flags = {}, .words = 2});
  const std::string& kind = word(arguments, 0, "KIND", "文档种类");
  const std::string& path = word(arguments, 1, "FILE", "文件");
  std::vector<paidan::Error> notices;
  if (is_table(path)) {
    if (kind == "catalog") {
      const auto judged = catalog_from(path);
    } else if (kind == "prices") {
      const auto judged = prices_from(path, nullptr, path);
    } else if (kind == "policies") {
      const auto judged = policies_from(path);
    } else if (kind == "mapping") {
      const auto read = paidan::sheets::mapping_data_from_csv(paidan::syntax::read_file(path));
    } else {
      fail(errors::bad_value, {{"option", "KIND"},
                               {"expected", "catalog, prices, policies or mapping for a .csv file"},
                               {"expected_zh", "catalog、prices、policies或mapping(.csv文件)"},
                               {"value", kind}});
    }
  } else if (kind == "problem") {
    notices = paidan::documents::problem_from_json(paidan::syntax::read_file(path)).notices();
  } else {
    paidan::documents::validate_document(kind, paidan::syntax::read_file(path));
  }
  paidan::syntax::Writer writer(paidan::syntax::Layout::indented);
  writer.begin_object();
  writer.key("ok");
  writer.boolean(true);
  writer.key("kind");
  writer.text(kind);
  writer.key("notices");
  paidan::syntax::write_errors(writer, notices);
  writer.end_object();
  output(arguments, writer.take());
}

void schema_command(const std::vector<std::string>& words) {
  const Arguments arguments(words, {.options = {"--output"}, .flags = {}, .words = 1});
  output(arguments, paidan::documents::json_schema(word(arguments, 0, "KIND", "文档种类")));
}

}  // namespace paidan_cli
