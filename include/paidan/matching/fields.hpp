// Scores and weights as JSON, schema and Python see them.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/matching/weights.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<matching::Term> {
  static constexpr std::array<std::string_view, matching::term_count> names{
      "travel",          "distance", "lateness", "over_skill", "quality", "preference",
      "same_technician", "change",   "fairness", "urgency",    "tier"};
};

PAIDAN_FIELDS(matching::TermCost, "TermCost") {
  v("term", &T::term, Field{.zh = "分项", .doc = "What is counted.", .required = true});
  v("cost", &T::cost, Field{.zh = "成本", .doc = "What it comes to.", .required = true, .unit = "cost units"});
}

PAIDAN_FIELDS(matching::Weights, "Weights") {
  v("travel", &T::travel,
    Field{.zh = "路程",
          .doc = "Per second of the way out; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("distance", &T::distance,
    Field{.zh = "里程",
          .doc = "Per metre of the way out; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("lateness", &T::lateness,
    Field{.zh = "迟到",
          .doc = "Per second of start after the due time; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("over_skill", &T::over_skill,
    Field{.zh = "技能富余",
          .doc = "Per level held above the level needed; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("quality", &T::quality,
    Field{.zh = "评分",
          .doc = "Per hundredth of a star below the mean, bounded; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("preference", &T::preference,
    Field{.zh = "优选",
          .doc = "For a technician who is not preferred where some are; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("same_technician", &T::same_technician,
    Field{.zh = "同一师傅",
          .doc = "For another technician than last time; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("change", &T::change,
    Field{.zh = "变更", .doc = "Times the order's own cost of change; default 1.", .low = 0, .high = 1000000000000});
  v("urgency", &T::urgency,
    Field{.zh = "紧急",
          .doc = "Per minute of response × priority; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = 1000000000000});
  v("tier", &T::tier,
    Field{.zh = "评分档",
          .doc = "Bonus per rating tier reached; set by tier_floors; default 0.",
          .unit = "cost units",
          .low = 0,
          .high = std::int64_t{1} << 62});
  v("fairness", &T::fairness,
    Field{.zh = "公平", .doc = "Per second, one for each piece of the objective's fairness.", .unit = "cost units"});
}

}  // namespace paidan::inline PAIDAN_ABI
