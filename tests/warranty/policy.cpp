#include <doctest/doctest.h>

#include "warranty/policies.hpp"

using namespace paidan_test;

namespace {
std::string all(const std::vector<Error>& errors, Language language) {
  std::string text;
  for (const Error& error : errors) text += error.message(language) + "\n";
  return text;
}
std::vector<std::string> ids(const std::vector<const PolicyData*>& policies) {
  std::vector<std::string> names;
  for (const PolicyData* policy : policies) names.push_back(policy->id);
  return names;
}
}  // namespace

TEST_CASE("the shipped policies are valid") {
  CHECK(shipped_policies().policies().size() == 8);
  CHECK(shipped_policies().find("promise-appliance-90d")->term == 90);
  CHECK(shipped_policies().find("nothing") == nullptr);
  CHECK(shipped_policies().categories() == std::vector<std::string_view>{"appliance", "refrigerant_refrigerator",
                                                                         "plumbing", "electric", "lock", "drain"});
}

TEST_CASE("a policy's errors are told with row, path and both languages") {
  PolicySetData data;
  data.policies = {{.id = "a", .category = "x", .term = 30, .source = "s"},
                   {.id = "a", .category = "y", .term = 0, .source = "s"},
                   {.id = "", .category = "", .term = 1201, .term_unit = TermUnit::months},
                   {.id = "b", .category = "x", .term = 30, .effective_from = day("2024-01-01"), .source = "s"},
                   {.id = "c",
                    .category = "z",
                    .term = 101,
                    .term_unit = TermUnit::years,
                    .effective_from = day("2024-01-02"),
                    .effective_to = day("2024-01-01"),
                    .source = "s"},
                   {.id = "d", .category = "*", .term = 1, .source = "s"},
                   {.id = "e", .category = "*", .term = 1, .source = "s"}};
  for (std::size_t i = 0; i < data.policies.size(); ++i) data.policies[i].row = static_cast<std::int64_t>(i) + 2;
  CHECK(all(PolicySet::validate(data), Language::en) ==
        "policies[1].id, row 3: policy 'a' is given twice (first at policies[0])\n"
        "policies[1].term, row 3: term must be between 1 and 3650 days, got 0\n"
        "policies[2].id, row 4: id is required\n"
        "policies[2].category, row 4: category is required\n"
        "policies[2].source, row 4: source is required\n"
        "policies[2].term, row 4: term must be between 1 and 1200 months, got 1201\n"
        "policies[3], row 5: policy 'b' and 'a' of rank promise both govern category 'x' on 2024-01-01\n"
        "policies[4].term, row 6: term must be between 1 and 100 years, got 101\n"
        "policies[4].effective_to, row 6: effective_to 2024-01-01 is before effective_from 2024-01-02\n"
        "policies[6], row 8: policy 'e' and 'd' of rank promise both govern category '*' on any day\n");
  CHECK(all(PolicySet::validate(data), Language::zh) ==
        "policies[1].id,第3行:政策“a”重复(首次出现在policies[0])\n"
        "policies[1].term,第3行:期限须在1至3650日之间,实为0\n"
        "policies[2].id,第4行:缺少必填项id\n"
        "policies[2].category,第4行:缺少必填项category\n"
        "policies[2].source,第4行:缺少必填项source\n"
        "policies[2].term,第4行:期限须在1至1200个月之间,实为1201\n"
        "policies[3],第5行:政策“b”与“a”同级(承诺),在2024-01-01都适用于类别“x”\n"
        "policies[4].term,第6行:期限须在1至100年之间,实为101\n"
        "policies[4].effective_to,第6行:失效日2024-01-01早于生效日2024-01-02\n"
        "policies[6],第8行:政策“e”与“d”同级(承诺),在任何日期都适用于类别“*”\n");
  CHECK_THROWS_AS(PolicySet{data}, InvalidInput);
}

TEST_CASE("successive versions of a promise are chosen by the day of completion") {
  const PolicySet set(
      {.policies = {{.id = "old", .category = "x", .term = 30, .effective_to = day("2024-06-30"), .source = "s"},
                    {.id = "new", .category = "x", .term = 90, .effective_from = day("2024-07-01"), .source = "s"}}});
  CHECK(ids(set.governing("x", day("2024-06-30"))) == std::vector<std::string>{"old"});
  CHECK(ids(set.governing("x", day("2024-07-01"))) == std::vector<std::string>{"new"});
  CHECK(set.governing("y", day("2024-07-01")).empty());
}

TEST_CASE("a category's own policy goes before the general one of its rank, and ranks stand in order") {
  const PolicySet set(
      {.policies = {{.id = "general", .category = "*", .term = 90, .source = "s"},
                    {.id = "special", .category = "x", .term = 30, .source = "s"},
                    {.id = "law", .category = "*", .rank = Rank::national, .term = 30, .source = "s"}}});
  CHECK(ids(set.governing("x", day("2024-07-01"))) == std::vector<std::string>{"law", "special"});
  CHECK(ids(set.governing("y", day("2024-07-01"))) == std::vector<std::string>{"law", "general"});
}

TEST_CASE("the hash follows every field but the sheet rows") {
  PolicySetData data = shipped_policies_data();
  const std::uint64_t first = PolicySet(data).hash();
  data.policies[0].row = 77;
  CHECK(PolicySet(data).hash() == first);
  data.policies[0].contested_covers = false;
  CHECK(PolicySet(data).hash() != first);
  data = shipped_policies_data();
  data.policies[0].effective_to = day("2030-01-01");
  CHECK(PolicySet(data).hash() != first);
}
