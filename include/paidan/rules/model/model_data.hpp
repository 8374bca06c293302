// A decision model as plain input: what a DMN file or a program gives, not checked yet.
#pragma once

#include <paidan/rules/model/type.hpp>
#include <paidan/rules/table/table_data.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

struct VariableData {
  std::string name;
  std::string type;  ///< built in or an item definition's; empty: any
};

struct BoxedEntry;

/// How a value is found: DMN's boxed expressions.
struct BoxedData {
  enum class Form : std::uint8_t {
    none,
    literal,      ///< `text`
    table,        ///< `table`
    context,      ///< `entries` in order, each seeing those before; one without a name, at the end, is the result
    invocation,   ///< calls the function that `text` gives; `entries` are its arguments by name
    function,     ///< `parameters` and one entry, the body
    list,         ///< `entries` without names
    unsupported,  ///< `text` names what is not supported, at `line` of its file
  };
  Form form = Form::none;
  std::string type;  ///< of the value; empty: any
  std::string text;
  TableData table;
  std::vector<VariableData> parameters;
  std::vector<BoxedEntry> entries;
  std::int64_t line = 0;
};

struct BoxedEntry {
  VariableData variable;
  BoxedData value;
};

struct DecisionData {
  VariableData variable;
  std::vector<std::string> requires_names;  ///< inputs, decisions and knowledge it may use
  BoxedData logic;
};

/// A business knowledge model: a function that decisions call by its name.
struct KnowledgeData {
  VariableData variable;  ///< its type is that of the result
  std::vector<VariableData> parameters;
  std::vector<std::string> requires_names;  ///< other knowledge
  BoxedData logic;
};

struct ModelData {
  std::string name;
  std::vector<ItemData> items;
  std::vector<VariableData> inputs;
  std::vector<DecisionData> decisions;
  std::vector<KnowledgeData> knowledge;
};

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
