// bench_assign_peers INSTANCE [--seed N] [--runs N] [--without ENGINE]… [--memory] [--dump FOLDER]
//
// Our exact assignment and LEMON's algorithms on one generated instance, in one process on one thread. They take N
// turns (three where the first takes over two seconds); a turn is one run or, where it is short, a few. LEMON's graph
// is built outside the timing; ours starts from compressed rows and ends with the answer and its certificate, and
// `paidan_without_load` is the part of it that LEMON's `run` does. JSON on the standard output: medians of all runs,
// and of those that came first in a turn (`cold_ms`: the caches are still another engine's).
// --memory measures the peak memory of our run instead; --dump writes the instance for other programs and ends.
#include "../instances/assignment.hpp"
#include "lemon.hpp"
#include "measure.hpp"
#include "view.hpp"

#include <paidan/assign/assignment.hpp>
#include <paidan/assign/detail/kernel.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

namespace {

using namespace paidan_bench;
namespace assign = paidan::assign;

struct Request {
  std::string instance;
  std::uint64_t seed = 1;
  std::size_t runs = 5;
  std::set<std::string> without;
  bool memory = false;
  std::string dump;
};

struct Engine {
  std::string name;
  std::function<double()> run;  // milliseconds
  std::function<std::int64_t()> cost;
  std::vector<double> times = {};
  std::vector<double> cold = {};  // of which: the first of each turn
};

constexpr double slow = 2'000;  // ms

/// One run, or up to five while they take less than 30 ms together: after another engine's turn the caches are its own.
void take_turn(Engine& engine) {
  double spent = 0;
  for (int run = 0; run < 5 && spent < 30; ++run) {
    engine.times.push_back(engine.run());
    spent += engine.times.back();
    if (run == 0) engine.cold.push_back(engine.times.back());
  }
}

void write_raw(const std::filesystem::path& path, const auto& values) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(values.data()),
             static_cast<std::streamsize>(values.size() * sizeof(values[0])));
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

void dump(const AssignmentInstance& instance, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  write_raw(folder / "row_begin.u64", instance.row_begin);
  write_raw(folder / "column.u32", instance.column);
  write_raw(folder / "cost.i64", instance.cost);
  std::vector<std::int64_t> penalty;
  for (std::size_t i = 0; i < instance.rows; ++i) penalty.push_back(instance.plain_penalty(i));
  write_raw(folder / "penalty.i64", penalty);
  write_raw(folder / "slot_begin.u64", instance.slot_begin);
  write_raw(folder / "slot_cost.i64", instance.slot_cost);
}

Request request_of(const std::vector<std::string>& words) {
  Request request;
  for (std::size_t k = 0; k < words.size(); ++k) {
    const std::string& word = words[k];
    const auto value = [&] {
      if (k + 1 == words.size()) throw std::invalid_argument(word + " needs a value");
      return words[++k];
    };
    if (word == "--seed") {
      request.seed = std::stoull(value());
    } else if (word == "--runs") {
      request.runs = std::max<std::size_t>(1, std::stoull(value()));
    } else if (word == "--without") {
      request.without.insert(value());
    } else if (word == "--memory") {
      request.memory = true;
    } else if (word == "--dump") {
      request.dump = value();
    } else if (word.starts_with("--") || !request.instance.empty()) {
      throw std::invalid_argument("what is " + word + "?");
    } else {
      request.instance = word;
    }
  }
  return request;
}

void head(const Request& request, const AssignmentInstance& instance) {
  std::cout << "{\"instance\": \"" << request.instance << "\", \"seed\": " << request.seed
            << ", \"rows\": " << instance.rows << ", \"columns\": " << instance.columns
            << ", \"pairs\": " << instance.column.size() << ", \"slots\": " << instance.slot_cost.size();
}

/// As the peers count it: must-serve rows that are not served cost more.
std::int64_t plain_cost(const AssignmentInstance& instance, const assign::Assignment& answer) {
  std::int64_t cost = answer.cost;
  for (std::size_t i = 0; i < instance.rows; ++i) {
    if (answer.column_of_row[i] == assign::Assignment::unassigned) {
      cost += instance.plain_penalty(i) - instance.penalty[i];
    }
  }
  return cost;
}

/// The kernel alone: its own tables are filled outside the timing, the answer is not read.
template <class C>
class Solving {
 public:
  explicit Solving(const assign::AssignmentView& input) : input_(input), plain_(input_, 0) {}

  double run() {
    assign::assign_detail::Kernel<C> kernel(input_.rows, input_.columns);
    plain_.load(kernel);
    const double time = cpu_milliseconds([&] { kernel.solve(); });
    cost_ = kernel.cost();
    return time;
  }
  [[nodiscard]] std::int64_t cost() const { return cost_; }

 private:
  assign::AssignmentView input_;
  assign::assign_detail::Plain plain_;
  std::int64_t cost_ = 0;
};

void compare(const Request& request, const AssignmentInstance& instance) {
  const LemonNetwork network(instance);
  const assign::AssignmentView input = view_of(instance);
  assign::Assignment answer;
  std::vector<Engine> engines;
  engines.push_back({"paidan", [&] { return cpu_milliseconds([&] { answer = assign::assign(input); }); },
                     [&] { return plain_cost(instance, answer); }});
  Solving<std::int32_t> solving(input);
  if (instance.must_serve.empty() && !request.without.contains("paidan_without_load")) {
    engines.push_back({"paidan_without_load", [&] { return solving.run(); }, [&] { return solving.cost(); }});
  }
  const auto add_lemon = [&]<typename Algorithm>(const char* name, std::type_identity<Algorithm>) {
    if (request.without.contains(name)) return;
    auto solver = std::make_shared<LemonSolver<Algorithm>>(network);
    engines.push_back(
        {name, [solver] { return cpu_milliseconds([&] { solver->run(); }); }, [solver] { return solver->cost(); }});
  };
  add_lemon("lemon_network_simplex", std::type_identity<LemonNetwork::Simplex>());
  add_lemon("lemon_capacity_scaling", std::type_identity<LemonNetwork::Scaling>());

  for (std::size_t turn = 0; turn < request.runs; ++turn) {
    for (Engine& engine : engines) {
      if (turn < 3 || engine.cold[0] <= slow) take_turn(engine);
    }
  }
  head(request, instance);
  const std::int64_t cost = plain_cost(instance, answer);
  std::cout << ", \"cost\": " << cost << ",\n \"engines\": {";
  for (const Engine& engine : engines) {
    if (engine.cost() != cost) {
      throw std::logic_error(engine.name + " finds cost " + std::to_string(engine.cost()) + ", paidan " +
                             std::to_string(cost));
    }
    const double median = quantile(engine.times, 0.5);
    std::cout << (&engine == engines.data() ? "\n" : ",\n") << "  \"" << engine.name << "\": {\"ms\": " << median
              << ", \"times_ours\": " << median / quantile(engines[0].times, 0.5)
              << ", \"cold_ms\": " << quantile(engine.cold, 0.5) << ", \"runs\": " << json_list(engine.times) << "}";
  }
  const bool proven = assign::certified(input, answer);
  std::cout << "},\n \"certified\": " << (proven ? "true" : "false") << "}\n";
}

void weigh(const Request& request, const AssignmentInstance& instance) {
  const assign::AssignmentView input = view_of(instance);
  assign::Assignment answer;
  const std::int64_t bytes = peak_growth_bytes([&] { answer = assign::assign(input); });
  head(request, instance);
  std::cout << ", \"cost\": " << answer.cost << ", \"peak_growth_bytes\": " << bytes
            << ", \"bytes_per_pair\": " << static_cast<double>(bytes) / static_cast<double>(instance.column.size())
            << "}\n";
}

}  // namespace

int main(int count, char** words) {
  try {
    const Request request = request_of({words + 1, words + count});
    const AssignmentInstance instance = assignment_instance(request.instance, request.seed);
    if (!request.dump.empty()) {
      dump(instance, request.dump);
    } else if (request.memory) {
      weigh(request, instance);
    } else {
      compare(request, instance);
    }
    return 0;
  } catch (const std::exception& wrong) {
    std::cerr << "bench_assign_peers: " << wrong.what() << "\n";
    return 1;
  }
}
