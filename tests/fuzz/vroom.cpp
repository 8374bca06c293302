// VROOM's input of any content.
#include "targets.hpp"

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/vroom/fields.hpp>
#include <paidan/vroom/question.hpp>
#include <paidan/vroom/read.hpp>

namespace paidan_fuzz {

void vroom(std::string_view input) {
  accepted_or_refused([&] {
    const paidan::vroom::Question question(paidan::vroom::read_input(input));
    const std::optional<paidan::Plan> start = question.start();
    const paidan::Plan plan =
        paidan::plan(question.problem(), {.iterations = 2, .lanes = 1, .start = start ? &*start : nullptr});
    require(paidan::check::evaluate(question.problem(), plan).valid(), "the plan is valid");
    std::vector<paidan::Error> notices = question.notices();
    const paidan::vroom::Answer answer = question.answer(plan, notices);
    for (const paidan::Error& notice : notices) {
      require(!notice.message(paidan::Language::zh).empty(), "a notice says something");
    }
    std::size_t served = 0;
    for (const paidan::vroom::RouteTold& route : answer.routes) {
      std::int64_t time = route.steps.front().arrival;
      for (const paidan::vroom::Step& step : route.steps) {
        require(step.arrival >= time && step.waiting_time >= 0, "nobody is anywhere before leaving for it");
        time = step.arrival + step.waiting_time + step.setup + step.service;
        served += step.type == paidan::vroom::StepType::job ? 1U : 0U;
      }
    }
    require(served + answer.unassigned.size() == question.input().jobs.size(), "every job is told once");
    paidan::syntax::Writer writer(paidan::syntax::Layout::line);
    writer.write(answer);
    require(!paidan::syntax::parse_json(writer.take(), {}).nodes.empty(), "the answer is JSON");
  });
}

}  // namespace paidan_fuzz
