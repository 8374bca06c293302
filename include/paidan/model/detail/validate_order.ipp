#pragma once

#include <paidan/model/detail/checker.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// Local date on which a shift counts for certificates.
inline std::int32_t local_day(const ProblemData& data, const Shift& shift) {
  return data.zone.to_local(shift.start).date.days;
}

PAIDAN_INLINE void Checker::check_order(std::size_t i) {
  const Order& order = data_.orders[i];
  const Spot spot("orders", i);
  const std::size_t before = errors_.total();
  check_id(spot.at("id"), order.id, nouns::order, "orders", order_table_.find(order.id), i);
  check_known(spot.at("location"), order.location, nouns::location, location_table_);
  check_amount(spot.at("service"), order.service.seconds, largest_work_s);
  check_amount(spot.at("buffer"), order.buffer.seconds, largest_work_s);
  check_amount(spot.at("setup"), order.setup.seconds, largest_work_s);
  for (std::size_t k = 0; k < order.skills.size(); ++k) {
    check_skill(spot.at("skills", k).at("skill"), order.skills[k].skill);
    check_field<&SkillLevel::level>(spot.at("skills", k), order.skills[k]);
  }
  check_once(
      spot, "skills", order.skills, [](const SkillLevel& need) -> std::string_view { return need.skill; },
      nouns::skill);
  check_windows(spot, order);
  check_field<&Order::priority>(spot, order);
  if (order.unserved_cost) check_amount(spot.at("unserved_cost"), *order.unserved_cost, 10 * largest_weight);
  for (std::size_t k = 0; k < order.parts.size(); ++k) {
    check_name(spot.at("parts", k).at("part"), order.parts[k].part);
    check_range(spot.at("parts", k).at("quantity"), order.parts[k].quantity, field_of<&PartCount::quantity>.field.low,
                largest_need);
  }
  check_once(
      spot, "parts", order.parts, [](const PartCount& count) -> std::string_view { return count.part; }, nouns::part);
  check_names(spot, "tools", order.tools);
  check_crew(spot, order);
  check_links(spot, order);
  const auto check_technicians = [&](std::string_view list, const std::vector<std::string>& ids) {
    for (std::size_t k = 0; k < ids.size(); ++k)
      ids[k].empty() ? check_listed(spot.at(list, k), ids[k])
                     : check_known(spot.at(list, k), ids[k], nouns::technician, technician_table_);
  };
  check_technicians("allowed", order.allowed);
  check_technicians("preferred", order.preferred);
  check_technicians("blocked", order.blocked);
  if (order.previous_technician) {
    check_known(spot.at("previous_technician"), *order.previous_technician, nouns::technician, technician_table_);
  }
  if (order.pin) check_pin(spot.at("pin"), order);
  check_names(spot, "languages", order.languages);
  check_names(spot, "groups", order.groups);
  check_names(spot, "tags", order.tags);
  if (errors_.total() == before) check_start(spot, order);
}

PAIDAN_INLINE void Checker::check_windows(const Spot& spot, const Order& order) {
  bool soft = false;
  for (std::size_t k = 0; k < order.windows.size(); ++k) {
    const Window& window = order.windows[k];
    check_span(spot.at("windows", k), nouns::window, window.start, window.end);
    if (!window.hard && soft) refuse(spot.at("windows", k), "more than one soft window", "多个软时间窗");
    soft = soft || !window.hard;
  }
  if (order.promise) {
    const Spot promise = spot.at("promise");
    check_time(promise.at("at"), order.promise->at);
    check_amount(promise.at("before"), order.promise->before.seconds, largest_duration_s);
    check_amount(promise.at("after"), order.promise->after.seconds, largest_duration_s);
  }
  if (order.release) check_time(spot.at("release"), *order.release);
  if (order.deadline) check_time(spot.at("deadline"), *order.deadline);
}

PAIDAN_INLINE void Checker::check_pin(const Spot& spot, const Order& order) {
  const Pin& pin = *order.pin;
  if (!pin.technician && !pin.start && !pin.position) fail(errors::empty_pin, spot);
  if (pin.technician) check_known(spot.at("technician"), *pin.technician, nouns::technician, technician_table_);
  if (pin.start) check_time(spot.at("start"), *pin.start);
  if (pin.position) refuse(spot.at("position"), "pinning the place in the technician's day", "固定当日顺序");
  if (pin.cost_of_change) check_amount(spot.at("cost_of_change"), *pin.cost_of_change, largest_weight);
  if (!pin.technician || pin.cost_of_change) return;
  const std::size_t position = technician_table_.find(*pin.technician);
  if (position == IdTable::npos) return;
  const Technician& technician = data_.technicians[position];
  if (technician.shifts.empty()) return;
  // Origin and shifts may be wrong and said so; only dates inside the model mean anything.
  std::int32_t first_day = INT32_MAX;
  for (const Shift& shift : technician.shifts) {
    const std::int64_t start = seconds_from(data_.origin, shift.start);
    if (start < -time_limit_s || start > time_limit_s) return;
    first_day = std::min(first_day, local_day(data_, shift));
  }
  for (const SkillLevel& need : order.skills) {
    const SkillHeld* expired = nullptr;  // the one that lasted longest
    bool holds = false;
    for (const SkillHeld& held : technician.skills) {
      if (held.skill != need.skill || held.level < need.level) continue;
      if (!held.valid_until || held.valid_until->days >= first_day) {
        holds = true;
      } else if (expired == nullptr || *expired->valid_until < *held.valid_until) {
        expired = &held;
      }
    }
    if (holds || expired == nullptr) continue;
    fail(errors::expired_certificate, spot.at("technician"),
         {{"technician", technician.name.empty() ? technician.id : technician.name},
          {"skill", need.skill},
          {"date", expired->valid_until->text()},
          {"day", Date{first_day}.text()}});
  }
}

PAIDAN_INLINE void Checker::check_start(const Spot& spot, const Order& order) {
  const std::vector<StartLimit> limits = start_limits(order, data_.origin);
  if (!common_starts(limits).empty()) return;
  std::string en;
  std::string zh;
  const std::vector<NounWord> nouns = contradiction(limits);
  for (std::size_t k = 0; k < nouns.size(); ++k) {
    if (k > 0) {
      en += k + 1 == nouns.size() ? " and " : ", ";
      zh += k + 1 == nouns.size() ? "与" : "、";
    }
    en += nouns[k].en;
    zh += nouns[k].zh;
  }
  fail(errors::no_possible_start, spot, {{"constraints", en}, {"constraints_zh", zh}});
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
