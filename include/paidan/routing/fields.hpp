// How far a search is, as the doors tell it.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/routing/progress.hpp>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_FIELDS(routing::Progress, "Progress") {
  v("iteration", &T::iteration, Field{.zh = "步数", .doc = "Steps done by all lanes together."});
  v("iterations", &T::iterations,
    Field{.zh = "总步数", .doc = "Steps of all lanes together, when nothing stops them; 0: as many as time allows."});
  v("best_cost", &T::best_cost,
    Field{.zh = "最好成本",
          .doc = "Third goal of the best plan so far; its whole cost with one weighted goal.",
          .unit = "cost units"});
  v("unserved", &T::unserved, Field{.zh = "未安排", .doc = "Orders that plan leaves out."});
  v("honour", &T::honour, Field{.zh = "未兑现", .doc = "Its first goal: weight of the orders not served as promised."});
  v("late", &T::late, Field{.zh = "迟到", .doc = "Its second goal."});
}

}  // namespace paidan::inline PAIDAN_ABI
