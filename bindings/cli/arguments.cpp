#include "arguments.hpp"

#include <paidan/syntax/forms.hpp>

#include <algorithm>
#include <charconv>

namespace paidan_cli {

void fail(const paidan::ErrorKind& kind, std::vector<paidan::Parameter> parameters, std::string path) {
  throw paidan::InvalidInput({&kind, std::move(path), 0, std::move(parameters)});
}

Arguments::Arguments(const std::vector<std::string>& words, const Syntax& syntax) {
  paidan::Errors errors;
  const auto known = [](const std::vector<std::string_view>& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!word.starts_with("--")) {
      if (words_.size() < syntax.words) {
        words_.push_back(word);
      } else {
        errors.add(errors::too_many_words, "", {{"value", word}});
      }
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    if (known(syntax.flags, name) && equals == std::string::npos) {
      flags_.insert(name);
    } else if (known(syntax.options, name) || known(syntax.lists, name)) {
      if (equals == std::string::npos && i + 1 == words.size()) {
        errors.add(errors::value_needed, "", {{"option", name}});
      } else {
        const std::string value = equals == std::string::npos ? words[++i] : word.substr(equals + 1);
        if (known(syntax.lists, name)) {
          lists_.emplace(name, value);
        } else if (!values_.emplace(name, value).second) {
          errors.add(errors::repeated_option, "", {{"option", name}});
        }
      }
    } else {
      std::vector<std::string_view> all = syntax.options;
      all.insert(all.end(), syntax.lists.begin(), syntax.lists.end());
      all.insert(all.end(), syntax.flags.begin(), syntax.flags.end());
      std::vector<paidan::Parameter> parameters{{"value", name}};
      paidan::syntax::add_hint(parameters, name, all);
      errors.add(errors::unknown_option, "", std::move(parameters));
      if (equals == std::string::npos && i + 1 < words.size() && !words[i + 1].starts_with("--"))
        ++i;  // its value, most likely
    }
  }
  errors.throw_if_any();
}

bool Arguments::has(std::string_view option) const { return flags_.contains(option) || values_.contains(option); }

const std::string* Arguments::find(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? nullptr : &found->second;
}

std::string Arguments::text(std::string_view option, std::string_view otherwise) const {
  const std::string* value = find(option);
  return value == nullptr ? std::string(otherwise) : *value;
}

const std::string& Arguments::need(std::string_view option) const {
  const std::string* value = find(option);
  if (value == nullptr) fail(errors::word_needed, {{"what", std::string(option)}, {"what_zh", std::string(option)}});
  return *value;
}

std::int64_t Arguments::number(std::string_view option, std::int64_t otherwise, std::int64_t low,
                               std::int64_t high) const {
  const std::string* text = find(option);
  if (text == nullptr) return otherwise;
  std::int64_t value = 0;
  const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (code != std::errc() || end != text->data() + text->size() || value < low || value > high) {
    const std::string range = std::to_string(low) + "…" + std::to_string(high);
    fail(errors::bad_value, {{"option", std::string(option)},
                             {"expected", "a whole number " + range},
                             {"expected_zh", range + "的整数"},
                             {"value", *text}});
  }
  return value;
}

std::vector<std::string> Arguments::all(std::string_view option) const {
  std::vector<std::string> values;
  const auto [first, last] = lists_.equal_range(option);
  for (auto one = first; one != last; ++one) values.push_back(one->second);
  return values;
}

std::int64_t Arguments::milliseconds(std::string_view option) const {
  const std::string* text = find(option);
  if (text == nullptr) return 0;
  const std::optional<paidan::Duration> duration = paidan::syntax::parse_duration(*text);
  if (!duration || duration->seconds < 1 || duration->seconds > 86'400) {
    fail(errors::bad_value, {{"option", std::string(option)},
                             {"expected", "1 second to 1 day, like 30s or 5m"},
                             {"expected_zh", "1秒至1天,如30s或5m"},
                             {"value", *text}});
  }
  return duration->seconds * 1000;
}

std::optional<paidan::Language> Arguments::language() const {
  const std::string* text = find("--lang");
  if (text == nullptr) return std::nullopt;
  if (*text == "zh") return paidan::Language::zh;
  if (*text == "en") return paidan::Language::en;
  fail(errors::bad_value,
       {{"option", "--lang"}, {"expected", "zh or en"}, {"expected_zh", "zh或en"}, {"value", *text}});
}

void Arguments::exclude(std::string_view first, std::string_view second) const {
  if (has(first) && has(second))
    fail(errors::not_together, {{"first", std::string(first)}, {"second", std::string(second)}});
}

}  // namespace paidan_cli
