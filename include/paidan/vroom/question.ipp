#pragma once

#include <paidan/vroom/detail/run.ipp>
#include <paidan/vroom/detail/teller.ipp>
#include <paidan/vroom/question.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// A path of a problem in VROOM's words.
inline std::string in_vrooms_words(std::string path) {
  for (const auto& [ours, theirs] :
       {std::pair<std::string_view, std::string_view>{"orders[", "jobs["}, {"technicians[", "vehicles["}}) {
    if (path.starts_with(ours)) return path.replace(0, ours.size(), theirs);
  }
  return path;
}

}  // namespace vroom_detail

namespace vroom {

PAIDAN_INLINE Question::Question(Input input) : input_(std::move(input)) {
  vroom_detail::Translator translator(input_);
  translator.run();
  translator.errors.throw_if_any();
  days_ = std::move(translator.days);
  work_ = std::move(translator.work);
  rates_ = translator.rates;
  try {
    problem_.emplace(std::move(translator.data));
  } catch (const InvalidInput& invalid) {
    std::vector<Error> errors = invalid.errors();
    for (Error& error : errors) error.path = vroom_detail::in_vrooms_words(std::move(error.path));
    throw InvalidInput(std::move(errors));
  }
  notices_ = translator.notices.told();
  for (Error notice : problem_->notices()) {
    notice.path = vroom_detail::in_vrooms_words(std::move(notice.path));
    notices_.push_back(std::move(notice));
  }
}

PAIDAN_INLINE std::optional<Plan> Question::start() const {
  std::map<std::int64_t, std::size_t> jobs;
  for (std::size_t i = 0; i < input_.jobs.size(); ++i) jobs.emplace(input_.jobs[i].id, i);
  Plan plan;
  plan.problem = {problem_->hash()};
  std::vector<bool> served(input_.jobs.size(), false);
  for (std::size_t v = 0; v < input_.vehicles.size(); ++v) {
    Route route;
    route.shift = ShiftIndex(v);
    for (const VehicleStep& step : input_.vehicles[v].steps) {
      if (step.type != StepType::job) continue;
      const std::size_t job = jobs.at(*step.id);
      served[job] = true;
      Stop stop;
      stop.order = OrderIndex(job);
      route.stops.push_back(stop);
    }
    if (!route.stops.empty()) plan.routes.push_back(std::move(route));
  }
  if (plan.routes.empty()) return std::nullopt;
  for (std::size_t i = 0; i < served.size(); ++i) {
    if (!served[i]) plan.unassigned.emplace_back(i);
  }
  return plan;
}

PAIDAN_INLINE Answer Question::answer(const Plan& plan, std::vector<Error>& notices) const {
  return vroom_detail::Teller(*this, notices).tell(plan);
}

}  // namespace vroom
}  // namespace paidan::inline PAIDAN_ABI
