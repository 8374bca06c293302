// A watcher made of what the standard library has: a stop_token, and a function for progress. Opt-in, because their
// headers cost every user a tenth of a second.
#pragma once

#include <paidan/routing/progress.hpp>

#include <functional>
#include <stop_token>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

/// `Watch watch(source.get_token(), [](const routing::Progress&) { return true; });` then `.watcher = &watch`.
class Watch final : public routing::Watcher {
 public:
  using Function = std::function<bool(const routing::Progress&)>;

  explicit Watch(std::stop_token stop, Function progress = {})
      : stop_(std::move(stop)), progress_(std::move(progress)) {}
  explicit Watch(Function progress) : progress_(std::move(progress)) {}

  bool report(const routing::Progress& progress) override { return !progress_ || progress_(progress); }
  [[nodiscard]] bool stopping() const override { return stop_.stop_requested(); }

 private:
  std::stop_token stop_;
  Function progress_;
};

}  // namespace paidan::inline PAIDAN_ABI
