// The order's own hard windows, hard promise, release and pinned start, and hours closed to its kind.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array window_kinds{
    ReasonKind{Family::window, "window_early", "would come {amount} before the order allows",
               "到得太早,比本单允许的时间早{amount}"},
    ReasonKind{Family::window, "window_late", "would come {amount} after the order allows",
               "赶不到,比本单允许的时间晚{amount}"},
    ReasonKind{Family::window, "not_known_yet", "would have to leave {amount} before the order is known",
               "须在本单可派之前{amount}出门"},
    ReasonKind{Family::window, "tag_closed", "would be at work while work of the kind {tag} is stopped ({reason})",
               "正值“{tag}”类工单停工({reason})"},
};

/// How far a start is from an allowed one, and the nearest of these.
struct Missed {
  std::int64_t amount = INT64_MAX;
  std::int64_t nearest = INT64_MAX;
};
[[nodiscard]] inline Missed missed_by(std::span<const Interval> starts, std::int64_t start) {
  Missed missed;
  for (const Interval& interval : starts) {
    const std::int64_t allowed = std::clamp<std::int64_t>(start, interval.low, interval.high);
    const std::int64_t amount = std::max(allowed - start, start - allowed);
    if (amount < missed.amount) missed = {amount, allowed};
  }
  return missed;
}

/// Every closure that a visit from `start` to `end` falls into.
inline void tell_closed(const Teller& teller, std::int64_t start, std::int64_t end) {
  const ProblemData& data = teller.problem().data();
  const std::vector<std::string>& tags = data.orders[teller.order().at()].tags;
  for (const TagClosure& closure : data.closures) {
    const std::int64_t from = closure.start.seconds - data.origin.seconds;
    const std::int64_t until = closure.end.seconds - data.origin.seconds;
    if (start >= until || end <= from || std::find(tags.begin(), tags.end(), closure.tag) == tags.end()) continue;
    teller.add(Family::window, "tag_closed",
               {{"order", teller.problem().order(teller.order()).name},
                {"tag", closure.tag},
                {"reason", closure.reason},
                {"from_s", number(from)},
                {"until_s", number(until)},
                {"start_s", number(start)}});
  }
}

/// `early`: free only before it; else too late for it.
inline void tell_window(const Teller& teller, std::int64_t start, const Missed& missed, bool early) {
  teller.add(Family::window, early ? "window_early" : "window_late",
             {{"order", teller.problem().order(teller.order()).name},
              {"start_s", number(start)},
              {"allowed_s", number(missed.nearest)},
              {"amount_s", number(missed.amount)}});
}

/// An allowed start for which one would have to leave at `leaves`, sooner than the order is known.
inline void tell_not_known(const Teller& teller, std::int64_t start, std::int64_t leaves) {
  const std::int64_t release = teller.dense().orders.release_s[teller.order().at()];
  teller.add(Family::window, "not_known_yet",
             {{"order", teller.problem().order(teller.order()).name},
              {"start_s", number(start)},
              {"release_s", number(release)},
              {"amount_s", number(release - leaves)}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
