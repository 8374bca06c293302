// Errors as data: a stable code, where it is (path, spreadsheet row), parameters, and texts in both languages.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

enum class Language : std::uint8_t { zh, en };

/// A named value that a template mentions as `{name}`.
struct Parameter {
  std::string name;
  std::string value;
  friend bool operator==(const Parameter&, const Parameter&) = default;
};

/// Replace every `{name}` of `pattern` by its parameter; an unknown name stays as it is. `{{` is a brace.
[[nodiscard]] PAIDAN_EXPORT std::string substitute(std::string_view pattern, std::span<const Parameter> parameters);

/// A kind of error: declared once, beside the room that raises it, as an `inline constexpr` constant.
struct ErrorKind {
  std::string_view code;  ///< stable snake_case name
  std::string_view en;    ///< template, no full stop at the end
  std::string_view zh;
};

/// One thing that is wrong with an input.
struct Error {
  const ErrorKind* kind = nullptr;
  std::string path;      ///< e.g. `orders[3].windows[0].end`; empty when the whole document is meant
  std::int64_t row = 0;  ///< spreadsheet row, 1 = heading; 0 when there is no sheet
  std::vector<Parameter> parameters;

  [[nodiscard]] std::string_view code() const { return kind->code; }
  /// The sentence alone.
  [[nodiscard]] PAIDAN_EXPORT std::string text(Language language) const;
  /// Where and what: `orders[3], row 5: …` / `orders[3],第5行:…`.
  [[nodiscard]] PAIDAN_EXPORT std::string message(Language language) const;
};

/// Collects errors in input order and stops keeping them at the limit, still counting.
class Errors {
 public:
  static constexpr std::size_t limit = 100;

  PAIDAN_EXPORT void add(const ErrorKind& kind, std::string path, std::vector<Parameter> parameters = {},
                         std::int64_t row = 0);
  PAIDAN_EXPORT void add(Error error);
  [[nodiscard]] bool empty() const { return total_ == 0; }
  /// More errors are only counted: what takes time to say about them can be left out.
  [[nodiscard]] bool full() const { return kept_.size() >= limit; }
  [[nodiscard]] std::size_t total() const { return total_; }
  [[nodiscard]] const std::vector<Error>& list() const { return kept_; }
  /// The list, and how many more there were.
  [[nodiscard]] PAIDAN_EXPORT std::vector<Error> told(std::string path = {}) const;
  /// Throw `InvalidInput` with everything collected, if anything was.
  PAIDAN_EXPORT void throw_if_any() const;

 private:
  std::vector<Error> kept_;
  std::size_t total_ = 0;
};

/// Thrown by constructors and readers; carries all errors found, not only the first. `what()` is the English text.
class PAIDAN_EXPORT InvalidInput : public std::runtime_error {
 public:
  explicit InvalidInput(std::vector<Error> errors);
  explicit InvalidInput(Error error);
  [[nodiscard]] const std::vector<Error>& errors() const { return errors_; }
  /// All messages, one a line.
  [[nodiscard]] std::string message(Language language) const;

 private:
  std::vector<Error> errors_;
};

/// The closest of `known` to `word` by edit distance (letters of UTF-8, ASCII case ignored first), the first of equals;
/// empty when none is near enough to be a likely slip: a third of the letters, at least 1 and at most 3.
[[nodiscard]] PAIDAN_EXPORT std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

/// Kinds that more than one room raises. A room's own kinds stand in its headers.
namespace errors {
inline constexpr ErrorKind unknown_id{"unknown_id", "unknown {noun} '{id}'{hint}", "未知的{noun_zh}“{id}”{hint_zh}"};
inline constexpr ErrorKind duplicate_id{"duplicate_id", "{noun} '{id}' is given twice (first at {first})",
                                        "{noun_zh}“{id}”重复(首次出现在{first})"};
inline constexpr ErrorKind effective_order{"effective_order", "effective_to {to} is before effective_from {from}",
                                           "失效日{to}早于生效日{from}"};
inline constexpr ErrorKind missing{"missing", "{field} is required", "缺少必填项{field}"};
inline constexpr ErrorKind negative{"negative", "{field} must not be negative, got {value}",
                                    "{field}不能为负数,实为{value}"};
inline constexpr ErrorKind out_of_range{"out_of_range", "{field} must be between {low} and {high}, got {value}",
                                        "{field}须在{low}与{high}之间,实为{value}"};
inline constexpr ErrorKind overflow{"overflow", "{field} is too large: {value}", "{field}数值过大:{value}"};
inline constexpr ErrorKind not_finite{"not_finite", "{field} must be a finite number, got {value}",
                                      "{field}须为有限数值,实为{value}"};
inline constexpr ErrorKind wrong_type{"wrong_type", "{field} must be {expected}, got {value}",
                                      "{field}应为{expected_zh},实为{value}"};
inline constexpr ErrorKind unknown_value{"unknown_value", "{field} has no value '{value}'{hint} (known: {known})",
                                         "{field}没有取值“{value}”{hint_zh}(可用:{known})"};
/// The last of a list that holds no more of them.
inline constexpr ErrorKind more_errors{"more_errors", "and {count} more", "另有{count}处"};
inline constexpr ErrorKind not_supported{"not_supported_yet", "{feature} is not supported yet", "暂不支持{feature_zh}"};
}  // namespace errors

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/core/error.ipp>
#endif
