// Times of runs, medians, memory and the small JSON that the claims read.
#pragma once

#include <malloc.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace paidan_bench {

/// By the clock on the wall: for what takes microseconds.
template <typename Work>
[[nodiscard]] double milliseconds(Work work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

/// Processor time of the whole process. With one thread on a quiet machine that is the time on the wall; on a busy one
/// a short run that waits for its turn does not look slow beside a long one.
template <typename Work>
[[nodiscard]] double cpu_milliseconds(Work work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  const double begun = now();
  work();
  return now() - begun;
}

/// The value below which `share` of the others lie; 0.5: the median.
[[nodiscard]] inline double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

/// A line of /proc/self/status in bytes, such as "VmRSS" (resident now) or "VmHWM" (at most so far).
[[nodiscard]] inline std::int64_t resident_bytes(const std::string& line) {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word == line + ":") {
      std::int64_t kilobytes = 0;
      status >> kilobytes;
      return kilobytes * 1024;
    }
  }
  throw std::runtime_error("/proc/self/status has no " + line);
}

/// By how much the resident memory grows at most while `work` runs. What the process has freed before is given back
/// first, so that nothing is served from it unseen.
template <typename Work>
[[nodiscard]] std::int64_t peak_growth_bytes(Work work) {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << 5;  // the peak starts again from here
  const std::int64_t before = resident_bytes("VmRSS");
  if (resident_bytes("VmHWM") > before + (4 << 20)) throw std::runtime_error("the peak of memory cannot be reset here");
  work();
  return std::max(resident_bytes("VmHWM"), resident_bytes("VmRSS")) - before;
}

[[nodiscard]] inline std::string json_list(const std::vector<double>& values) {
  std::string text = "[";
  for (const double value : values) text += (text.size() > 1 ? ", " : "") + std::to_string(value);
  return text + "]";
}

}  // namespace paidan_bench
