// "Did you mean …?" and "no such …", said one way everywhere.
#pragma once

#include <paidan/core/error.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// What a thing is called in messages.
struct NounWord {
  std::string_view en, zh;
};
namespace nouns {
inline constexpr NounWord location{"location", "地点"}, travel_profile{"travel profile", "出行方式"},
    technician{"technician", "师傅"}, order{"order", "工单"}, shift{"shift", "班次"}, skill{"skill", "技能"},
    part{"part", "配件"}, window{"window", "时间窗"}, suspension{"suspension", "停派时段"},
    tag_limit{"limit", "分类上限"}, tag_closure{"closure", "分类停工"}, price_code{"price code", "价目编码"},
    price_kind{"price kind", "价格类型"}, currency{"currency", "币种"},
    warranty_category{"warranty category", "保修类别"}, catalog_entry{"catalog entry", "目录条目"},
    service{"service", "服务项目"}, depot{"depot", "仓库"}, compound{"compound", "小区"},
    opening{"opening", "营业时段"}, link{"link", "关联"};
}  // namespace nouns

/// A hint looks at every known word; past this many it is left out.
inline constexpr std::size_t most_hinted = 20'000;

/// `parameters` and two more, `hint` and `hint_zh`: `, did you mean 'x'?` and `,是否为“x”?`; both empty when nothing is
/// near.
[[nodiscard]] PAIDAN_EXPORT std::vector<Parameter> with_hint(std::vector<Parameter> parameters, std::string_view word,
                                                             std::span<const std::string_view> known);

/// `unknown_id` of a noun, with the nearest known id.
[[nodiscard]] PAIDAN_EXPORT Error unknown_id(NounWord noun, std::string_view id, std::string path,
                                             std::span<const std::string_view> known, std::int64_t row = 0);

/// `unknown_value` of a field whose values are a list of words, which the sentence names.
[[nodiscard]] PAIDAN_EXPORT Error unknown_value(std::string field, std::string_view value, std::string path,
                                                std::span<const std::string_view> known, std::int64_t row = 0);

/// `a, b, c`
[[nodiscard]] PAIDAN_EXPORT std::string comma_separated(std::span<const std::string_view> words);
[[nodiscard]] PAIDAN_EXPORT std::string comma_separated(std::span<const std::string> words);

/// An unknown id into a list. `known` makes the known ids; it is asked only for errors that will be shown.
template <class Known>
void add_unknown_id(Errors& errors, NounWord noun, std::string_view id, std::string path, Known&& known,
                    std::int64_t row = 0) {
  if (errors.full()) {
    errors.add(paidan::errors::unknown_id, std::move(path), {}, row);
  } else {
    errors.add(unknown_id(noun, id, std::move(path), std::forward<Known>(known)(), row));
  }
}

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/core/hints.ipp>
#endif
