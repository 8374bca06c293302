#pragma once

#include <paidan/render/match.hpp>

#include <paidan/render/explain.ipp>
#include <paidan/render/text.hpp>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace render {
namespace render_detail {

/// `李师傅`; with the day where the technician has several shifts: `李师傅(7月9日)`.
inline std::string whose(const Problem& problem, ShiftIndex shift, Language language) {
  const Technician& technician = problem.technician(shift);
  if (technician.shifts.size() < 2) return technician.name;
  const LocalDateTime start = problem.data().zone.to_local(problem.shift(shift).start);
  return technician.name + (language == Language::zh ? "(" : " (") + day_and_month(start.date, language) + ")";
}

/// `工单15由李师傅改到王师傅`.
inline std::string move_text(const Problem& problem, const MatchMove& move, Language language) {
  const bool zh = language == Language::zh;
  const std::string& order = problem.order(move.order).name;
  const std::string to = move.to.valid() ? whose(problem, move.to, language) : "";
  const std::string from = move.from.valid() ? whose(problem, move.from, language) : "";
  if (to.empty()) return zh ? "工单" + order + "改为不派" : "order " + order + " is left out";
  if (from.empty()) return zh ? "工单" + order + "由未派改派" + to : "order " + order + " goes to " + to;
  return zh ? "工单" + order + "由" + from + "改到" + to : "order " + order + " goes from " + from + " to " + to;
}

/// The regret without what orders cost that nobody serves before or after.
inline std::int64_t regret_of_served(const Problem& problem, const PairAnswer& answer) {
  std::int64_t cost = answer.regret.value_or(0);
  for (const MatchMove& move : answer.moves) {
    const std::int64_t unserved = problem.dense().orders.unserved_cost[move.order.at()];
    if (!move.to.valid()) cost -= unserved;
    if (!move.from.valid()) cost += unserved;
  }
  return cost;
}

inline bool serves_others(const PairAnswer& answer) {
  return std::any_of(answer.moves.begin(), answer.moves.end(),
                     [](const MatchMove& move) { return !move.from.valid() || !move.to.valid(); });
}

inline std::string dearer_text(const Problem& problem, const PairAnswer& answer, Language language) {
  const bool zh = language == Language::zh;
  const std::int64_t cost = regret_of_served(problem, answer);
  const std::string as_much = as_travel(problem, std::abs(cost), language);
  std::string text;
  if (serves_others(answer)) text = zh ? "已派的工单合计" : "the orders served would together ";
  if (cost == 0)
    return text + (zh             ? (text.empty() ? "总成本不变" : "成本不变")
                   : text.empty() ? "the whole match would cost the same"
                                  : "cost the same");
  if (zh) return text + (text.empty() ? "总成本" : "成本") + (cost > 0 ? "要多出" : "可少掉") + as_much;
  return (text.empty() ? "the whole match would " : text) +
         (cost > 0 ? "cost as much more as " : "cost as much less as ") + as_much;
}

inline std::string feasible_text(const Problem& problem, const PairAnswer& answer, Language language) {
  const bool zh = language == Language::zh;
  const std::string who = whose(problem, answer.shift, language);
  const std::string how =
      listed(term_parts(problem, answer.terms, answer.order, answer.shift, Audience::dispatcher, language), language);
  std::string text = zh ? who + "能接" : who + " could take it";
  if (!how.empty()) text += (zh ? "(" : " (") + how + ")";
  const bool others = answer.moves.size() > 1;
  if (answer.regret.value_or(0) == 0 && answer.must_serve_lost == 0 && !others) {
    return text + (zh ? ",与现在的安排一样划算。" : ", at the same cost as now.");
  }
  text += zh ? ";改派" + who + "," : "; then ";
  text += dearer_text(problem, answer, language);
  if (answer.must_serve_lost > 0) {
    const std::string lost = std::to_string(answer.must_serve_lost);
    text += zh ? ",还会多" + lost + "个必派工单派不出去"
               : ", and " + lost + " more must-serve order" + (lost == "1" ? "" : "s") + " would be left out";
  }
  std::vector<std::string> moves;
  for (std::size_t i = 1; i < answer.moves.size(); ++i) moves.push_back(move_text(problem, answer.moves[i], language));
  if (others) text += (zh ? ",需要调整:" : "; this moves others: ") + listed(moves, language);
  text += zh ? "。" : ".";
  if (answer.optimal_over == OptimalOver::listed) {
    text += zh ? "(只比较了列出的组合)" : " (Among the listed pairs only.)";
  }
  return text;
}

/// `09:00`, with the day when the problem has more than one.
inline std::string moment(const Problem& problem, ModelTime time, Language language) {
  const std::vector<std::int32_t>& days = problem.dense().shifts.local_day;
  const Instant instant = problem.instant(time);
  const std::string at = clock(problem.data().zone, instant);
  if (std::adjacent_find(days.begin(), days.end(), std::not_equal_to<>()) == days.end()) return at;
  const std::string day = day_and_month(problem.data().zone.to_local(instant).date, language);
  return language == Language::zh ? day + at : at + " on " + day;
}

/// What the orders of a shortage share: skills, and hours where these are narrower than the shifts.
inline std::string shared_text(const Problem& problem, const MatchShortage& shortage, Language language,
                               const Names& names) {
  const bool zh = language == Language::zh;
  std::vector<std::string> parts;
  const bool one = shortage.orders.size() == 1;
  std::string skills;
  for (const std::string& skill : shortage.skills) {
    const std::string name(names.of(skill, language));
    if (!skills.empty()) skills += zh ? "、" : " and ";
    skills += zh ? "\"" + name + "\"" : name;
  }
  if (!skills.empty()) {
    parts.push_back(zh ? (one ? "需要" : "都需要") + skills + "技能" : (one ? "needs " : "all need ") + skills);
  }
  const Dense& dense = problem.dense();
  std::int32_t opens = time_limit_s;
  std::int32_t closes = -time_limit_s;
  for (std::size_t i = 0; i < problem.shift_count(); ++i) {
    opens = std::min(opens, dense.shifts.start_s[i]);
    closes = std::max(closes, dense.shifts.end_s[i]);
  }
  if (shortage.first_start.seconds > opens) {
    const std::string at = moment(problem, shortage.first_start, language);
    parts.push_back(zh ? at + "起才能上门" : "none may start before " + at);
  }
  if (shortage.last_start.seconds < closes) {
    // Windows are half-open: the last second before 12:00 is "before 12:00".
    const std::int32_t next = shortage.last_start.seconds + 1;
    const bool edge = next % 60 == 0;
    const std::string at = moment(problem, edge ? ModelTime{next} : shortage.last_start, language);
    parts.push_back(zh ? "须" + at + "前上门" : (edge ? "must start before " : "must start by ") + at);
  }
  return listed(parts, language);
}

inline std::string worth(const Problem& problem, std::string what, const PlaceValue& value, Language language) {
  const bool zh = language == Language::zh;
  const std::string end = zh ? "。" : ".";
  if (value.must_serve <= 0 && value.cost <= 0) return what + (zh ? "也不会更省" : " would save nothing") + end;
  std::string text = std::move(what);
  if (value.must_serve > 0) {
    const std::string more = std::to_string(value.must_serve);
    text += zh ? ",可多派" + more + "个必派工单"
               : " would serve " + more + " more must-serve order" + (more == "1" ? "" : "s");
    if (value.cost == 0) return text + end;
    text += zh ? "" : " and";
  }
  const std::string as_much = as_travel(problem, std::abs(value.cost), language);
  if (value.cost < 0) return text + (zh ? ",成本多出" + as_much : " cost as much more as " + as_much) + end;
  const std::int64_t unserved = problem.data().objective.unserved;
  text += zh ? ",可省下相当于" + as_much + "的成本"
             : std::string(value.must_serve > 0 ? " save" : " would save") + " as much as " + as_much;
  if (unserved > 0 && value.cost >= unserved / 2) {
    const std::string one = as_travel(problem, unserved, language);
    text += zh ? "(少派1单至少按" + one + "计,优先的更多)"
               : " (an order left out counts as " + one + ", or more by its priority)";
  }
  return text + end;
}

}  // namespace render_detail

PAIDAN_INLINE std::string pair_answer(const Problem& problem, const PairAnswer& answer, Audience audience,
                                      Language language, const Names& names) {
  using namespace render_detail;
  const bool zh = language == Language::zh;
  const std::string who = whose(problem, answer.shift, language);
  if (audience == Audience::customer) {
    if (answer.chosen) return zh ? who + "会上门。" : who + " will come.";
    return zh ? who + "这次不能上门,我们会为您安排其他师傅。"
              : who + " cannot come this time; we will find you somebody else.";
  }
  if (answer.chosen) {
    const std::string how =
        listed(term_parts(problem, answer.terms, answer.order, answer.shift, audience, language), language);
    return (zh ? "已派" + who : who + " has it") + (how.empty() ? "" : (zh ? ":" : ": ") + how) + (zh ? "。" : ".");
  }
  std::vector<std::string> against = reason_parts(answer.reasons, language, names);
  if (answer.forbidden) against.emplace_back(zh ? "本次已指定不派给该师傅" : "is ruled out for this order");
  if (!answer.has_places) against.emplace_back(zh ? "本次没有名额" : "has no place this time");
  if (against.empty() && !answer.possible) {
    against.emplace_back(zh ? "会动到本次已指定的派单" : "forced pairs of this match would have to change");
  }
  if (!against.empty()) {
    return (zh ? "未派" + who + ":" : who + ": ") + listed(against, language) + (zh ? "。" : ".");
  }
  if (audience == Audience::technician) {
    return zh ? who + "能接,但这次派给别的师傅更合适。" : who + " could, but the orders are better shared otherwise.";
  }
  return feasible_text(problem, answer, language);
}

PAIDAN_INLINE std::string shortage(const Problem& problem, const MatchShortage& shortage, Audience audience,
                                   Language language, std::size_t limit, const Names& names) {
  using namespace render_detail;
  const bool zh = language == Language::zh;
  if (audience == Audience::customer) {
    return zh ? "这段时间师傅已约满,我们会尽快为您另约时间。"
              : "Our technicians are fully booked then; we will find you another time.";
  }
  const std::size_t count = shortage.orders.size();
  const std::string number = std::to_string(count);
  const std::string shared = shared_text(problem, shortage, language, names);
  std::string text = zh ? "这" + number + "个必派工单" : count == 1 ? "This order" : "These " + number + " orders";
  if (!shared.empty()) text += (zh ? "(" : " (") + shared + ")";
  const std::int64_t missing = static_cast<std::int64_t>(count) - shortage.places;
  std::vector<TechnicianIndex> technicians;
  for (const ShiftIndex shift : shortage.shifts) {
    technicians.push_back(problem.dense().shifts.technician[shift.at()]);
  }
  technicians.erase(std::unique(technicians.begin(), technicians.end()), technicians.end());
  if (shortage.shifts.empty() || shortage.places == 0) {
    text += zh ? "没有师傅能接" : " can be taken by nobody";
  } else {
    const std::string people = std::to_string(technicians.size());
    const std::string places = std::to_string(shortage.places);
    text += zh ? "只有" + people + "位师傅的" + places + "个名额可接,至少" + std::to_string(missing) + "个派不出去"
               : " share only " + places + (places == "1" ? " place" : " places") + " of " + people +
                     (people == "1" ? " technician" : " technicians") + ": at least " + std::to_string(missing) +
                     " cannot be served";
  }
  if (audience == Audience::technician) return text + (zh ? "。" : ".");
  const auto some = [&](std::size_t size, auto name) {
    std::string list;
    for (std::size_t i = 0; i < std::min(limit, size); ++i) list += (i == 0 ? "" : zh ? "、" : ", ") + name(i);
    if (size > limit) list += zh ? "等" : " …";
    return list;
  };
  text += (zh ? "。工单:" : ". Orders: ") +
          some(count, [&](std::size_t i) { return problem.order(shortage.orders[i]).name; });
  if (!technicians.empty()) {
    text += (zh ? ";师傅:" : "; technicians: ") +
            some(technicians.size(), [&](std::size_t i) { return problem.technician(technicians[i]).name; });
  }
  return text + (zh ? "。" : ".");
}

PAIDAN_INLINE std::string place_value(const Problem& problem, ShiftIndex shift, const PlaceValue& value,
                                      Language language) {
  const std::string who = render_detail::whose(problem, shift, language);
  return render_detail::worth(problem, language == Language::zh ? who + "多1个名额" : "One more place of " + who, value,
                              language);
}

PAIDAN_INLINE std::string skill_value(const Problem& problem, std::string_view skill, const PlaceValue& value,
                                      Language language, const Names& names) {
  const std::string name(names.of(skill, language));
  return render_detail::worth(problem,
                              language == Language::zh ? "多1个会\"" + name + "\"的名额"
                                                       : "One more place of a technician with the skill " + name,
                              value, language);
}

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI
