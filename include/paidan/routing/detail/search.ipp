#pragma once

#include <paidan/routing/detail/search.hpp>

#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/detail/lane.hpp>
#include <paidan/routing/detail/recreate.hpp>

#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE Plan search(const Problem& problem, const Plan& start, const SearchOptions& options, Watcher* watch) {
  Errors errors;
  const auto not_negative = [&](const char* field, std::int64_t value) {
    if (value < 0) errors.add(paidan::errors::negative, field, {{"field", field}, {"value", std::to_string(value)}});
  };
  not_negative("iterations", options.iterations);
  not_negative("time_limit_ms", options.time_limit_ms);
  errors.throw_if_any();
  const Control control = make_control(options.stop, options.time_limit_ms);
  const Context context(problem, control);
  State state(context);
  load(state, start);
  construct(state, control);
  Lane lane(std::move(state), options.seed, options.iterations);
  lane.run(options.iterations, control, watch, nullptr);
  return assemble(problem, lane.best());
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
