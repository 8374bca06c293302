#include <paidan/vroom/question.hpp>

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/vroom/read.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace paidan;

namespace {

using Lines = std::vector<std::string>;

Lines refused(const std::string& json) {
  Lines lines;
  try {
    static_cast<void>(vroom::Question(vroom::read_input(json)));
  } catch (const InvalidInput& wrong) {
    for (const Error& error : wrong.errors()) {
      CHECK_FALSE(error.message(Language::zh).empty());
      lines.push_back(std::string(error.code()) + " " + error.path);
    }
  }
  return lines;
}

/// Three places in a row, 100 s from each to the next.
constexpr std::string_view row = R"("matrices": {"car": {"durations": [[0, 100, 200], [100, 0, 100], [200, 100, 0]]}})";
std::string with(const std::string& vehicle, const std::string& jobs) {
  return R"({"vehicles": [{"id": 1, "start_index": 0, "end_index": 0)" + vehicle + R"(}], "jobs": [)" + jobs + "], " +
         std::string(row) + "}";
}

struct Planned {
  vroom::Answer answer;
  Lines said;
};
Planned planned(const std::string& json) {
  const vroom::Question question(vroom::read_input(json));
  const std::optional<Plan> start = question.start();
  const Plan plan = paidan::plan(question.problem(), {.iterations = 500, .start = start ? &*start : nullptr});
  CHECK(check::evaluate(question.problem(), plan).valid());
  std::vector<Error> notices = question.notices();
  Planned result{question.answer(plan, notices), {}};
  for (const Error& notice : notices) result.said.emplace_back(notice.code());
  return result;
}

std::vector<std::pair<std::string, std::int64_t>> arrivals(const vroom::RouteTold& route) {
  std::vector<std::pair<std::string, std::int64_t>> all;
  for (const vroom::Step& step : route.steps) {
    constexpr std::array<const char*, 6> names{"start", "job", "pickup", "delivery", "break", "end"};
    all.emplace_back(names[static_cast<std::size_t>(step.type)], step.arrival);
  }
  return all;
}
using Arrivals = std::vector<std::pair<std::string, std::int64_t>>;

}  // namespace

TEST_CASE("a route is told with the input's seconds, as late as its end allows") {
  const Planned one =
      planned(with("", R"({"id": 7, "location_index": 2, "service": 50, "time_windows": [[1000, 1000]]})"));
  REQUIRE(one.answer.routes.size() == 1);
  CHECK(arrivals(one.answer.routes[0]) == Arrivals{{"start", 800}, {"job", 1000}, {"end", 1250}});
  CHECK(one.answer.summary.cost == 400);
  CHECK(one.answer.summary.waiting_time == 0);
  CHECK(one.said.empty());
}

TEST_CASE("a window's last second is a start, and the one after it is none") {
  const auto unassigned = [](const std::string& window) {
    return planned(with(R"(, "time_window": [0, 1000])",
                        R"({"id": 7, "location_index": 2, "time_windows": [)" + window + "]}"))
        .answer.summary.unassigned;
  };
  CHECK(unassigned("[0, 200]") == 0);
  CHECK(unassigned("[0, 199]") == 1);
  CHECK(unassigned("[800, 900]") == 0);
  CHECK(unassigned("[801, 900]") == 1);
}

TEST_CASE("the sum of priorities counts first, then how many") {
  const std::string far = R"({"id": 1, "location_index": 2, "service": 500, "priority": 3})";
  const auto near = [](int id, int priority) {
    return R"(, {"id": )" + std::to_string(id) + R"(, "location_index": 1, "service": 300, "priority": )" +
           std::to_string(priority) + "}";
  };
  const std::string day = R"(, "time_window": [0, 900])";
  // Two near ones or the far one.
  CHECK(planned(with(day, far + near(2, 1) + near(3, 1))).answer.summary.priority == 3);
  CHECK(planned(with(day, far + near(2, 2) + near(3, 2))).answer.summary.priority == 4);
  const Planned even = planned(with(day, far + near(2, 2) + near(3, 1)));
  CHECK(even.answer.summary.priority == 3);
  CHECK(even.answer.summary.unassigned == 1);
}

TEST_CASE("every break is in the route, before, on or behind the way") {
  const std::string job = R"({"id": 7, "location_index": 2, "service": 50, "time_windows": [[1000, 1000]]})";
  const auto with_break = [&](const std::string& window, int service) {
    return planned(with(R"(, "time_window": [0, 3000], "breaks": [{"id": 4, "service": )" + std::to_string(service) +
                            R"(, "time_windows": [)" + window + "]}]",
                        job));
  };
  CHECK(arrivals(with_break("[0, 300]", 60).answer.routes[0]) ==
        Arrivals{{"start", 300}, {"break", 300}, {"job", 560}, {"end", 1250}});
  CHECK(arrivals(with_break("[1060, 1080]", 60).answer.routes[0]) ==
        Arrivals{{"start", 800}, {"job", 1000}, {"break", 1050}, {"end", 1320}});
  CHECK(arrivals(with_break("[2000, 2500]", 60).answer.routes[0]) ==
        Arrivals{{"start", 1550 - 750}, {"job", 1000}, {"break", 1250}, {"end", 2060}});
  // Who would leave at 800 has to have had 700 s of rest begun at 150: that ends at 850.
  const Planned none = with_break("[150, 150]", 700);
  CHECK(none.answer.summary.unassigned == 1);
  CHECK(none.answer.routes.empty());
  CHECK(none.said == Lines{"breaks_at_stops", "left_for_breaks"});
}

TEST_CASE("setup falls away where the vehicle is already") {
  const std::string jobs =
      R"({"id": 1, "location_index": 1, "setup": 40}, {"id": 2, "location_index": 1, "setup": 40}, )"
      R"({"id": 3, "location_index": 0, "setup": 40})";
  const Planned one = planned(with(R"(, "steps": [{"type": "job", "id": 3}, {"type": "job", "id": 1}])", jobs));
  CHECK(one.answer.summary.unassigned == 0);
  const vroom::RouteTold& route = one.answer.routes[0];
  CHECK(route.steps[1].id == 3);
  CHECK(route.steps[1].setup == 0);
  CHECK(route.setup == 40);
  CHECK(one.said == Lines{"setup_where_it_starts"});
}

TEST_CASE("vehicles without a start or an end have the steps of their first or last job") {
  const std::string input = R"({"vehicles": [{"id": 1, "end_index": 0}, {"id": 2, "start_index": 0, "max_tasks": 1}],
    "jobs": [{"id": 1, "location_index": 2, "setup": 9, "skills": []}, {"id": 2, "location_index": 1}], )" +
                            std::string(row) + "}";
  const Planned one = planned(input);
  REQUIRE(one.answer.routes.size() == 1);
  CHECK(one.answer.routes[0].vehicle == 1);
  CHECK(one.answer.routes[0].steps.front().location_index == 2);
  CHECK(one.answer.routes[0].duration == 200);
  CHECK(one.answer.routes[0].setup == 9);
}

TEST_CASE("amounts are on board until they are brought, and from where they are fetched") {
  const auto served = [](const std::string& first, const std::string& second) {
    return planned(with(R"(, "capacity": [5])", R"({"id": 1, "location_index": 1, )" + first +
                                                    R"(}, {"id": 2, "location_index": 2, )" + second + "}"));
  };
  CHECK(served(R"("delivery": [2])", R"("delivery": [3])").answer.summary.unassigned == 0);
  CHECK(served(R"("pickup": [3])", R"("pickup": [3])").answer.summary.unassigned == 1);
  const Planned both = served(R"("delivery": [2])", R"("pickup": [3])");
  CHECK(both.said == Lines{"amounts_added"});
  CHECK(both.answer.routes[0].steps.front().load == vroom::Numbers{2});
  CHECK(both.answer.routes[0].steps.back().load == vroom::Numbers{3});
  const Planned large = served(R"("delivery": [1])", R"("delivery": [4])");
  CHECK(large.said.empty());
  const auto by_steps = [&](const std::string& capacity) {
    return planned(with(R"(, "capacity": [)" + capacity + "]", R"({"id": 1, "location_index": 1, "delivery": [1000001]},
      {"id": 2, "location_index": 2, "delivery": [1000002]})"));
  };
  CHECK(by_steps("2000003").answer.summary.unassigned == 1);  // would just have fitted, and that is said
  CHECK(by_steps("2000003").said == Lines{"amounts_rounded"});
  CHECK(by_steps("2010000").answer.summary.unassigned == 0);
  CHECK(by_steps("2000002").answer.summary.unassigned == 1);
}

TEST_CASE("times may be counted from 1970") {
  const Planned one =
      planned(with("", R"({"id": 7, "location_index": 2, "time_windows": [[1700000000, 1700000060]], "skills": []})"));
  CHECK(arrivals(one.answer.routes[0]) ==
        Arrivals{{"start", 1'699'999'800}, {"job", 1'700'000'000}, {"end", 1'700'000'200}});
  CHECK(one.said == Lines{"day_begins"});
}

TEST_CASE("costs are the vehicles', whatever they are multiples of") {
  const Planned one = planned(
      R"({"vehicles": [{"id": 1, "start_index": 0, "end_index": 0,
           "costs": {"fixed": 11, "per_hour": 1800, "per_task_hour": 720, "per_km": 7}}],
          "jobs": [{"id": 1, "location_index": 1, "service": 50}],
          "matrices": {"car": {"durations": [[0, 100], [101, 0]], "distances": [[0, 1000], [1500, 0]]}}})");
  // 201 s on the road, 50 s of work, 2,500 m: 100.5 + 10 + 17.5.
  CHECK(one.answer.summary.cost == 11 + 128);
  CHECK(one.answer.summary.distance == 2500);
}

TEST_CASE("each thing that is wrong is told at VROOM's own path, all at once") {
  CHECK(refused("[]") == Lines{"wrong_type "});
  CHECK(refused("{}") == Lines{"missing jobs", "missing vehicles"});
  CHECK(refused(with("", R"({"id": 1, "location_index": 3, "foo": 1}, {"id": 1, "location_index": 0})")) ==
        Lines{"unknown_field jobs[0]"});
  CHECK(refused(with(R"(, "speed_factor": 0.001, "skills": [-1])",
                     R"({"id": 1, "location_index": 3}, {"id": 1, "location_index": 0, "time_windows": [[3, 2]]})")) ==
        Lines{"duplicate_id jobs[1].id", "outside_matrices jobs[0].location_index",
              "window_ends_early jobs[1].time_windows[0]", "speed_out_of_range vehicles[0].speed_factor",
              "out_of_range vehicles[0].skills[0]"});
  CHECK(refused(with("", R"({"id": 1, "location_index": 0, "priority": 101, "service": "x"})")) ==
        Lines{"wrong_type jobs[0].service", "out_of_range jobs[0].priority"});
  CHECK(refused(R"({"vehicles": [{"id": 1, "start_index": 0}], "jobs": [],
                   "matrices": {"car": {"durations": [[0]]}, "car": {"durations": [[0]]}}})") ==
        Lines{"repeated_field matrices"});
  const std::string shipments = R"({"jobs": [], "vehicles": [], "shipments": [{}, {}]})";
  CHECK(refused(shipments) == Lines{"shipments_not_supported shipments"});
}

TEST_CASE("rows of another length are an error each, and nothing else is made of them") {
  CHECK(refused(R"({"vehicles": [{"id": 1, "start_index": 0}], "jobs": [],
                   "matrices": {"car": {"durations": [[0, 1], [1, 0, 7, 7, 7, 7]], "distances": [[0]]}}})") ==
        Lines{"not_square matrices.car.durations[1]", "not_square matrices.car.distances"});
}

TEST_CASE("an input made in C++ is held to the same ranges") {
  vroom::Input input;
  input.vehicles.push_back({.id = 1, .start = std::vector<double>{2.3, 48.8}, .costs = {.per_hour = -5}});
  input.jobs.push_back({.id = 1, .location = std::vector<double>{2.3, 48.9}, .priority = 200});
  Lines paths;
  try {
    static_cast<void>(vroom::Question(input));
  } catch (const InvalidInput& wrong) {
    for (const Error& error : wrong.errors()) paths.push_back(error.path);
  }
  CHECK(paths == Lines{"jobs[0].priority", "vehicles[0].costs.per_hour"});
}

TEST_CASE("a question whose answer is asked twice gives the same twice, on any number of threads") {
  const std::string json = with(R"(, "time_window": [0, 900])", R"({"id": 1, "location_index": 1, "service": 300},
    {"id": 2, "location_index": 2, "service": 300}, {"id": 3, "location_index": 1, "service": 200})");
  const vroom::Question question(vroom::read_input(json));
  std::vector<Error> notices;
  const auto told = [&](std::int32_t threads) {
    return question.answer(plan(question.problem(), {.iterations = 200, .lanes = 3, .threads = threads}), notices);
  };
  CHECK(told(1) == told(3));
}
