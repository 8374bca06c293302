// fmt formatters, opt-in: `fmt::format("{} on {}", price, day)`. The program that includes this links fmt itself.
//
// Money  `¥30.00`, `{:a}` the amount alone, `{:c}` amount and code (`30.00 CNY`)
// Decimal, Date, LocalTime  as their text()
// Error  the message in English, `{:zh}` in Chinese
// Index  the number, or `-` when absent
// The width and alignment of strings apply to each: `{:>12}`, `{:>12a}`.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/error.hpp>
#include <paidan/core/ids.hpp>
#include <paidan/core/money.hpp>
#include <paidan/core/time.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace format_detail {

/// Formats as a string, with one word of our own before the closing brace.
struct WithWord : fmt::formatter<std::string_view> {
  // Reads the word behind fill, alignment and width; the string formatter reads what stands before it.
  constexpr const char* parse_with(fmt::format_parse_context& context, std::string_view known, std::string_view& word) {
    const char* const begin = context.begin();
    const char* end = begin;
    while (end != context.end() && *end != '}') ++end;
    const std::string_view all(begin, static_cast<std::size_t>(end - begin));
    std::size_t length = 0;
    while (length < all.size() && all[all.size() - 1 - length] >= 'a' && all[all.size() - 1 - length] <= 'z') ++length;
    word = all.substr(all.size() - length);
    if (!word.empty() && !is_one_of(word, known)) throw fmt::format_error("unknown format of a paidan value");
    // The rest is an ordinary string format, and must end with a brace for fmt to accept it.
    if (length == all.size()) return end;
    fmt::format_parse_context rest(fmt::string_view(begin, all.size() - length));
    fmt::formatter<std::string_view>::parse(rest);
    return end;
  }

 private:
  // `known` holds the words separated by spaces.
  static constexpr bool is_one_of(std::string_view word, std::string_view known) {
    while (!known.empty()) {
      const std::size_t end = known.find(' ');
      if (known.substr(0, end) == word) return true;
      known = end == std::string_view::npos ? std::string_view() : known.substr(end + 1);
    }
    return false;
  }
};

}  // namespace format_detail
}  // namespace paidan::inline PAIDAN_ABI

template <>
struct fmt::formatter<paidan::Money> : paidan::format_detail::WithWord {
  std::string_view word;
  constexpr auto parse(fmt::format_parse_context& context) { return parse_with(context, "a c", word); }
  template <class Context>
  auto format(const paidan::Money& money, Context& context) const {
    std::string text = word.empty() ? money.text() : money.amount();
    if (word == "c") text.append(" ").append(money.currency.code());
    return fmt::formatter<std::string_view>::format(text, context);
  }
};

template <>
struct fmt::formatter<paidan::Decimal> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(const paidan::Decimal& value, Context& context) const {
    return fmt::formatter<std::string_view>::format(value.text(), context);
  }
};

template <>
struct fmt::formatter<paidan::Date> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(paidan::Date date, Context& context) const {
    return fmt::formatter<std::string_view>::format(date.text(), context);
  }
};

template <>
struct fmt::formatter<paidan::LocalTime> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(paidan::LocalTime time, Context& context) const {
    return fmt::formatter<std::string_view>::format(time.text(), context);
  }
};

template <>
struct fmt::formatter<paidan::Error> : paidan::format_detail::WithWord {
  std::string_view word;
  constexpr auto parse(fmt::format_parse_context& context) { return parse_with(context, "en zh", word); }
  template <class Context>
  auto format(const paidan::Error& error, Context& context) const {
    const auto language = word == "zh" ? paidan::Language::zh : paidan::Language::en;
    return fmt::formatter<std::string_view>::format(error.message(language), context);
  }
};

template <class Tag>
struct fmt::formatter<paidan::Index<Tag>> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(paidan::Index<Tag> index, Context& context) const {
    return fmt::formatter<std::string_view>::format(index.valid() ? std::to_string(index.value) : "-", context);
  }
};
