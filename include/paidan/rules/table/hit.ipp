#pragma once

#include <paidan/rules/table/hit.hpp>

#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

struct HitWord {
  std::string_view word;  // upper case
  rules::HitPolicy policy;
};

inline constexpr std::array hit_letters{std::string_view("U"),  std::string_view("A"),  std::string_view("P"),
                                        std::string_view("F"),  std::string_view("R"),  std::string_view("O"),
                                        std::string_view("C"),  std::string_view("C+"), std::string_view("C<"),
                                        std::string_view("C>"), std::string_view("C#")};

inline constexpr std::array hit_words{
    HitWord{"UNIQUE", rules::HitPolicy::unique},
    HitWord{"ANY", rules::HitPolicy::any},
    HitWord{"PRIORITY", rules::HitPolicy::priority},
    HitWord{"FIRST", rules::HitPolicy::first},
    HitWord{"RULEORDER", rules::HitPolicy::rule_order},
    HitWord{"OUTPUTORDER", rules::HitPolicy::output_order},
    HitWord{"COLLECT", rules::HitPolicy::collect},
    HitWord{"SUM", rules::HitPolicy::sum},
    HitWord{"COLLECTSUM", rules::HitPolicy::sum},
    HitWord{"MIN", rules::HitPolicy::min},
    HitWord{"COLLECTMIN", rules::HitPolicy::min},
    HitWord{"MAX", rules::HitPolicy::max},
    HitWord{"COLLECTMAX", rules::HitPolicy::max},
    HitWord{"COUNT", rules::HitPolicy::count},
    HitWord{"COLLECTCOUNT", rules::HitPolicy::count},
    HitWord{"唯一", rules::HitPolicy::unique},
    HitWord{"任一", rules::HitPolicy::any},
    HitWord{"优先", rules::HitPolicy::priority},
    HitWord{"首个", rules::HitPolicy::first},
    HitWord{"规则顺序", rules::HitPolicy::rule_order},
    HitWord{"输出顺序", rules::HitPolicy::output_order},
    HitWord{"收集", rules::HitPolicy::collect},
    HitWord{"求和", rules::HitPolicy::sum},
    HitWord{"最小", rules::HitPolicy::min},
    HitWord{"最大", rules::HitPolicy::max},
    HitWord{"计数", rules::HitPolicy::count},
};

/// Upper case, without blanks and underscores, full-width forms (U+FF01 … U+FF5E) as ASCII.
inline std::string hit_key(std::string_view text) {
  std::string key;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
    if (i + 2 < text.size() && byte(0) == 0xefU && (byte(1) == 0xbcU || byte(1) == 0xbdU)) {
      const unsigned point = ((byte(1) & 0x3fU) << 6U) | (byte(2) & 0x3fU);  // without the lead's 0xf000
      c = static_cast<char>(point - 0xf00U + 0x20U);
      i += 2;
    }
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c != ' ' && c != '_' && c != '\t') key += c;
  }
  return key;
}

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE std::string_view letter(HitPolicy policy) {
  return rules_detail::hit_letters[static_cast<std::size_t>(policy)];
}

PAIDAN_INLINE std::optional<HitPolicy> hit_policy(std::string_view text) {
  const std::string key = rules_detail::hit_key(text);
  if (key.empty()) return HitPolicy::unique;
  for (std::size_t i = 0; i < rules_detail::hit_letters.size(); ++i) {
    if (key == rules_detail::hit_letters[i]) return static_cast<HitPolicy>(i);
  }
  for (const rules_detail::HitWord& known : rules_detail::hit_words) {
    if (key == known.word) return known.policy;
  }
  return std::nullopt;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
