#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/model/problem.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

inline constexpr std::int64_t largest_work_s = 1'000'000;  // setup, service or entry: 11.5 days

/// Times alone: how far the places are apart nobody has said.
inline bool lacks_metres(const TravelProfile& profile) {
  return profile.matrix && profile.matrix->size > 1 && profile.matrix->metres.empty();
}

/// Ids sorted, to find their positions.
class IdTable {
 public:
  IdTable() = default;
  template <class Nouns>
  explicit IdTable(const Nouns& nouns) {
    entries_.reserve(nouns.size());
    for (std::size_t i = 0; i < nouns.size(); ++i) entries_.emplace_back(nouns[i].id, static_cast<std::uint32_t>(i));
    std::sort(entries_.begin(), entries_.end());
  }

  /// Position of the first noun with that id, or `npos`.
  [[nodiscard]] std::size_t find(std::string_view id) const {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), std::pair{id, std::uint32_t{0}});
    return found != entries_.end() && found->first == id ? found->second : npos;
  }
  template <class Tag>
  [[nodiscard]] Index<Tag> index(std::string_view id) const {
    const std::size_t position = find(id);
    return position == npos ? Index<Tag>::none() : Index<Tag>(position);
  }
  [[nodiscard]] std::vector<std::string_view> ids() const {
    std::vector<std::string_view> all;
    all.reserve(entries_.size());
    for (const auto& entry : entries_) all.push_back(entry.first);
    return all;
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  std::vector<std::pair<std::string_view, std::uint32_t>> entries_;
};

/// Names in byte order; the place of a name is its dense index.
class NameTable {
 public:
  void add(std::string_view name) { seen_.insert(name); }
  void finish() {
    names_.assign(seen_.begin(), seen_.end());
    seen_.clear();
  }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::vector<std::string_view>& names() const { return names_; }
  /// Every name asked for was added.
  [[nodiscard]] std::uint32_t at(std::string_view name) const {
    return static_cast<std::uint32_t>(std::lower_bound(names_.begin(), names_.end(), name) - names_.begin());
  }
  [[nodiscard]] bool contains(std::string_view name) const {
    return std::binary_search(names_.begin(), names_.end(), name);
  }

 private:
  std::set<std::string_view> seen_;
  std::vector<std::string_view> names_;
};

/// Where in the input, as steps; written out only when something is wrong there.
class Spot {
 public:
  static constexpr std::size_t whole = static_cast<std::size_t>(-1);

  constexpr explicit Spot(std::string_view name, std::size_t index = whole) { push(name, index); }
  [[nodiscard]] constexpr Spot at(std::string_view name, std::size_t index = whole) const {
    Spot deeper = *this;
    deeper.push(name, index);
    return deeper;
  }
  /// The name of the last step.
  [[nodiscard]] std::string field() const { return std::string(steps_[size_ - 1].first); }
  [[nodiscard]] std::string text() const {
    std::string path;
    for (std::size_t i = 0; i < size_; ++i) {
      if (i > 0) path += '.';
      path += steps_[i].first;
      if (steps_[i].second != whole) path.append("[").append(std::to_string(steps_[i].second)).append("]");
    }
    return path;
  }

 private:
  constexpr void push(std::string_view name, std::size_t index) { steps_[size_++] = {name, index}; }
  std::array<std::pair<std::string_view, std::size_t>, 4> steps_{};
  std::size_t size_ = 0;
};

/// Seconds from the origin, never beyond ±2^62.
constexpr std::int64_t seconds_from(Instant origin, Instant time) {
  constexpr std::int64_t most = std::int64_t{1} << 61;
  return std::clamp(time.seconds, -most, most) - std::clamp(origin.seconds, -most, most);
}
/// Into the model's range.
constexpr std::int32_t to_model(std::int64_t seconds) {
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(seconds, -time_limit_s, time_limit_s));
}
constexpr std::int32_t to_model(Instant origin, Instant time) { return to_model(seconds_from(origin, time)); }

/// seconds × 100 / percent, rounded up.
constexpr std::int64_t scaled(std::int64_t seconds, std::int32_t percent) {
  return (seconds * 100 + percent - 1) / percent;
}

/// The longest that a way of so many seconds may take, at the worst hour.
inline std::int64_t in_traffic(const TravelProfile& profile, std::int64_t seconds) {
  std::int32_t worst = 100;
  for (const travel::TravelBand& band : profile.bands) worst = std::max(worst, band.percent);
  return (seconds * std::min(worst, travel::most_band_percent) + 99) / 100;
}

/// The longest that anybody takes to enter a compound; of entries that are too long, the longest there may be.
inline std::int64_t longest_entry_s(const ProblemData& data) {
  std::int64_t longest = 0;
  for (const Compound& compound : data.compounds)
    longest = std::max(longest, std::min(compound.entry.seconds, largest_work_s));
  return longest;
}

/// The profile that stands for "none given".
inline TravelProfile default_profile() { return {.id = "car", .matrix = {}, .straight_line = {}}; }

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
