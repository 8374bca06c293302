// A running solve: signals, progress and what the host's callback raises.
#pragma once

#include "bind.hpp"

#include <paidan/dispatch/fields.hpp>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace paidan_python {

/// One solve seen from Python. The solver runs on a thread of its own and the calling thread listens: to signals
/// (Ctrl-C must work even where the solver has nothing to report yet) and to progress, which it hands to the host's
/// callback. Nothing is ever thrown through the solver: what the callback raises stops the search and is raised again
/// afterwards.
template <class O>
class Solve final : private pd::routing::Watcher {
 public:
  using Request = typename O::Request;
  using Answer = typename O::Answer;

  Solve(const Request& request, py::object callback) : request_(request), callback_(std::move(callback)) {}

  /// Called and left with the GIL held.
  Answer run() {
    {
      const py::gil_scoped_release release;
      std::thread solver([this] { solve(); });
      listen();
      solver.join();
    }
    look_at_signals();  // a Ctrl-C that came last would lose the finished plan
    if (raised_) std::rethrow_exception(raised_);
    if (failed_) std::rethrow_exception(failed_);
    return std::move(*answer_);
  }
  [[nodiscard]] bool interrupted() const { return interrupted_; }
  /// What was worth saying besides, once it has run.
  [[nodiscard]] const std::vector<pd::Error>& notices() const { return aside_.notices; }

 private:
  void solve() {
    try {
      answer_.emplace(O::run(request_, &aside_));
    } catch (...) {
      failed_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    done_ = true;
    changed_.notify_one();
  }

  bool report(const pd::routing::Progress& now) override {
    const std::lock_guard lock(mutex_);
    news_ = now;
    changed_.notify_one();
    return true;
  }
  [[nodiscard]] bool stopping() const override { return stop_.load(std::memory_order_relaxed); }

  void listen() {
    std::unique_lock lock(mutex_);
    while (!done_) {
      changed_.wait_for(lock, std::chrono::milliseconds(50), [this] { return done_ || news_.has_value(); });
      const std::optional<pd::routing::Progress> news = std::exchange(news_, std::nullopt);
      const bool running = !done_;
      lock.unlock();
      if (!stop_.load() && (running || news)) {
        const py::gil_scoped_acquire acquire;
        look_at_signals();
        if (news && !callback_.is_none() && !stop_.load()) tell(*news, running);
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
    stop_.store(true);
  }

  void tell(const pd::routing::Progress& news, bool running) {
    try {
      const py::object answer = callback_(Box<pd::routing::Progress>{news, false});
      if (answer.ptr() == Py_False && running) {
        interrupted_ = true;
        stop_.store(true);
      }
    } catch (...) {
      raised_ = std::current_exception();
      stop_.store(true);
    }
  }

  const Request& request_;
  py::object callback_;
  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<pd::routing::Progress> news_;  // guarded by mutex_, like done_
  bool done_ = false;
  std::optional<Answer> answer_;  // the solver's until it is done
  std::exception_ptr failed_;
  std::exception_ptr raised_;
  bool interrupted_ = false;
  pd::desk::Aside aside_{this, {}};
};

}  // namespace paidan_python
