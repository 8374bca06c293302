// A running solve: signals, progress and what the host's callback raises.
#pragma once

#include "bind.hpp"

#include <paidan/dispatch/plan.hpp>

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

template <>
struct Fields<routing::Progress> {
  using T = routing::Progress;
  static constexpr std::string_view name = "Progress";
  template <class V>
  static void visit(V&& v) {
    v("iteration", &T::iteration, Field{.zh = "步数", .doc = "Steps done by all lanes together."});
    v("iterations", &T::iterations,
      Field{.zh = "总步数", .doc = "Steps of all lanes together, when nothing stops them."});
    v("best_cost", &T::best_cost, Field{.zh = "最好成本", .doc = "Cost of the best plan so far."});
    v("unserved", &T::unserved, Field{.zh = "未安排", .doc = "Orders that plan leaves out."});
  }
};
namespace routing {
inline bool operator==(const Progress& a, const Progress& b) {
  return a.iteration == b.iteration && a.iterations == b.iterations && a.best_cost == b.best_cost &&
         a.unserved == b.unserved;
}
}  // namespace routing

}  // namespace paidan::inline PAIDAN_ABI

namespace paidan_python {

/// One solve seen from Python. The solver runs on a thread of its own and the calling thread listens: to signals
/// (Ctrl-C must work even where the solver has nothing to report yet) and to progress, which it hands to the host's
/// callback. Nothing is ever thrown through the solver: what the callback raises stops the search and is raised again
/// afterwards.
class Solve {
 public:
  Solve(const pd::Problem& problem, pd::PlanOptions options, py::object callback)
      : problem_(problem), options_(std::move(options)), callback_(std::move(callback)) {
    options_.stop = stop_.get_token();
    options_.progress = [this](const pd::routing::Progress& now) {
      const std::lock_guard lock(mutex_);
      news_ = now;
      changed_.notify_one();
      return true;
    };
  }

  /// Called and left with the GIL held.
  pd::Plan run() {
    {
      const py::gil_scoped_release release;
      std::thread solver([this] { solve(); });
      listen();
      solver.join();
    }
    look_at_signals();  // a Ctrl-C that came last would lose the finished plan
    if (raised_) std::rethrow_exception(raised_);
    if (failed_) std::rethrow_exception(failed_);
    return std::move(plan_);
  }
  [[nodiscard]] bool interrupted() const { return interrupted_; }

 private:
  void solve() {
    try {
      plan_ = pd::plan(problem_, options_);
    } catch (...) {
      failed_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    done_ = true;
    changed_.notify_one();
  }

  void listen() {
    std::unique_lock lock(mutex_);
    while (!done_) {
      changed_.wait_for(lock, std::chrono::milliseconds(50), [this] { return done_ || news_.has_value(); });
      const std::optional<pd::routing::Progress> news = std::exchange(news_, std::nullopt);
      const bool running = !done_;
      lock.unlock();
      if (!stop_.stop_requested() && (running || news)) {
        const py::gil_scoped_acquire acquire;
        look_at_signals();
        if (news && !callback_.is_none() && !stop_.stop_requested()) tell(*news, running);
      }
      lock.lock();
    }
  }

  /// Ctrl-C means: stop, and give what there is. Any other exception of a signal handler is the host's.
  void look_at_signals() {
    if (PyErr_CheckSignals() == 0) return;
    if (PyErr_ExceptionMatches(PyExc_KeyboardInterrupt) != 0) {
      PyErr_Clear();
      interrupted_ = true;
    } else if (!raised_) {
      raised_ = std::make_exception_ptr(py::error_already_set());
    } else {
      PyErr_Clear();
    }
    stop_.request_stop();
  }

  void tell(const pd::routing::Progress& news, bool running) {
    try {
      const py::object answer = callback_(Box<pd::routing::Progress>{news, false});
      if (answer.ptr() == Py_False && running) {
        interrupted_ = true;
        stop_.request_stop();
      }
    } catch (...) {
      raised_ = std::current_exception();
      stop_.request_stop();
    }
  }

  const pd::Problem& problem_;
  pd::PlanOptions options_;
  py::object callback_;
  std::stop_source stop_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<pd::routing::Progress> news_;  // guarded by mutex_, like done_
  bool done_ = false;
  pd::Plan plan_;  // the solver's until it is done
  std::exception_ptr failed_;
  std::exception_ptr raised_;
  bool interrupted_ = false;
};

}  // namespace paidan_python
