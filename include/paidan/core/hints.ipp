#pragma once

#include <paidan/core/hints.hpp>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_INLINE std::vector<Parameter> with_hint(std::vector<Parameter> parameters, std::string_view word,
                                               std::span<const std::string_view> known) {
  const std::string near(known.size() <= most_hinted ? nearest(word, known) : std::string_view());
  parameters.push_back({"hint", near.empty() ? "" : ", did you mean '" + near + "'?"});
  parameters.push_back({"hint_zh", near.empty() ? "" : ",是否为“" + near + "”?"});
  return parameters;
}

PAIDAN_INLINE Error unknown_id(NounWord noun, std::string_view id, std::string path,
                               std::span<const std::string_view> known, std::int64_t row) {
  return {&errors::unknown_id, std::move(path), row,
          with_hint({{"noun", std::string(noun.en)}, {"noun_zh", std::string(noun.zh)}, {"id", std::string(id)}}, id,
                    known)};
}

PAIDAN_INLINE Error unknown_value(std::string field, std::string_view value, std::string path,
                                  std::span<const std::string_view> known, std::int64_t row) {
  return {&errors::unknown_value, std::move(path), row,
          with_hint({{"field", std::move(field)}, {"value", std::string(value)}, {"known", comma_separated(known)}},
                    value, known)};
}

PAIDAN_INLINE std::string comma_separated(std::span<const std::string_view> words) {
  std::string all;
  for (const std::string_view word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

PAIDAN_INLINE std::string comma_separated(std::span<const std::string> words) {
  return comma_separated(std::vector<std::string_view>(words.begin(), words.end()));
}

}  // namespace paidan::inline PAIDAN_ABI
