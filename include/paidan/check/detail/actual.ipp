#pragma once

#include <paidan/check/actual.hpp>
#include <paidan/check/detail/route_judge.ipp>
#include <paidan/check/kpis.ipp>
#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// A recorded visit in the model's own terms.
struct RecordedVisit {
  OrderIndex order;
  TechnicianIndex technician;
  std::int32_t arrival_s = 0;
  std::int32_t start_s = 0;
  std::int32_t end_s = 0;
  bool serves = true;  ///< done, or done again
  bool judged = true;  ///< against the order's promise and windows
};

/// Reads the host's words; adds what is wrong with them.
class ActualReader {
 public:
  ActualReader(const Problem& problem, Errors& errors) : problem_(problem), errors_(errors) {}

  [[nodiscard]] RecordedVisit read(const check::ActualVisit& from, const std::string& path) {
    row_ = from.row;
    RecordedVisit visit;
    visit.order = problem_.find_order(from.order);
    if (!visit.order.valid()) {
      add_unknown_id(
          errors_, nouns::order, from.order, path + ".order", [&] { return ids(problem_.data().orders); }, row_);
    }
    visit.serves = from.outcome == check::VisitOutcome::done || from.outcome == check::VisitOutcome::rework;
    if (from.outcome == check::VisitOutcome::cancelled && from.appointment) {
      errors_.add(check::errors::appointment_of_cancelled, path + ".appointment", {}, row_);
    }
    std::int32_t unused = 0;
    if (from.recorded) static_cast<void>(seconds(*from.recorded, "recorded", path, unused));
    if (from.appointment) static_cast<void>(seconds(*from.appointment, "appointment", path, unused));
    const bool may_stay_away =
        from.outcome == check::VisitOutcome::cancelled || from.outcome == check::VisitOutcome::rescheduled;
    if (!from.arrival && may_stay_away) return visit;
    const auto lacks = [&](const char* field) {
      errors_.add(check::errors::not_a_visit, path + '.' + field, {{"field", field}}, row_);
    };
    if (!from.arrival) lacks("arrival");
    if (!from.end) lacks("end");
    if (from.technician.empty()) lacks("technician");
    if (!from.arrival || !from.end || from.technician.empty()) return visit;
    visit.technician = problem_.find_technician(from.technician);
    if (!visit.technician.valid()) {
      add_unknown_id(
          errors_, nouns::technician, from.technician, path + ".technician",
          [&] { return ids(problem_.data().technicians); }, row_);
    }
    // What was not given is not spoken of, and a time beyond a model's is not compared as well: each is said once.
    const char* const begun = from.start ? "start" : "arrival";
    const Instant start = from.start.value_or(*from.arrival);
    const bool arrived = seconds(*from.arrival, "arrival", path, visit.arrival_s);
    const bool started = from.start ? seconds(start, begun, path, visit.start_s) : arrived;
    const bool ended = seconds(*from.end, "end", path, visit.end_s);
    if (!from.start) visit.start_s = visit.arrival_s;
    if (arrived && started && start < *from.arrival) falls(path, "arrival", *from.arrival, "start", start);
    if (started && ended && *from.end < start) falls(path, begun, start, "end", *from.end);
    return visit;
  }

 private:
  template <class Nouns>
  static std::vector<std::string_view> ids(const Nouns& nouns) {
    std::vector<std::string_view> all;
    for (const auto& noun : nouns) all.push_back(noun.id);
    return all;
  }
  [[nodiscard]] std::string text(Instant instant) const {
    const LocalDateTime local = problem_.data().zone.to_local(instant);
    return local.date.text() + ' ' + local.time.text();
  }
  void falls(const std::string& path, const char* first, Instant low, const char* second, Instant high) {
    errors_.add(check::errors::times_fall, path,
                {{"first", first}, {"second", second}, {"low", text(low)}, {"high", text(high)}}, row_);
  }
  bool seconds(Instant instant, const std::string& field, const std::string& path, std::int32_t& out) {
    const std::int64_t origin = problem_.data().origin.seconds;
    std::int64_t after = 0;
    if (!__builtin_sub_overflow(instant.seconds, origin, &after) && after >= -ModelTime::limit &&
        after <= ModelTime::limit) {
      out = static_cast<std::int32_t>(after);
      return true;
    }
    errors_.add(out_of_range(path + '.' + field, field, text({origin - ModelTime::limit}),
                             text({origin + ModelTime::limit}), text(instant), row_));
    return false;
  }

  const Problem& problem_;
  Errors& errors_;
  std::int64_t row_ = 0;
};

/// The shift of the technician in which a moment lies, else the nearest one (the earlier of two equally near); none()
/// without shifts.
inline ShiftIndex shift_at(const Dense& d, TechnicianIndex t, std::int64_t moment) {
  ShiftIndex nearest;
  std::int64_t distance = INT64_MAX;
  for (std::size_t s = d.technicians.first_shift[t.at()]; s < d.technicians.first_shift[t.at() + 1]; ++s) {
    const std::int64_t here = distance_to(moment, d.shifts.start_s[s], std::int64_t{d.shifts.end_s[s]} - 1);
    const bool earlier = nearest.valid() && d.shifts.start_s[s] < d.shifts.start_s[nearest.at()];
    if (here < distance || (here == distance && earlier)) {
      distance = here;
      nearest = ShiftIndex(s);
    }
  }
  return nearest;
}

/// One technician's recorded visits in one shift (or in none), by time.
class ActualJudge {
 public:
  ActualJudge(const Problem& problem, ShiftIndex shift, std::span<const RecordedVisit> visits, Findings& findings)
      : d_(problem.dense()),
        shift_(shift),
        technician_(visits.front().technician),
        road_(problem, technician_),
        visits_(visits),
        findings_(findings) {
    day_.technician = technician_;
    day_.shift = shift_;
    const Instant first = problem.instant({visits.front().start_s});
    day_.local_day = shift.valid() ? d_.shifts.local_day[shift.at()] : problem.data().zone.to_local(first).date.days;
  }

  DayWork judge() {
    LocationIndex place = shift_.valid() ? d_.shifts.start_location[shift_.at()] : LocationIndex{};
    day_.start = visits_.front().arrival_s;
    for (stop_ = 0; stop_ < visits_.size(); ++stop_) {
      judge_visit(visits_[stop_], place);
      place = d_.orders.location[visits_[stop_].order.at()];
    }
    if (shift_.valid()) {
      const LocationIndex home = d_.shifts.end_location[shift_.at()];
      if (home.valid())
        end_ += travel(place, home, {}, [&](std::int64_t way) { return road_.arrival(end_, way) - end_; });
      day_.end = end_;
      judge_limits(d_, day_, findings_);
      judge_breaks();
    } else {
      day_.end = end_;
      stop_ = 0;
      add("shift_start", {}, day_.service_s);
    }
    return std::move(day_);
  }

 private:
  struct Idle {
    std::int64_t from;    // the previous visit ended
    std::int64_t until;   // the next one started
    std::int64_t length;  // travel taken off
  };

  void add(std::string_view code, OrderIndex order, std::int64_t amount) {
    findings_.add(code, stop_, {{}, order, technician_, shift_, amount});
  }
  /// `takes` says how long a way of so many seconds is, in the traffic of the hour.
  template <class Takes>
  std::int64_t travel(LocationIndex from, LocationIndex to, OrderIndex order, Takes takes) {
    if (!from.valid()) return 0;
    const TripLeg leg = trip(d_, technician_, from, to);
    if (!leg.reachable) add("unreachable", order, 0);
    const std::int64_t seconds = takes(leg.seconds);
    judge_leg(d_, day_, seconds, order, {}, stop_, findings_);
    day_.travel_s += seconds;
    day_.distance_m += leg.metres;
    return seconds;
  }

  void judge_visit(const RecordedVisit& visit, LocationIndex from) {
    const OrderIndex o = visit.order;
    const std::int64_t arrival = visit.arrival_s;
    const std::int64_t start = visit.start_s;
    const LocationIndex place = d_.orders.location[o.at()];
    // When the day's first way was begun is not recorded: in time for the arrival.
    const std::int64_t leg = travel(from, place, o, [&](std::int64_t way) {
      const std::int64_t here = std::min(arrival, start);
      return stop_ == 0 ? here - road_.departure(here, way) : road_.arrival(end_, way) - end_;
    });
    if (start < arrival) add("timing", o, arrival - start);
    if (visit.end_s < start) add("timing", o, start - visit.end_s);
    const std::int64_t end = std::max<std::int64_t>(start, visit.end_s);
    if (stop_ == 0) {
      day_.start = std::min(arrival, start) - leg;
      day_.waiting_s += std::max<std::int64_t>(0, start - arrival);
      end_ = end;
    } else {
      // Two jobs at one place may be recorded with one arrival.
      const std::int64_t here = place == from ? start : std::min(arrival, start);
      if (here < end_) add("overlap", o, end_ - here);
      const std::int64_t idle = start - end_ - leg;
      if (idle > 0) {
        day_.waiting_s += idle;
        idle_.push_back({end_, start, idle});
      }
      end_ = std::max(end_, end);
    }
    const check::Violation where{{}, o, technician_, shift_, 0};
    judge_pair(d_, technician_, o, day_.local_day, stop_, where, findings_);
    judge_tools(tools_nowhere(d_, technician_, o), stop_, where, findings_);
    if (visit.judged) judge_start(d_, technician_, o, start, end, stop_, where, findings_);
    day_.service_s += end - start;
    day_.visits.push_back({.order = o,
                           .start = start,
                           .safe = start,
                           .duration = end - start,
                           .serves = visit.serves,
                           .judged = visit.judged,
                           .stop = stop_});
  }

  /// Missing only if it was due and no idle time could have held it.
  void judge_breaks() {
    for (const BreakIndex b : d_.shifts.breaks[shift_.at()]) {
      const BreakRow& row = d_.breaks[b.at()];
      if (day_.start >= row.latest_s || day_.end <= row.latest_s) continue;
      const auto held = [&](const Idle& idle) {
        return idle.length >= row.duration_s && idle.from <= row.latest_s &&
               idle.until - row.duration_s >= row.earliest_s;
      };
      if (std::none_of(idle_.begin(), idle_.end(), held)) add("break_missing", {}, row.duration_s);
    }
  }

  const Dense& d_;
  ShiftIndex shift_;
  TechnicianIndex technician_;
  Road road_;
  std::span<const RecordedVisit> visits_;
  Findings& findings_;
  std::size_t stop_ = 0;
  std::int64_t end_ = 0;
  DayWork day_;
  std::vector<Idle> idle_;
};

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
