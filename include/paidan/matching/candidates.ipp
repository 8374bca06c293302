#pragma once

#include <paidan/matching/candidates.hpp>

#include <paidan/matching/detail/buckets.ipp>
#include <paidan/matching/detail/features_table.ipp>

#include <numeric>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace matching_detail {

inline constexpr std::int64_t none_omitted = std::numeric_limits<std::int64_t>::max();
inline constexpr std::int64_t largest_dual = std::int64_t{1} << 61;

/// Which shifts are meant; complains about those that do not exist.
inline std::vector<std::uint8_t> considered_of(const Problem& problem, std::span<const ShiftIndex> shifts,
                                               Errors& errors) {
  std::vector<std::uint8_t> considered(problem.shift_count(), shifts.empty() ? 1 : 0);
  for (std::size_t i = 0; i < shifts.size(); ++i) {
    if (shifts[i].at() < considered.size()) {
      considered[shifts[i].at()] = 1;
      continue;
    }
    check_range(errors, "shifts[" + std::to_string(i) + "]", shifts[i].value, 0,
                static_cast<std::int64_t>(considered.size()) - 1);
  }
  return considered;
}

/// Rows found in any order of orders, written down by order.
class Rows {
 public:
  Rows(const Scale& scale, bool tiers, std::size_t orders) : table_(scale, tiers), runs_(orders) {}

  /// Every order gets this many places of its own: nothing has to be sorted at the end.
  void give(std::size_t places) {
    places_ = places;
    resize(runs_.size() * places);
    table_.resize(runs_.size() * places);
  }
  void preload(const Candidates& old) {
    shift_ = old.shift;
    start_s_ = old.start_s;
    table_.preload(old.features);
  }
  /// Returns where the first pair stands.
  std::uint64_t put(OrderIndex order, std::span<const Hit> hits) {
    const std::uint64_t begin = places_ > 0 ? order.at() * places_ : shift_.size();
    runs_[order.at()] = {begin, hits.size()};
    if (shift_.size() < begin + hits.size()) resize(begin + hits.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
      shift_[begin + i] = hits[i].shift;
      start_s_[begin + i] = hits[i].start_s;
    }
    table_.put(order, begin, hits);
    return begin;
  }
  /// By order, one each.
  [[nodiscard]] std::span<const Run> runs() const { return runs_; }

  void write(Candidates& out, std::span<const Run> runs) {
    out.shift = gathered(std::move(shift_), runs);
    out.start_s = gathered(std::move(start_s_), runs);
    out.features = table_.take(runs);
  }

 private:
  void resize(std::size_t pairs) {
    shift_.resize(pairs);
    start_s_.resize(pairs);
  }

  FeatureTable table_;
  std::vector<Run> runs_;
  std::size_t places_ = 0;
  std::vector<std::uint32_t> shift_;
  std::vector<std::int32_t> start_s_;
};

/// Ranges, pieces and sums; floors are fine.
inline void check_all(Errors& errors, const Problem& problem, const Weights& weights, std::size_t tiers) {
  const std::size_t before = errors.total();
  check_weights(errors, weights, problem.data().objective.fairness.size());
  if (errors.total() == before) check_sums(errors, problem, weights, static_cast<std::int64_t>(tiers));
}

/// Made for a problem of this size, at least.
inline void check_made_for(Errors& errors, const Problem& problem, const Candidates& candidates) {
  const auto same = [&](const char* field, std::size_t value, std::size_t count) {
    check_range(errors, field, static_cast<std::int64_t>(value), static_cast<std::int64_t>(count),
                static_cast<std::int64_t>(count));
  };
  same("candidates.orders", candidates.orders(), problem.order_count());
  same("candidates.considered", candidates.considered.size(), problem.shift_count());
}

inline void check_duals(Errors& errors, const char* field, std::span<const std::int64_t> duals, std::size_t count) {
  check_range(errors, std::string(field) + ".size", static_cast<std::int64_t>(duals.size()),
              static_cast<std::int64_t>(count), static_cast<std::int64_t>(count));
  for (std::size_t i = 0; i < duals.size(); ++i) {
    if (duals[i] >= -largest_dual && duals[i] <= largest_dual) continue;
    check_range(errors, std::string(field) + "[" + std::to_string(i) + "]", duals[i], -largest_dual, largest_dual);
  }
}

}  // namespace matching_detail

PAIDAN_INLINE bool Candidates::complete() const {
  return std::all_of(omitted_bound.begin(), omitted_bound.end(),
                     [](std::int64_t bound) { return bound == matching_detail::none_omitted; });
}

PAIDAN_INLINE Candidates candidates(const Problem& problem, const CandidateOptions& options) {
  namespace detail = matching_detail;
  Errors errors;
  check_range(errors, "max_candidates", options.max_candidates, 0, std::numeric_limits<std::int32_t>::max());
  Candidates result;
  result.considered = detail::considered_of(problem, options.shifts, errors);
  errors.throw_if_any();
  result.max_candidates = options.max_candidates;
  result.tier_floors.assign(options.tier_floors.begin(), options.tier_floors.end());
  result.weights = options.weights ? *options.weights : weights_of(problem.data().objective);
  if (!options.tier_floors.empty()) result.weights.tier = strict_tier(problem, result.weights, options.tier_floors);
  detail::check_all(errors, problem, result.weights, options.tier_floors.size());
  errors.throw_if_any();

  const detail::Scale scale(problem, result.weights, options.tier_floors);
  const std::size_t orders = problem.order_count();
  const auto most = static_cast<std::size_t>(options.max_candidates);
  detail::Rows rows(scale, !options.tier_floors.empty(), orders);
  constexpr std::size_t few = 64;  // more places would often stay empty
  if (most > 0 && most <= few) rows.give(std::min(most, problem.shift_count()));
  result.omitted_bound.assign(orders, detail::none_omitted);
  std::vector<std::uint32_t> all(orders);
  std::iota(all.begin(), all.end(), 0U);
  detail::Search search(scale);
  const auto find = [&](OrderIndex order, const detail::Bucket& bucket) {
    search.begin(detail::Query(scale, order, bucket.unsettled), most, detail::none_omitted);
    for (const detail::Tree& tree : bucket.trees) search.visit(tree);
    const std::span<const detail::Hit> hits = search.hits();
    rows.put(order, hits);
    if (most == 0 || hits.size() < most) return;
    std::int64_t dearest = hits.front().key;
    for (const detail::Hit& hit : hits) dearest = std::max(dearest, hit.key);
    result.omitted_bound[order.at()] = dearest;
  };
  detail::Buckets(scale, result.considered)
      .each(
          all, [](detail::Bucket&) {}, find);
  for (const detail::Run run : rows.runs()) result.row_begin.push_back(result.row_begin.back() + run.size);
  rows.write(result, rows.runs());
  return result;
}

PAIDAN_INLINE std::vector<OmittedPair> price_out(const Problem& problem, const Candidates& candidates,
                                                 const Weights& weights, std::span<const std::int64_t> row_dual,
                                                 std::span<const std::int64_t> column_dual,
                                                 std::int32_t most_per_order) {
  namespace detail = matching_detail;
  Errors errors;
  detail::check_duals(errors, "row_dual", row_dual, problem.order_count());
  detail::check_duals(errors, "column_dual", column_dual, problem.shift_count());
  check_range(errors, "most_per_order", most_per_order, 0, std::numeric_limits<std::int32_t>::max());
  detail::check_made_for(errors, problem, candidates);
  detail::check_all(errors, problem, weights, candidates.tier_floors.size());
  errors.throw_if_any();

  std::vector<OmittedPair> found;
  if (column_dual.empty()) return found;
  const std::int64_t least_price = *std::min_element(column_dual.begin(), column_dual.end());
  const bool same_weights = weights == candidates.weights;
  std::vector<std::uint32_t> open;
  for (std::size_t o = 0; o < row_dual.size(); ++o) {
    const std::int64_t bound = candidates.omitted_bound[o];
    if (bound == detail::none_omitted || (same_weights && bound + least_price >= row_dual[o])) continue;
    open.push_back(static_cast<std::uint32_t>(o));
  }
  if (open.empty()) return found;
  const detail::Scale scale(problem, weights, candidates.tier_floors);
  detail::Search search(scale);
  const auto made = [&](detail::Bucket& bucket) {
    for (detail::Tree& tree : bucket.trees) tree.set_prices(column_dual);
  };
  const auto find = [&](OrderIndex order, const detail::Bucket& bucket) {
    const std::size_t o = order.at();
    const std::span<const std::uint32_t> listed(candidates.shift.data() + candidates.row_begin[o],
                                                candidates.row_begin[o + 1] - candidates.row_begin[o]);
    search.begin(detail::Query(scale, order, bucket.unsettled), static_cast<std::size_t>(most_per_order),
                 row_dual[o] - 1, listed);
    for (const detail::Tree& tree : bucket.trees) search.visit(tree);
    for (const detail::Hit& hit : search.hits()) {
      found.push_back({order, ShiftIndex(hit.shift), hit.key - column_dual[hit.shift], hit.start_s});
    }
  };
  detail::Buckets(scale, candidates.considered).each(open, made, find);
  std::sort(found.begin(), found.end(), [](const OmittedPair& a, const OmittedPair& b) {
    return std::pair(a.order, a.shift) < std::pair(b.order, b.shift);
  });
  return found;
}

PAIDAN_INLINE void add_pairs(const Problem& problem, Candidates& candidates, std::span<const OmittedPair> pairs) {
  namespace detail = matching_detail;
  Errors errors;
  detail::check_made_for(errors, problem, candidates);
  errors.throw_if_any();
  const detail::Scale scale(problem, candidates.weights, candidates.tier_floors);
  const std::size_t orders = problem.order_count();
  detail::Rows rows(scale, !candidates.tier_floors.empty(), orders);
  rows.preload(candidates);
  detail::Search search(scale);
  // Every pair once more by itself, so that its features are its own and not what the caller says.
  std::vector<std::uint64_t> place(pairs.size(), 0);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const OmittedPair& pair = pairs[i];
    const std::string path = "pairs[" + std::to_string(i) + "]";
    const std::size_t before = errors.total();
    check_range(errors, path + ".order", pair.order.value, 0, static_cast<std::int64_t>(orders) - 1);
    check_range(errors, path + ".shift", pair.shift.value, 0, static_cast<std::int64_t>(problem.shift_count()) - 1);
    if (errors.total() > before) continue;
    const detail::Spot spot = scale.spot(pair.shift.value);
    const std::span<const std::uint32_t> listed(
        candidates.shift.data() + candidates.row_begin[pair.order.at()],
        candidates.row_begin[pair.order.at() + 1] - candidates.row_begin[pair.order.at()]);
    search.begin(detail::Query(scale, pair.order, detail::Unsettled::demands), 1, detail::none_omitted, listed);
    if (problem.dense().technicians.max_jobs[spot.technician] > 0) {
      search.look_at(scale.ways[problem.dense().technicians.profile[spot.technician].at()], spot);
    }
    const std::span<const detail::Hit> hits = search.hits();
    const bool rising = i == 0 || std::pair(pairs[i - 1].order, pairs[i - 1].shift) < std::pair(pair.order, pair.shift);
    if (hits.empty() || !rising) {
      errors.add(errors::not_omitted, path,
                 {{"order", problem.order(pair.order).name},
                  {"technician", problem.technician(pair.shift).name},
                  {"shift", problem.shift(pair.shift).id}});
      continue;
    }
    place[i] = rows.put(pair.order, hits);
  }
  errors.throw_if_any();
  // Merge: both lists are sorted by order, then shift.
  std::vector<detail::Run> runs;
  std::vector<std::uint64_t> row_begin{0};
  std::size_t next = 0;
  for (std::size_t o = 0; o < orders; ++o) {
    const std::uint64_t begin = candidates.row_begin[o];
    const std::uint64_t end = candidates.row_begin[o + 1];
    std::uint64_t done = begin;
    std::uint64_t size = end - begin;
    const auto copy_until = [&](std::uint64_t until) {
      runs.push_back({done, until - done});
      done = until;
    };
    for (; next < pairs.size() && pairs[next].order.at() == o; ++next, ++size) {
      const auto row = candidates.shift.begin();
      const auto above = std::upper_bound(row + static_cast<std::ptrdiff_t>(done),
                                          row + static_cast<std::ptrdiff_t>(end), pairs[next].shift.value);
      copy_until(static_cast<std::uint64_t>(above - row));
      runs.push_back({place[next], 1});
    }
    copy_until(end);
    row_begin.push_back(row_begin.back() + size);
  }
  rows.write(candidates, runs);
  candidates.row_begin = std::move(row_begin);
}

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
