#include "words.hpp"

#include <paidan/core/hints.hpp>

#include <algorithm>

namespace paidan_cli {

std::string option_name(std::string_view field) {
  std::string name(field);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

bool asks_help(const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), "--help") != words.end() ||
         std::find(words.begin(), words.end(), "-h") != words.end();
}

Words::Words(const std::vector<std::string>& words, const std::vector<Option>& options,
             const std::vector<std::string>& positional) {
  paidan::Errors errors;
  std::size_t next = 0;
  const auto put = [&](const Option& option, std::string value) {
    std::vector<std::string>& values = given_[option.name].values;
    if (!values.empty() && option.takes != Takes::values) {
      errors.add(errors::repeated_option, "", {{"option", "--" + option.name}});
    }
    values.push_back(std::move(value));
  };
  const auto option_of = [&](std::string_view name) {
    return std::find_if(options.begin(), options.end(), [&](const Option& one) { return one.name == name; });
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!word.starts_with("--") || word == "--") {
      while (next < positional.size() && has(positional[next])) ++next;
      if (next == positional.size()) {
        errors.add(errors::too_many_words, "", {{"value", word}});
      } else {
        put(*option_of(positional[next++]), word);
      }
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = option_name(word.substr(2, equals == word.npos ? word.npos : equals - 2));
    const auto option = option_of(name);
    if (option == options.end()) {
      std::vector<std::string> known;
      for (const Option& one : options) known.push_back("--" + one.name);
      const std::string shown = word.substr(0, equals);
      errors.add(
          errors::unknown_option, "",
          paidan::with_hint({{"value", shown}}, shown, std::vector<std::string_view>(known.begin(), known.end())));
      // Its value is not another word too many.
      if (equals == word.npos && i + 1 < words.size() && !words[i + 1].starts_with("--")) ++i;
      continue;
    }
    if (equals != word.npos) {
      put(*option, word.substr(equals + 1));
    } else if (option->takes == Takes::nothing) {
      put(*option, "");
    } else if (i + 1 < words.size() && (words[i + 1] == "-" || !words[i + 1].starts_with("--"))) {
      put(*option, words[++i]);
    } else {
      errors.add(errors::value_needed, "", {{"option", "--" + option->name}});
    }
  }
  errors.throw_if_any();
}

const std::string* Words::find(std::string_view name) const {
  const std::vector<std::string>& values = all(name);
  return values.empty() ? nullptr : &values.back();
}

const std::vector<std::string>& Words::all(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = given_.find(name);
  if (found == given_.end()) return none;
  found->second.read = true;
  return found->second.values;
}

void Words::refuse_unread(const std::vector<std::string>& of_tables) const {
  paidan::Errors errors;
  for (const auto& [name, given] : given_) {
    if (given.read) continue;
    std::string why;
    std::string why_zh;
    if (std::find(of_tables.begin(), of_tables.end(), name) != of_tables.end()) {
      why = ": it goes with tables (--orders, --technicians and --zone)";
      why_zh = ":只用于表格(--orders、--technicians与--zone)";
      if (name == "preset") {
        why += "; a problem has its own objective, which `paidan objective PRESET` prints for a preset";
        why_zh += ";问题文件自带objective,各预设的权重由paidan objective给出";
      }
    }
    errors.add(errors::option_unused, "", {{"option", "--" + name}, {"why", why}, {"why_zh", why_zh}});
  }
  errors.throw_if_any();
}

}  // namespace paidan_cli
