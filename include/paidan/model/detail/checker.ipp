#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/model/detail/lookup.ipp>
#include <paidan/model/detail/starts.ipp>
#include <paidan/model/fields.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

inline constexpr std::int64_t largest_weight = 1'000'000'000'000;
inline constexpr std::int64_t largest_work_s = 1'000'000;  // setup or service: 11.5 days
inline constexpr std::int64_t largest_duration_s = time_limit_s;
inline constexpr std::int32_t largest_need = 1'000;  // pieces of one part: an order uses fewer than a van may hold

/// Positions of the items whose key stood earlier in the list, each with the first position; empty keys do not count.
template <class List, class Key>
std::vector<std::pair<std::size_t, std::size_t>> repeated(const List& items, Key key) {
  std::vector<std::pair<std::size_t, std::size_t>> again;
  if (items.size() < 2) return again;
  std::vector<std::pair<std::string_view, std::size_t>> sorted;
  sorted.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) sorted.emplace_back(key(items[i]), i);
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 1, first = 0; i < sorted.size(); ++i) {
    if (sorted[i].first != sorted[first].first) {
      first = i;
    } else if (!sorted[i].first.empty()) {
      again.emplace_back(sorted[i].second, sorted[first].second);
    }
  }
  std::sort(again.begin(), again.end());
  return again;
}

/// Collects what is wrong with a problem, noun by noun in input order.
class Checker {
 public:
  Checker(const ProblemData& data, const SourceRows& rows);
  void check();
  [[nodiscard]] Errors& errors() { return errors_; }

 private:
  using Parameters = std::vector<Parameter>;

  // checker.ipp: single values
  void fail(const ErrorKind& kind, const Spot& spot, Parameters parameters = {});
  void check_range(const Spot& spot, std::int64_t value, std::int64_t low, std::int64_t high);
  /// A member of `owner`, which stands at `parent`, against the range of its field.
  template <auto Member, class T>
  void check_field(const Spot& parent, const T& owner);
  /// Not negative and not above `high`.
  void check_amount(const Spot& spot, std::int64_t value, std::int64_t high);
  void check_name(const Spot& spot, std::string_view name);
  void check_listed(const Spot& spot, std::string_view name);
  void check_names(const Spot& parent, std::string_view list, const std::vector<std::string>& names);
  void check_id(const Spot& spot, std::string_view id, const NounWord& noun, std::string_view list, std::size_t first,
                std::size_t here);
  void check_known(const Spot& spot, std::string_view id, const NounWord& noun, const IdTable& table);
  void check_skill(const Spot& spot, std::string_view name);
  bool check_time(const Spot& spot, Instant time);
  /// Both in range, and the end after the start.
  bool check_span(const Spot& spot, const NounWord& noun, Instant start, Instant end);
  /// The same skill or part twice in one list.
  template <class List, class Key>
  void check_once(const Spot& parent, std::string_view list, const List& items, Key key, const NounWord& noun);
  void refuse(const Spot& spot, std::string_view feature, std::string_view feature_zh);
  void unknown(const Spot& spot, std::string_view id, const NounWord& noun, const std::vector<std::string_view>& known);
  [[nodiscard]] std::string show(Instant time) const;
  [[nodiscard]] static std::int64_t row(const std::vector<std::int64_t>& rows, std::size_t i) {
    return i < rows.size() ? rows[i] : 0;
  }

  // validate.ipp
  void check_sizes();
  void check_locations();
  void check_profiles();
  void check_matrix_profile(std::size_t i);
  void check_straight_profile(std::size_t i);
  void check_objective();
  void check_skill_list();

  // validate_tags.ipp
  void check_tag_rules();

  // validate_depot.ipp
  void check_depot(std::size_t i);

  // validate_technician.ipp
  void check_technician(std::size_t i);
  void check_shift(const Spot& spot, const Technician& technician, std::size_t k);
  void check_overlaps(const Spot& parent, const Technician& technician);

  // validate_order.ipp
  void check_order(std::size_t i);
  void check_windows(const Spot& spot, const Order& order);
  void check_pin(const Spot& spot, const Order& order);
  void check_start(const Spot& spot, const Order& order);

  // validate_links.ipp
  void check_crew(const Spot& spot, const Order& order);
  void check_links(const Spot& spot, const Order& order);
  void check_gaps();

  // bounds.ipp
  void check_total();

  const ProblemData& data_;
  const SourceRows& rows_;
  std::vector<TravelProfile> default_profiles_;
  const std::vector<TravelProfile>& profiles_;
  IdTable location_table_;
  IdTable profile_table_;
  IdTable technician_table_;
  IdTable order_table_;
  IdTable depot_table_;
  NameTable skill_table_;
  std::vector<travel::Leg> longest_;  // by profile
  Errors errors_;
  std::int64_t row_ = 0;
};

PAIDAN_INLINE Checker::Checker(const ProblemData& data, const SourceRows& rows)
    : data_(data),
      rows_(rows),
      default_profiles_(data.profiles.empty() ? 1 : 0, default_profile()),
      profiles_(data.profiles.empty() ? default_profiles_ : data.profiles),
      location_table_(data.locations),
      profile_table_(profiles_),
      technician_table_(data.technicians),
      order_table_(data.orders),
      depot_table_(data.depots) {
  for (const std::string& name : data.skills) skill_table_.add(name);
  skill_table_.finish();
}

PAIDAN_INLINE void Checker::fail(const ErrorKind& kind, const Spot& spot, Parameters parameters) {
  errors_.add(kind, spot.text(), std::move(parameters), row_);
}

PAIDAN_INLINE void Checker::check_range(const Spot& spot, std::int64_t value, std::int64_t low, std::int64_t high) {
  if (value >= low && value <= high) return;
  paidan::check_range(errors_, spot.text(), spot.field(), value, low, high, row_);
}

template <auto Member, class T>
void Checker::check_field(const Spot& parent, const T& owner) {
  constexpr const NamedField& own = field_of<Member>;
  check_range(parent.at(own.name), owner.*Member, own.field.low, own.field.high);
}

PAIDAN_INLINE void Checker::check_amount(const Spot& spot, std::int64_t value, std::int64_t high) {
  if (value >= 0) return check_range(spot, value, 0, high);
  fail(errors::negative, spot, {{"field", spot.field()}, {"value", std::to_string(value)}});
}

PAIDAN_INLINE void Checker::check_name(const Spot& spot, std::string_view name) {
  if (name.empty()) fail(errors::missing, spot, {{"field", spot.field()}});
}

/// `spot` is an item of a list.
PAIDAN_INLINE void Checker::check_listed(const Spot& spot, std::string_view name) {
  if (name.empty()) fail(errors::empty_name, spot, {{"field", spot.field()}});
}

PAIDAN_INLINE void Checker::check_names(const Spot& parent, std::string_view list,
                                        const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) check_listed(parent.at(list, i), names[i]);
}

/// `first` is the position of the first noun with this id in `list`, `here` that of this one.
PAIDAN_INLINE void Checker::check_id(const Spot& spot, std::string_view id, const NounWord& noun, std::string_view list,
                                     std::size_t first, std::size_t here) {
  if (id.empty()) return check_name(spot, id);
  if (first == here) return;
  fail(errors::duplicate_id, spot,
       {{"noun", std::string(noun.en)},
        {"noun_zh", std::string(noun.zh)},
        {"id", std::string(id)},
        {"first", Spot(list, first).text()}});
}

PAIDAN_INLINE void Checker::unknown(const Spot& spot, std::string_view id, const NounWord& noun,
                                    const std::vector<std::string_view>& known) {
  const bool worth = errors_.list().size() < Errors::limit;
  fail(errors::unknown_id, spot, unknown_id(noun, id, {}, worth ? known : std::vector<std::string_view>{}).parameters);
}

PAIDAN_INLINE void Checker::check_known(const Spot& spot, std::string_view id, const NounWord& noun,
                                        const IdTable& table) {
  if (id.empty()) return check_name(spot, id);
  if (table.find(id) == IdTable::npos) unknown(spot, id, noun, table.ids());
}

PAIDAN_INLINE void Checker::check_skill(const Spot& spot, std::string_view name) {
  if (name.empty()) return check_name(spot, name);
  if (!data_.skills.empty() && !skill_table_.contains(name)) unknown(spot, name, nouns::skill, skill_table_.names());
}

/// Local time of the problem's zone; a time far from any calendar is shown as seconds since 1970.
PAIDAN_INLINE std::string Checker::show(Instant time) const {
  constexpr std::int64_t year_1 = -62'135'596'800;
  constexpr std::int64_t year_9999 = 253'402'300'799;
  constexpr std::int64_t shift = 2 * 86'400;  // zones shift by less
  if (time.seconds < year_1 + shift || time.seconds > year_9999 - shift) {
    return std::to_string(time.seconds).insert(0, 1, '@');
  }
  const LocalDateTime local = data_.zone.to_local(time);
  return local.date.text() + " " + local.time.text();
}

PAIDAN_INLINE bool Checker::check_time(const Spot& spot, Instant time) {
  const std::int64_t seconds = seconds_from(data_.origin, time);
  if (seconds >= -time_limit_s && seconds <= time_limit_s) return true;
  fail(errors::too_far_from_origin, spot,
       {{"field", spot.field()}, {"origin", show(data_.origin)}, {"value", show(time)}});
  return false;
}

PAIDAN_INLINE bool Checker::check_span(const Spot& spot, const NounWord& noun, Instant start, Instant end) {
  const bool start_fine = check_time(spot.at("start"), start);
  const bool end_fine = check_time(spot.at("end"), end);
  if (!start_fine || !end_fine) return false;
  if (start < end) return true;
  fail(errors::ends_before_it_starts, spot,
       {{"noun", std::string(noun.en)}, {"noun_zh", std::string(noun.zh)}, {"start", show(start)}, {"end", show(end)}});
  return false;
}

template <class List, class Key>
void Checker::check_once(const Spot& parent, std::string_view list, const List& items, Key key, const NounWord& noun) {
  for (const auto& [here, first] : repeated(items, key)) {
    fail(errors::duplicate_id, parent.at(list, here),
         {{"noun", std::string(noun.en)},
          {"noun_zh", std::string(noun.zh)},
          {"id", std::string(key(items[here]))},
          {"first", parent.at(list, first).text()}});
  }
}

PAIDAN_INLINE void Checker::refuse(const Spot& spot, std::string_view feature, std::string_view feature_zh) {
  fail(errors::not_supported, spot, {{"feature", std::string(feature)}, {"feature_zh", std::string(feature_zh)}});
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
