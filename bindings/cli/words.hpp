// The command line's words, checked against what a command takes.
#pragma once

#include <paidan/core/error.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan_cli {

namespace errors {
inline constexpr paidan::ErrorKind unknown_option{"unknown_option", "unknown option '{value}'{hint}",
                                                  "未知选项“{value}”{hint_zh}"};
inline constexpr paidan::ErrorKind value_needed{"value_needed", "{option} needs a value", "{option}需要一个值"};
inline constexpr paidan::ErrorKind repeated_option{"repeated_option", "{option} is given twice", "{option}重复"};
inline constexpr paidan::ErrorKind too_many_words{"too_many_words", "'{value}' is one word too many", "多了“{value}”"};
inline constexpr paidan::ErrorKind option_unused{"option_unused", "{option} means nothing here{why}",
                                                 "{option}在此不起作用{why_zh}"};
inline constexpr paidan::ErrorKind option_needed{"option_needed", "{option} is required{also}",
                                                 "缺少{option}{also_zh}"};
}  // namespace errors

/// What an option takes.
enum class Takes : std::uint8_t { value, values, nothing };
struct Option {
  std::string name;  ///< without dashes, words joined by hyphens
  Takes takes = Takes::value;
};

/// `time_limit` → `time-limit`.
[[nodiscard]] std::string option_name(std::string_view field);

/// Is `--help` or `-h` among the words?
[[nodiscard]] bool asks_help(const std::vector<std::string>& words);

/// Options as `--name value` or `--name=value`; words without dashes stand for `positional`, in that order.
class Words {
 public:
  /// Throws InvalidInput with every wrong word.
  Words(const std::vector<std::string>& words, const std::vector<Option>& options,
        const std::vector<std::string>& positional);

  [[nodiscard]] bool has(std::string_view name) const { return given_.contains(name); }
  /// The value, null when not given. Of an option without one: an empty text.
  [[nodiscard]] const std::string* find(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const;
  /// Throws InvalidInput naming every option whose value nobody has asked for; `of_tables`: those that are of a week's
  /// tables, where a problem was given.
  void refuse_unread(const std::vector<std::string>& of_tables = {}) const;

 private:
  struct Given {
    std::vector<std::string> values;
    mutable bool read = false;
  };
  std::map<std::string, Given, std::less<>> given_;
};

}  // namespace paidan_cli
