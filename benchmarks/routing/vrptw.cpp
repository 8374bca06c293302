// Anneals published instances for so many iterations or seconds, and prints how far the result is from the best known.
#include "best_known.hpp"
#include "curve.hpp"
#include "instance.hpp"
#include "verify.hpp"

#include <paidan/routing/detail/anneal/search.hpp>

#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace anneal = paidan::routing::anneal;
using namespace paidan_bench;

constexpr const char* usage =
    "bench_vrptw --data FOLDER (--iterations N | --seconds S) [--seed K] INSTANCE…\n"
    "FOLDER holds best_known.csv and the instances it names. Seconds are the processor's, reading left out.\n"
    "Exit 77: FOLDER or an instance is not there.\n";

/// A vehicle left in the depot costs nothing, a customer left out more than any detour.
constexpr std::int64_t missed_rate = 1'000'000;

struct Options {
  std::string data;
  std::int64_t iterations = 0;
  double seconds = 0;
  std::uint64_t seed = 1;
  std::vector<std::string> instances;
};

std::optional<Options> parse(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word.rfind("--", 0) != 0) {
      options.instances.push_back(word);
      continue;
    }
    if (++i == count) return std::nullopt;
    char* end = nullptr;
    if (word == "--data") {
      options.data = words[i];
      continue;
    }
    if (word == "--iterations") {
      options.iterations = std::strtoll(words[i], &end, 10);
    } else if (word == "--seconds") {
      options.seconds = std::strtod(words[i], &end);
    } else if (word == "--seed") {
      options.seed = std::strtoull(words[i], &end, 10);
    } else {
      return std::nullopt;
    }
    if (end == words[i] || *end != '\0') return std::nullopt;
  }
  if (options.data.empty() || options.instances.empty() || (options.iterations > 0) == (options.seconds > 0))
    return std::nullopt;
  return options;
}

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// The visits are the customers in this order.
anneal::GroundRows rows_of(const Instance& instance, const std::vector<std::uint32_t>& order) {
  anneal::GroundRows rows;
  rows.places = instance.customers.size();
  for (const Customer& from : instance.customers) {
    for (const Customer& to : instance.customers) rows.legs.push_back(distance_tenths(from, to));
  }
  for (const std::uint32_t number : order) {
    const Customer& one = instance.customers[number];
    rows.visits.push_back({.place = number,
                           .earliest = one.ready * tenths,
                           .latest = one.due * tenths,
                           .service = one.service * tenths,
                           .load = one.demand});
  }
  const Customer& depot = instance.customers.front();
  rows.routes.assign(static_cast<std::size_t>(instance.vehicles), {.start = 0,
                                                                   .end = 0,
                                                                   .earliest = depot.ready * tenths,
                                                                   .latest = depot.due * tenths,
                                                                   .capacity = instance.capacity});
  return rows;
}

void run(const Options& options, const BestKnown& known) {
  const Instance instance = read_instance(std::filesystem::path(options.data) / known.file);
  const std::vector<std::uint32_t> order = customers_along_curve(instance);
  const anneal::GroundRows rows = rows_of(instance, order);
  const double begun = cpu_seconds();
  const anneal::Ground ground(rows);
  const anneal::Near near(ground);
  anneal::Search search(ground, near, options.seed, missed_rate);
  const double started = cpu_seconds();
  const std::int64_t first = search.best().tally().legs;
  if (options.iterations > 0) {
    search.run(options.iterations);
  } else {
    const double all = begun + options.seconds - started;
    for (double gone = 0; gone < all; gone = cpu_seconds() - started)
      search.run(anneal::Search::slice, static_cast<anneal::Share>(gone / all * double{anneal::whole_work}));
  }
  const double spent = cpu_seconds() - started;
  std::vector<std::vector<std::uint32_t>> routes = search.best().routes();
  for (auto& route : routes) {
    for (std::uint32_t& visit : route) visit = order[visit];
  }
  const Judged judged = verify(instance, routes);
  if (judged.distance_tenths != search.best().tally().legs)
    throw std::runtime_error(instance.name + ": the engine counts another distance");
  const double distance = static_cast<double>(judged.distance_tenths) / tenths;
  const anneal::Steps& steps = search.steps();
  const auto share = [&](std::int64_t part) { return static_cast<double>(part) / static_cast<double>(steps.all); };
  std::printf(
      "%-9s %9.1f gap %7.3f%% routes %zu it %lld (%.2f us/it) first %.1f taken %.3f hopeless %.3f removed %.1f "
      "tails %.3f start %.3f s\n",
      instance.name.c_str(), distance, 100 * (distance / known.distance - 1), judged.routes,
      static_cast<long long>(steps.all), 1e6 * spent / static_cast<double>(steps.all),
      static_cast<double>(first) / tenths, share(steps.taken), share(steps.hopeless), share(steps.removed),
      share(steps.tails), started - begun);
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** words) try {
  const std::optional<Options> options = parse(count, words);
  if (!options) {
    std::fputs(usage, stderr);
    return 2;
  }
  if (!std::filesystem::exists(std::filesystem::path(options->data) / "best_known.csv")) {
    std::fprintf(stderr, "skipped: %s/best_known.csv is not there\n", options->data.c_str());
    return 77;
  }
  const std::vector<BestKnown> table = read_best_known(options->data);
  for (const std::string& name : options->instances) {
    const auto known =
        std::find_if(table.begin(), table.end(), [&](const BestKnown& one) { return one.instance == name; });
    if (known == table.end() || !std::filesystem::exists(std::filesystem::path(options->data) / known->file)) {
      std::fprintf(stderr, "skipped: %s has no instance %s\n", options->data.c_str(), name.c_str());
      return 77;
    }
    run(*options, *known);
  }
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
