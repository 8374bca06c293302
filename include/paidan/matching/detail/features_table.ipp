// Pairs become rows of feature columns. Included by candidates.ipp alone.
#pragma once

#include <paidan/matching/detail/spatial_search.ipp>

#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace matching {
namespace matching_detail {

inline constexpr std::int64_t change_unit = std::int64_t{1} << 30;

/// Neighbouring rows of a table, as they were pushed.
struct Run {
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
};

/// The rows in the order of `runs`, closed up; in place where no row moves towards the end.
template <class T>
std::vector<T> gathered(std::vector<T>&& values, std::span<const Run> runs) {
  const auto at = [](std::vector<T>& list, std::uint64_t i) { return list.begin() + static_cast<std::ptrdiff_t>(i); };
  std::uint64_t size = 0;
  bool down = true;
  for (const Run run : runs) {
    down = down && run.begin >= size;
    size += run.size;
  }
  if (down) {
    std::uint64_t to = 0;
    for (const Run run : runs) {
      if (run.begin != to) std::copy(at(values, run.begin), at(values, run.begin + run.size), at(values, to));
      to += run.size;
    }
    values.resize(size);
    if (values.capacity() / 4 * 3 > size) values.shrink_to_fit();
    return std::move(values);
  }
  std::vector<T> out;
  out.reserve(size);
  for (const Run run : runs) out.insert(out.end(), at(values, run.begin), at(values, run.begin + run.size));
  std::vector<T>().swap(values);
  return out;
}

/// All columns that this problem can fill; rows are added in any order of orders and sorted at the end.
class FeatureTable {
 public:
  FeatureTable(const Scale& scale, bool tiers) : scale_(scale), dense_(*scale.dense) {
    const ProblemData& data = scale.problem->data();
    bool due = false;
    bool skilled = false;
    bool urgent = false;
    std::int64_t change = 0;
    for (std::size_t o = 0; o < data.orders.size(); ++o) {
      due = due || dense_.orders.due_s[o] < time_limit_s;
      skilled = skilled || !dense_.orders.skills[o].empty();
      urgent = urgent || data.orders[o].priority > 0;
      change = std::max(change, dense_.orders.cost_of_change[o]);
    }
    const auto& quality = scale.quality;
    const bool rated = std::any_of(quality.begin(), quality.end(), [](std::int32_t points) { return points != 0; });
    plan(Term::travel, true);
    plan(Term::distance, true);
    plan(Term::lateness, due);
    plan(Term::over_skill, skilled);
    plan(Term::quality, rated);
    plan(Term::preference, scale.prefers);
    plan(Term::same_technician, scale.rework);
    plan(Term::change, change > 0);
    if (change >= change_unit) columns_.push_back({.term = Term::change, .piece = 1, .scale = change_unit});
    for (std::size_t k = 0; k < data.objective.fairness.size(); ++k) {
      columns_.push_back({.term = Term::fairness, .piece = static_cast<std::int32_t>(k), .scale = 1});
    }
    plan(Term::urgency, urgent);
    plan(Term::tier, tiers);
  }

  /// Room for so many pairs.
  void resize(std::uint64_t pairs) {
    for (FeatureColumn& column : columns_) column.values.resize(pairs);
  }

  /// The pairs of one order, to stand from `begin` on.
  void put(OrderIndex order, std::uint64_t begin, std::span<const Hit> hits) {
    for (FeatureColumn& column : columns_) {
      if (column.values.size() < begin + hits.size()) column.values.resize(begin + hits.size());
      fill(column.term, column.piece, order, hits, column.values.data() + begin);
    }
  }

  /// Pairs in the order of `runs`.
  [[nodiscard]] Features take(std::span<const Run> runs) {
    Features features;
    for (const Run run : runs) features.pairs += run.size;
    features.fairness_pieces = scale_.problem->data().objective.fairness.size();
    for (FeatureColumn& column : columns_) {
      const bool kept = column.term == Term::travel || column.term == Term::distance || any(column.values);
      if (kept) {
        features.columns.push_back({.term = column.term,
                                    .piece = column.piece,
                                    .scale = column.scale,
                                    .values = gathered(std::move(column.values), runs)});
      }
      std::vector<std::int32_t>().swap(column.values);
    }
    return features;
  }

  /// Starts from features that are there already; columns they lack are zero.
  void preload(const Features& features) {
    for (FeatureColumn& column : columns_) {
      const auto same = [&](const FeatureColumn& old) { return old.term == column.term && old.piece == column.piece; };
      const auto found = std::find_if(features.columns.begin(), features.columns.end(), same);
      if (found != features.columns.end()) {
        column.values = found->values;
      } else {
        column.values.assign(features.pairs, 0);
      }
    }
  }

 private:
  static bool any(const std::vector<std::int32_t>& values) {
    std::int32_t bits = 0;
    for (const std::int32_t value : values) bits |= value;
    return bits != 0;
  }

  void plan(Term term, bool used) {
    if (used) columns_.push_back({.term = term, .piece = 0, .scale = 1});
  }

  void fill(Term term, std::int32_t piece, OrderIndex order, std::span<const Hit> hits, std::int32_t* out) const {
    const OrderColumns& orders = dense_.orders;
    const std::size_t o = order.at();
    const auto each = [&](auto&& value) {
      for (std::size_t i = 0; i < hits.size(); ++i) out[i] = static_cast<std::int32_t>(value(hits[i]));
    };
    const auto who = [&](const Hit& hit) { return dense_.shifts.technician[hit.shift]; };
    switch (term) {
      case Term::travel:
        return each([](const Hit& hit) { return hit.travel_s; });
      case Term::distance:
        return each([](const Hit& hit) { return hit.metres; });
      case Term::lateness:
        return each([&](const Hit& hit) { return std::max(0, hit.start_s - orders.due_s[o]); });
      case Term::over_skill:
        return each([](const Hit& hit) { return hit.levels; });
      case Term::quality:
        return each([&](const Hit& hit) { return scale_.quality[who(hit).at()]; });
      case Term::preference: {
        const auto preferred = orders.preferred[o];
        return each(
            [&](const Hit& hit) { return !preferred.empty() && !constraints::contains(preferred, who(hit)) ? 1 : 0; });
      }
      case Term::same_technician: {
        const TechnicianIndex previous = orders.previous_technician[o];
        return each([&](const Hit& hit) { return previous.valid() && previous != who(hit) ? 1 : 0; });
      }
      case Term::change:
        return each([&](const Hit& hit) {
          const std::int64_t cost = change_cost(dense_, order, who(hit), hit.start_s);
          return piece == 0 ? cost % change_unit : cost / change_unit;
        });
      case Term::fairness: {
        const FairnessPiece& limit = scale_.problem->data().objective.fairness[static_cast<std::size_t>(piece)];
        return each([&](const Hit& hit) {
          const TechnicianIndex t = who(hit);
          const std::int64_t work = std::int64_t{hit.travel_s} + constraints::service_s(dense_, t, order) +
                                    constraints::setup_s(dense_, t, order);
          return work_above(limit, dense_.technicians.load_carried_s[t.at()], work);
        });
      }
      case Term::urgency: {
        const std::int64_t priority = scale_.problem->data().orders[o].priority;
        const std::int64_t ready = matching_detail::ready_s(dense_, o, scale_.first_start);
        return each([&](const Hit& hit) { return (hit.start_s - ready + 59) / 60 * priority; });
      }
      case Term::tier:
        return each([&](const Hit& hit) { return -scale_.tier[who(hit).at()]; });
    }
  }

  const Scale& scale_;
  const Dense& dense_;
  std::vector<FeatureColumn> columns_;
};

}  // namespace matching_detail
}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
