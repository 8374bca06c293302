// The command line's words, checked against what a command takes.
#pragma once

#include <paidan/core/error.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace paidan_cli {

namespace errors {
inline constexpr paidan::ErrorKind unknown_command{"unknown_command",
                                                   "unknown command '{value}' (see paidan --help){hint}",
                                                   "未知命令“{value}”(见paidan --help){hint_zh}"};
inline constexpr paidan::ErrorKind unknown_option{"unknown_option", "unknown option '{value}'{hint}",
                                                  "未知选项“{value}”{hint_zh}"};
inline constexpr paidan::ErrorKind value_needed{"value_needed", "{option} needs a value", "{option}需要一个值"};
inline constexpr paidan::ErrorKind repeated_option{"repeated_option", "{option} is given twice", "{option}重复"};
inline constexpr paidan::ErrorKind too_many_words{"too_many_words", "'{value}' is one word too many", "多了“{value}”"};
inline constexpr paidan::ErrorKind word_needed{"word_needed", "{what} is required", "缺少{what_zh}"};
inline constexpr paidan::ErrorKind not_together{"not_together", "{first} and {second} exclude each other",
                                                "{first}与{second}不能同用"};
inline constexpr paidan::ErrorKind bad_value{"bad_value", "{option} must be {expected}, got '{value}'",
                                             "{option}须为{expected_zh},实为“{value}”"};
inline constexpr paidan::ErrorKind not_found{"not_found", "{what}", "{what_zh}"};
}  // namespace errors

[[noreturn]] void fail(const paidan::ErrorKind& kind, std::vector<paidan::Parameter> parameters, std::string path = {});

/// What one command takes: options with a value, flags without, how many plain words, and options that may be repeated.
struct Syntax {
  std::vector<std::string_view> options;
  std::vector<std::string_view> flags;
  std::size_t words = 0;
  std::vector<std::string_view> lists = {};
};

/// Options as `--name value` or `--name=value`.
class Arguments {
 public:
  /// Throws InvalidInput with every wrong word.
  Arguments(const std::vector<std::string>& words, const Syntax& syntax);

  [[nodiscard]] bool has(std::string_view option) const;
  [[nodiscard]] const std::string* find(std::string_view option) const;
  [[nodiscard]] std::string text(std::string_view option, std::string_view otherwise) const;
  /// The value, or an error that it is required.
  [[nodiscard]] const std::string& need(std::string_view option) const;
  [[nodiscard]] std::int64_t number(std::string_view option, std::int64_t otherwise, std::int64_t low,
                                    std::int64_t high) const;
  /// The values of an option that may be repeated, in order.
  [[nodiscard]] std::vector<std::string> all(std::string_view option) const;
  /// Milliseconds of `10s`, `1m30s` or plain seconds.
  [[nodiscard]] std::int64_t milliseconds(std::string_view option) const;
  [[nodiscard]] std::optional<paidan::Language> language() const;
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  void exclude(std::string_view first, std::string_view second) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
  std::multimap<std::string, std::string, std::less<>> lists_;
  std::set<std::string, std::less<>> flags_;
  std::vector<std::string> words_;
};

}  // namespace paidan_cli
