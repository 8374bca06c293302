// Reads the DMN TCK's folders: a model, and test cases with inputs and expected results (testCases.xsd).
#pragma once

#include <paidan/rules/feel/detail/moment.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/sheets/dmn_xml.hpp>

#include <pugixml.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace paidan_test {

using paidan::rules::ContextEntry;
using paidan::rules::Kind;
using paidan::rules::Value;

inline std::string_view plain(std::string_view name) { return name.substr(name.find(':') + 1); }

inline std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node child : node.children()) {
    if (plain(child.name()) == name) found.push_back(child);
  }
  return found;
}

inline std::string attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute one : node.attributes()) {
    if (plain(one.name()) == name) return one.value();
  }
  return "";
}

/// A `value` element by its xsi:type.
inline Value scalar(const pugi::xml_node& node) {
  if (attribute(node, "nil") == "true") return {};
  const std::string text = node.text().get();
  const std::string type(plain(attribute(node, "type")));
  if (type == "string" || type.empty()) return text;
  if (type == "boolean") return text == "true";
  Value value;
  if (type == "date") value = paidan::rules::parse_date(text);
  if (type == "time") value = paidan::rules::parse_time(text);
  if (type == "dateTime") value = paidan::rules::parse_date_time(text);
  if (type == "duration") value = paidan::rules::parse_duration(text);
  if (type == "decimal" || type == "double" || type == "integer") {
    if (const auto number = paidan::Decimal::parse(text)) value = *number;
  }
  if (value.is_null()) throw std::runtime_error("cannot read the " + type + " " + text);
  return value;
}

/// `value`, `component`s or a `list` inside an inputNode, expected, component or item.
inline Value value_in(const pugi::xml_node& node) {
  if (const auto lists = children(node, "list"); !lists.empty()) {
    std::vector<Value> items;
    for (const pugi::xml_node& item : children(lists[0], "item")) items.push_back(value_in(item));
    return Value::list(std::move(items));
  }
  if (const auto components = children(node, "component"); !components.empty()) {
    std::vector<ContextEntry> entries;
    for (const pugi::xml_node& component : components) {
      entries.push_back({attribute(component, "name"), value_in(component)});
    }
    return Value::context(std::move(entries));
  }
  const auto values = children(node, "value");
  return values.empty() ? Value() : scalar(values[0]);
}

/// Numbers within 1e-8, everything else exactly; the order of a context's entries does not matter.
inline bool agrees(const Value& got, const Value& expected) {
  if (got.kind() != expected.kind()) return false;
  if (got.is_number()) {
    const paidan::Decimal off = *got.number().minus(expected.number());
    return (off.negative() ? off.negated() : off) <= *paidan::Decimal::parse("1e-8");
  }
  if (got.kind() == Kind::list) {
    return std::equal(got.items().begin(), got.items().end(), expected.items().begin(), expected.items().end(), agrees);
  }
  if (got.kind() == Kind::context) {
    return got.entries().size() == expected.entries().size() &&
           std::all_of(expected.entries().begin(), expected.entries().end(), [&](const ContextEntry& entry) {
             const Value* found = got.find(entry.name);
             return found != nullptr && agrees(*found, entry.value);
           });
  }
  return equal(got, expected) == true;
}

struct TckReport {
  int passed = 0;
  int failed = 0;
  int excluded = 0;
  std::vector<std::string> failures;  ///< folder/case: what was expected and what came
};

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// All cases of one folder. Excluded ones are named `folder/case` and must still fail.
inline void run_folder(const std::filesystem::path& folder, const std::set<std::string>& excluded, TckReport& report) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    pugi::xml_document document;
    if (file.extension() != ".xml" || !document.load_file(file.c_str())) continue;
    const pugi::xml_node root = document.document_element();
    if (plain(root.name()) != "testCases") continue;
    const std::string model_name = children(root, "modelName").at(0).text().get();
    std::string broken;
    std::vector<paidan::rules::DecisionModel> model;
    try {
      model.emplace_back(paidan::sheets::read_dmn(file_text(folder / model_name)));
    } catch (const std::exception& error) {
      broken = error.what();
    }
    for (const pugi::xml_node& one : children(root, "testCase")) {
      const std::string id = folder.filename().string() + "/" + attribute(one, "id");
      std::string wrong = broken;
      try {
        std::vector<ContextEntry> inputs;
        for (const pugi::xml_node& input : children(one, "inputNode")) {
          inputs.push_back({attribute(input, "name"), value_in(input)});
        }
        const Value facts = Value::context(std::move(inputs));
        for (const pugi::xml_node& result : children(one, "resultNode")) {
          if (!broken.empty()) break;
          const std::string name = attribute(result, "name");
          const Value expected = value_in(children(result, "expected").at(0));
          const auto outcome = model.at(0).evaluate(name, facts);
          if (agrees(outcome.value, expected)) continue;
          wrong += (wrong.empty() ? "" : "; ") + name + ": expected " + expected.literal() + ", got " +
                   outcome.value.literal();
          if (!outcome.errors.empty()) wrong += " (" + outcome.errors[0].message(paidan::Language::en) + ")";
        }
      } catch (const std::exception& error) {
        wrong = error.what();
      }
      if (excluded.contains(id)) {
        ++report.excluded;
        if (wrong.empty()) report.failures.push_back(id + ": passes; take it off the list of exclusions");
      } else if (wrong.empty()) {
        ++report.passed;
      } else {
        ++report.failed;
        report.failures.push_back(id + ": " + wrong);
      }
    }
  }
}

/// All folders of a level, in order.
inline TckReport run_level(const std::filesystem::path& level, const std::set<std::string>& excluded) {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(level)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  TckReport report;
  for (const auto& folder : folders) run_folder(folder, excluded, report);
  return report;
}

}  // namespace paidan_test
