// bench_live [--seed N] [--operations N] [--instance NAME]
//
// An assignment kept optimal while orders and technicians come, change and go: each operation is timed by itself, one
// kind drawn as likely as the other. Starts with all orders of the class and keeps their number within 2 %; up to 1 %
// of the technicians are away. Ten times on the way the state is solved again from scratch and its certificate
// verified, outside the timing. JSON on the standard output, microseconds.
//   new       a further order of the same instance, or one that was cancelled before
//   change    an order's costs become 80–120 % of what they were at first, its penalty too
//   load      a technician has a slot more or less than at first, or as many again
#include "../instances/assignment.hpp"
#include "measure.hpp"
#include "view.hpp"

#include <paidan/assign/live.hpp>

#include <algorithm>
#include <iostream>
#include <map>

namespace {

using namespace paidan_bench;
namespace assign = paidan::assign;

struct Request {
  std::string instance = "b-geo";
  std::uint64_t seed = 1;
  std::size_t operations = 30'000;
};

class Day {
 public:
  explicit Day(const Request& request)
      : random_(request.seed + 1'000),
        base_(assignment_instance(request.instance, request.seed)),
        all_(assignment_instance(request.instance, request.seed, base_.rows + base_.rows / 10)),
        live_(view_of(base_)) {
    for (std::uint32_t i = 0; i < all_.rows; ++i) {
      if (i < base_.rows) {
        present_.push_back({i, i});
      } else {
        spare_.push_back(i);
      }
    }
    for (std::uint32_t j = 0; j < all_.columns; ++j) here_.push_back(j);
  }

  void step() {
    const std::int64_t kind = random_.between(0, 5);
    if (kind == 0) {
      present_.size() < base_.rows + base_.rows / 50 ? come() : cancel();
    } else if (kind == 1) {
      present_.size() > base_.rows - base_.rows / 50 ? cancel() : come();
    } else if (kind == 2) {
      change();
    } else if (kind == 3) {
      away_.size() < std::max<std::size_t>(1, base_.columns / 100) ? drop() : restore();
    } else if (kind == 4) {
      away_.empty() ? drop() : restore();
    } else {
      load();
    }
  }

  void ask() {
    const Order order = present_[pick(present_.size())];
    const std::uint64_t arc = all_.row_begin[order.content] + pick(degree(order.content));
    timed("regret", [&] { sum_of_regrets_ += live_.regret(order.row, all_.column[arc]).cost; });
  }

  /// Throws std::logic_error when the state is not the optimum.
  void verify() const {
    const assign::AssignmentTable table = live_.table();
    const assign::Assignment kept = live_.assignment();
    const assign::Assignment anew = assign::assign(table.view());
    if (kept.cost != anew.cost || live_.cost() != anew.cost || !assign::certified(table.view(), kept)) {
      throw std::logic_error("kept at cost " + std::to_string(kept.cost) + ", from scratch " +
                             std::to_string(anew.cost));
    }
  }

  void print(const Request& request) const {
    std::cout << "{\"instance\": \"" << request.instance << "\", \"seed\": " << request.seed
              << ", \"operations\": " << request.operations << ", \"cost\": " << live_.cost()
              << ", \"sum_of_regrets\": " << sum_of_regrets_;
    auto kinds = times_;
    for (const char* kind : {"new", "cancel", "change"}) append(kinds["orders"], times_.at(kind));
    for (const char* kind : {"drop", "return"}) append(kinds["technicians"], times_.at(kind));
    for (const auto& [kind, times] : kinds) {
      std::cout << ",\n \"" << kind << "\": {\"count\": " << times.size() << ", \"p50_us\": " << quantile(times, 0.5)
                << ", \"p95_us\": " << quantile(times, 0.95) << ", \"most_us\": " << quantile(times, 1) << "}";
    }
    std::cout << "}\n";
  }

 private:
  struct Order {
    std::uint32_t row = 0;
    std::uint32_t content = 0;  // row of the instance
  };

  static void append(std::vector<double>& to, const std::vector<double>& from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  std::size_t pick(std::size_t size) {
    return static_cast<std::size_t>(random_.between(0, static_cast<std::int64_t>(size) - 1));
  }
  [[nodiscard]] std::size_t degree(std::uint32_t content) const {
    return all_.row_begin[content + 1] - all_.row_begin[content];
  }

  /// One of a list, taken out of it.
  template <typename T>
  T take(std::vector<T>& list) {
    std::swap(list[pick(list.size())], list.back());
    const T taken = list.back();
    list.pop_back();
    return taken;
  }

  template <typename Work>
  void timed(const char* kind, Work work) {
    times_[kind].push_back(milliseconds(work) * 1'000);
  }

  void describe(std::uint32_t content, std::int64_t percent) {
    arcs_.clear();
    for (std::uint64_t e = all_.row_begin[content]; e < all_.row_begin[content + 1]; ++e) {
      arcs_.push_back({all_.column[e], all_.cost[e] * percent / 100});
    }
    penalty_ = all_.penalty[content] * percent / 100;
  }

  void come() {
    Order order;
    order.content = take(spare_);
    describe(order.content, 100);
    timed("new", [&] { order.row = live_.add_row(arcs_, penalty_); });
    present_.push_back(order);
  }

  void cancel() {
    const Order order = take(present_);
    timed("cancel", [&] { live_.cancel_row(order.row); });
    spare_.push_back(order.content);
  }

  void change() {
    const Order order = present_[pick(present_.size())];
    describe(order.content, random_.between(80, 120));
    timed("change", [&] { live_.change_row(order.row, arcs_, penalty_); });
  }

  void drop() {
    const std::uint32_t column = take(here_);
    timed("drop", [&] { live_.drop_column(column); });
    away_.push_back(column);
  }

  void restore() {
    const std::uint32_t column = take(away_);
    timed("return", [&] { live_.restore_column(column); });
    here_.push_back(column);
  }

  void load() {
    const std::uint32_t column = here_[pick(here_.size())];
    const std::uint64_t first = all_.slot_begin[column];
    const std::int64_t base = all_.slot_cost[first];
    const std::int64_t step = first + 1 < all_.slot_begin[column + 1] ? all_.slot_cost[first + 1] - base : 800;
    slots_.clear();
    const auto usual = static_cast<std::int64_t>(all_.slot_begin[column + 1] - first);
    const std::int64_t capacity = std::max<std::int64_t>(1, usual + random_.between(-1, 1));
    for (std::int64_t k = 0; k < capacity; ++k) slots_.push_back(base + step * k);
    timed("load", [&] { live_.set_slots(column, slots_); });
  }

  paidan::SplitMix64 random_;
  AssignmentInstance base_;
  AssignmentInstance all_;
  assign::LiveAssignment live_;
  std::vector<Order> present_;
  std::vector<std::uint32_t> spare_, here_, away_;
  std::vector<assign::RowArc> arcs_;
  std::vector<std::int64_t> slots_;
  std::int64_t penalty_ = 0;
  std::int64_t sum_of_regrets_ = 0;
  std::map<std::string, std::vector<double>> times_;
};

Request request_of(const std::vector<std::string>& words) {
  Request request;
  if (words.size() % 2 != 0) throw std::invalid_argument("every option needs a value");
  for (std::size_t k = 0; k < words.size(); k += 2) {
    if (words[k] == "--seed") {
      request.seed = std::stoull(words[k + 1]);
    } else if (words[k] == "--operations") {
      request.operations = std::max<std::size_t>(1'000, std::stoull(words[k + 1]));
    } else if (words[k] == "--instance") {
      request.instance = words[k + 1];
    } else {
      throw std::invalid_argument("what is " + words[k] + "?");
    }
  }
  return request;
}

}  // namespace

int main(int count, char** words) {
  try {
    const Request request = request_of({words + 1, words + count});
    Day day(request);
    day.verify();
    for (std::size_t k = 1; k <= request.operations; ++k) {
      day.step();
      if (k % (request.operations / 10) == 0) day.verify();
    }
    for (std::size_t k = 0; k < request.operations / 10; ++k) day.ask();
    day.verify();
    day.print(request);
    return 0;
  } catch (const std::exception& wrong) {
    std::cerr << "bench_live: " << wrong.what() << "\n";
    return 1;
  }
}
