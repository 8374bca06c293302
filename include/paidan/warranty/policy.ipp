#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/warranty/policy.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

namespace warranty_detail {

struct RankName {
  std::string_view en;
  std::string_view zh;
};
inline constexpr std::array<RankName, 5> rank_names{
    {{"national", "国家规定"}, {"local", "地方规定"}, {"contract", "合同"}, {"promise", "承诺"}, {"goodwill", "优待"}}};

struct UnitName {
  std::string_view en;
  std::string_view zh;
};
inline constexpr std::array<UnitName, 3> unit_names{{{"days", "日"}, {"months", "个月"}, {"years", "年"}}};

inline bool in_force(const PolicyData& policy, Date day) {
  return (!policy.effective_from || *policy.effective_from <= day) &&
         (!policy.effective_to || day <= *policy.effective_to);
}

/// A day on which both hold, if there is one: the later of the two beginnings.
inline std::optional<std::string> common_day(const PolicyData& a, const PolicyData& b) {
  std::optional<Date> from = a.effective_from;
  if (!from || (b.effective_from && *b.effective_from > *from)) from = b.effective_from;
  std::optional<Date> to = a.effective_to;
  if (!to || (b.effective_to && *b.effective_to < *to)) to = b.effective_to;
  if (from && to && *to < *from) return std::nullopt;
  return from ? from->text() : to ? to->text() : std::string("*");
}

inline std::uint64_t hash_of(const PolicySetData& data) {
  Hasher hasher;
  hasher.add(std::string_view(data.id));
  hasher.add(std::string_view(data.version));
  hasher.add(static_cast<std::uint64_t>(data.policies.size()));
  for (const PolicyData& policy : data.policies) {
    for (const std::string* text :
         {&policy.id, &policy.version, &policy.category, &policy.wording_zh, &policy.wording_en, &policy.source}) {
      hasher.add(std::string_view(*text));
    }
    hasher.add(static_cast<std::uint64_t>(policy.rank));
    hasher.add(policy.term);
    hasher.add(static_cast<std::uint64_t>(policy.term_unit));
    hasher.add(static_cast<std::uint64_t>(policy.reading));
    hasher.add(policy.contested_covers);
    hasher.add(policy.excludes_misuse);
    for (const std::optional<Date>* date : {&policy.effective_from, &policy.effective_to}) {
      hasher.add(date->has_value());
      hasher.add(*date ? (*date)->days : 0);
    }
  }
  return hasher.value();
}

}  // namespace warranty_detail

PAIDAN_INLINE std::vector<Error> PolicySet::validate(const PolicySetData& data) {
  Errors found;
  std::map<std::string_view, std::size_t> ids;
  for (std::size_t i = 0; i < data.policies.size(); ++i) {
    const PolicyData& policy = data.policies[i];
    const std::string path = "policies[" + std::to_string(i) + "]";
    const std::pair<const char*, const std::string*> required[] = {
        {"id", &policy.id}, {"category", &policy.category}, {"source", &policy.source}};
    for (const auto& [field, text] : required) {
      if (text->empty()) found.add(paidan::errors::missing, path + "." + field, {{"field", field}}, policy.row);
    }
    if (const auto [at, fresh] = ids.emplace(policy.id, i); !fresh && !policy.id.empty()) {
      found.add(paidan::errors::duplicate_id, path + ".id",
                {{"noun", "policy"},
                 {"noun_zh", "政策"},
                 {"id", policy.id},
                 {"first", "policies[" + std::to_string(at->second) + "]"}},
                policy.row);
    }
    if (const std::int32_t most = longest_term(policy.term_unit); policy.term < 1 || policy.term > most) {
      const warranty_detail::UnitName& unit =
          warranty_detail::unit_names.at(static_cast<std::size_t>(policy.term_unit));
      found.add(errors::bad_term, path + ".term",
                {{"high", std::to_string(most)},
                 {"unit", std::string(unit.en)},
                 {"unit_zh", std::string(unit.zh)},
                 {"value", std::to_string(policy.term)}},
                policy.row);
    }
    if (policy.effective_from && policy.effective_to && *policy.effective_to < *policy.effective_from) {
      found.add(paidan::errors::effective_order, path + ".effective_to",
                {{"from", policy.effective_from->text()}, {"to", policy.effective_to->text()}}, policy.row);
      continue;
    }
    for (std::size_t k = 0; k < i; ++k) {
      const PolicyData& other = data.policies[k];
      if (other.rank != policy.rank || other.category != policy.category || policy.category.empty()) continue;
      const std::optional<std::string> day = warranty_detail::common_day(other, policy);
      if (!day) continue;
      const warranty_detail::RankName& rank = warranty_detail::rank_names.at(static_cast<std::size_t>(policy.rank));
      found.add(errors::overlapping_policies, path,
                {{"id", policy.id},
                 {"first", other.id},
                 {"rank", std::string(rank.en)},
                 {"rank_zh", std::string(rank.zh)},
                 {"category", policy.category},
                 {"date", *day == "*" ? "any day" : *day},
                 {"date_zh", *day == "*" ? "任何日期" : *day}},
                policy.row);
      break;
    }
  }
  return found.list();
}

PAIDAN_INLINE PolicySet::PolicySet(PolicySetData data) : data_(std::move(data)) {
  if (std::vector<Error> found = validate(data_); !found.empty()) throw InvalidInput(std::move(found));
  hash_ = warranty_detail::hash_of(data_);
}

PAIDAN_INLINE const PolicyData* PolicySet::find(std::string_view id) const {
  const auto at =
      std::find_if(data_.policies.begin(), data_.policies.end(), [&](const PolicyData& one) { return one.id == id; });
  return at == data_.policies.end() ? nullptr : &*at;
}

PAIDAN_INLINE std::vector<std::string_view> PolicySet::categories() const {
  std::vector<std::string_view> categories;
  for (const PolicyData& policy : data_.policies) {
    if (std::find(categories.begin(), categories.end(), policy.category) == categories.end()) {
      categories.emplace_back(policy.category);
    }
  }
  return categories;
}

PAIDAN_INLINE std::vector<const PolicyData*> PolicySet::governing(std::string_view category, Date service_date) const {
  std::array<const PolicyData*, warranty_detail::rank_names.size()> chosen{};
  for (const PolicyData& policy : data_.policies) {
    if (!warranty_detail::in_force(policy, service_date)) continue;
    const PolicyData*& slot = chosen.at(static_cast<std::size_t>(policy.rank));
    if (policy.category == category || (policy.category == "*" && slot == nullptr)) slot = &policy;
  }
  std::vector<const PolicyData*> governing;
  for (const PolicyData* policy : chosen) {
    if (policy != nullptr) governing.push_back(policy);
  }
  return governing;
}

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI
