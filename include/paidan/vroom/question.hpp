// What VROOM was to be asked, as a problem of ours, and a plan of it as VROOM would answer.
//
// How each of VROOM's words is taken:
// - Goals. VROOM serves the highest sum of priorities, then the most jobs, then at the least cost. A job weighs
//   priority × (jobs + 1) + 1 here, which says the same; cost is time on the road, distance and fixed costs by the
//   vehicles' rates. Time at work is paid through fairness that begins at 0, breaks as VROOM pays them with the fixed
//   cost.
// - A way at a speed_factor is rounded up to whole seconds; VROOM counts hundredths.
// - A vehicle is a technician with one shift. Without a start it comes from nowhere, at no cost; without an end it
// stays.
// - Windows end with their last second: [a, b] is [a, b + 1).
// - Breaks are taken in each route, in the order of their windows, as in VROOM; each is narrowed to what leaves time
// for
//   the others. One that is not due on the way (`Break`) is taken before leaving or after coming back. VROOM also takes
//   breaks in the middle of a way, we only where a vehicle stops; a notice says so.
// - Amounts are parts on the van, all day: exact where jobs only bring or only fetch, else said in a notice.
#pragma once

#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/vroom/answer.hpp>
#include <paidan/vroom/input.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace vroom {

/// A break within its vehicle's day, narrowed so that all fit in order.
struct Rest {
  std::size_t of = 0;         ///< position in the vehicle's breaks
  std::int64_t earliest = 0;  ///< seconds as in the input
  std::int64_t latest = 0;
  std::int64_t length = 0;
  friend bool operator==(const Rest&, const Rest&) = default;
};
/// A vehicle's hours, and whether its metres are known.
struct Day {
  std::int64_t start = 0;
  std::int64_t end = 0;
  std::vector<Rest> rests = {};  ///< in the order in which they are taken
  bool metres = false;
  friend bool operator==(const Day&, const Day&) = default;
};
/// What work at a job takes, whichever vehicle comes.
struct Work {
  std::int64_t setup = 0;
  std::int64_t service = 0;
  friend bool operator==(const Work&, const Work&) = default;
};
/// Cost units of the problem, and how many of them are one of VROOM's.
struct Rates {
  std::int64_t per_travel_second = 0;
  std::int64_t per_metre = 0;
  std::int64_t per_work_second = 0;
  std::int64_t one = 1;
  friend bool operator==(const Rates&, const Rates&) = default;
};

class Question {
 public:
  /// Throws InvalidInput with everything that is wrong, by VROOM's own paths.
  PAIDAN_EXPORT explicit Question(Input input);

  [[nodiscard]] const Input& input() const { return input_; }
  [[nodiscard]] const Problem& problem() const { return *problem_; }
  /// What was assumed, left out or taken otherwise than VROOM would.
  [[nodiscard]] const std::vector<Error>& notices() const { return notices_; }
  /// The routes that vehicles are said to have (`steps`), where any are.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Plan> start() const;
  /// A plan of this problem in VROOM's words. Times are laid out again: with every break, and without the setup of a
  /// first job where the vehicle starts. Jobs that had to go for a break are unassigned, and said in `notices`.
  [[nodiscard]] PAIDAN_EXPORT Answer answer(const Plan& plan, std::vector<Error>& notices) const;

  [[nodiscard]] const std::vector<Day>& days() const { return days_; }
  [[nodiscard]] const std::vector<Work>& work() const { return work_; }
  [[nodiscard]] const Rates& rates() const { return rates_; }

 private:
  Input input_;
  std::vector<Day> days_;   // by vehicle
  std::vector<Work> work_;  // by job
  Rates rates_;
  std::optional<Problem> problem_;
  std::vector<Error> notices_;
};

}  // namespace vroom
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/vroom/question.ipp>
#endif
