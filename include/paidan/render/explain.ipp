#pragma once

#include <paidan/constraints/pair_cost.hpp>
#include <paidan/constraints/reason_kinds.hpp>
#include <paidan/constraints/refusal.hpp>
#include <paidan/render/explain.hpp>
#include <paidan/render/text.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace render {
namespace render_detail {

inline std::string listed(const std::vector<std::string>& parts, Language language) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += language == Language::zh ? ";" : ", ";
    out += part;
  }
  return out;
}

/// Parameters as a reader wants them: skills, parts, tools and tags by display name, dates in words, seconds as
/// minutes.
inline std::vector<Parameter> readable(const Reason& reason, Language language, const Names& names) {
  std::vector<Parameter> out;
  for (const Parameter& given : reason.parameters) {
    std::string value = given.value;
    if (given.name == "skill" || given.name == "part" || given.name == "tool" || given.name == "tag")
      value = std::string(names.of(value, language));
    if (given.name == "date" || given.name == "day") {
      if (const std::optional<Date> date = Date::parse(value)) value = long_date(*date, language);
    }
    if (given.name == "reason" && value.empty()) value = language == Language::zh ? "未注明原因" : "no reason given";
    // Amounts are data in seconds and metres; people read minutes and kilometres.
    if (given.name == "amount_s") {
      out.push_back({"amount", minutes_text(std::strtoll(value.c_str(), nullptr, 10), language)});
    } else if (given.name == "amount_m") {
      const std::string km = std::to_string((std::strtoll(value.c_str(), nullptr, 10) + 999) / 1000);
      out.push_back({"amount", km + (language == Language::zh ? "公里" : " km")});
    }
    out.push_back({given.name, std::move(value)});
  }
  return out;
}

/// One half-sentence per reason, each said once.
inline std::vector<std::string> reason_parts(const std::vector<Reason>& reasons, Language language,
                                             const Names& names) {
  std::vector<std::string> parts;
  for (const Reason& one : reasons) {
    std::string text = reason(one, language, names);
    if (std::find(parts.begin(), parts.end(), text) == parts.end()) parts.push_back(std::move(text));
  }
  return parts;
}

/// Seconds of travel that cost as much, rounded up; a cost counts as it is where travel is free.
inline std::string as_travel(const Problem& problem, std::int64_t cost, Language language) {
  const std::int64_t per_second = problem.data().objective.per_travel_second;
  const bool zh = language == Language::zh;
  if (per_second == 0) return std::to_string(cost) + (zh ? "个成本单位" : " cost units");
  const std::string minutes = minutes_text((cost + per_second - 1) / per_second, language);
  return zh ? minutes + "路程" : minutes.substr(0, minutes.find(' ')) + " minutes' travel";
}

/// What the terms of a pair say to a person: those that are not zero. Ratings, wages and waiting weights stay inside.
inline std::vector<std::string> term_parts(const Problem& problem, std::span<const matching::TermCost> terms,
                                           OrderIndex order, ShiftIndex shift, Audience audience, Language language) {
  const bool zh = language == Language::zh;
  const auto term = [&](matching::Term which) {
    for (const matching::TermCost& one : terms) {
      if (one.term == which) return one.cost;
    }
    return std::int64_t{0};
  };
  std::vector<std::string> parts;
  // Minutes and levels are looked up, not read off the costs: a match may weigh them as it likes.
  if (problem.data().objective.per_travel_second > 0) {
    const Duration way = constraints::way_there(problem, order, shift);
    parts.push_back((zh ? "路上" : "") + minutes_text(way.seconds, language) + (zh ? "" : " on the way"));
  }
  if (problem.data().objective.per_overskill_level > 0) {
    const std::int64_t spare = constraints::levels_above(problem, order, shift);
    if (spare == 0) parts.emplace_back(zh ? "技能级别正好" : "skill levels fit exactly");
    if (spare > 0) {
      parts.push_back(zh ? "技能富余" + std::to_string(spare) + "级"
                         : std::to_string(spare) + (spare == 1 ? " skill level to spare" : " skill levels to spare"));
    }
  }
  const auto say = [&](bool holds, const char* in_zh, const char* in_en) {
    if (holds) parts.emplace_back(zh ? in_zh : in_en);
  };
  say(term(matching::Term::lateness) > 0, "会迟到", "late");
  say(term(matching::Term::preference) > 0, "不是客户优选的师傅", "not the preferred technician");
  say(term(matching::Term::same_technician) > 0, "不是上次的师傅", "not the technician of last time");
  say(term(matching::Term::change) > 0, "与原安排不同", "a change of what was arranged");
  if (audience == Audience::technician) return parts;
  say(term(matching::Term::quality) < 0, "评分高于平均", "rated above the mean");
  say(term(matching::Term::quality) > 0, "评分低于平均", "rated below the mean");
  say(term(matching::Term::tier) < 0, "评分在优先档", "in a preferred rating tier");
  say(term(matching::Term::fairness) > 0, "工时已偏多", "has much work already");
  if (const std::int64_t urgency = term(matching::Term::urgency); urgency > 0) {
    const std::string weight = as_travel(problem, urgency, language);
    parts.push_back(zh ? "等候计作" + weight : "waiting counts as " + weight);
  }
  return parts;
}

/// `并使2081单(约15:00)拖到15:35,超出±30分钟承诺5分钟`.
inline std::string suffering_text(const Problem& problem, const Suffering& hurt, Language language) {
  const ZoneRules& zone = problem.data().zone;
  const Order& order = problem.order(hurt.order);
  const std::string from = clock(zone, order.promise ? order.promise->at : problem.instant(hurt.old_start));
  const std::string to = clock(zone, problem.instant(hurt.new_start));
  const bool zh = language == Language::zh;
  std::string text = zh ? "使" + order.name + "单(约" + from + ")拖到" + to : "order " + order.name + " slips to " + to;
  if (hurt.added_lateness.seconds <= 0) return text;
  const std::string late = hours_text(hurt.added_lateness.seconds, language);
  if (!order.promise) return text + (zh ? ",多迟到" + late : ", " + late + " later than due");
  const std::string tolerance = minutes_text(order.promise->after.seconds, language);
  return text + (zh ? ",超出±" + tolerance + "承诺" + late : ", " + late + " past the promise");
}

/// How much too late for its customer the order would begin: after an appointment from its very time, else from when it
/// is due. 0 when it is in time.
inline std::int64_t late_s(const Problem& problem, const WhyNot& answer) {
  if (!answer.start || !answer.order.valid()) return 0;
  const std::int64_t due = problem.dense().orders.due_s[answer.order.at()];
  if (answer.start->seconds <= due) return 0;
  const std::optional<Promise>& promise = problem.order(answer.order).promise;
  const std::int64_t start = problem.instant(*answer.start).seconds;
  if (promise && start > promise->at.seconds + promise->after.seconds) return start - promise->at.seconds;
  return answer.start->seconds - due;
}

/// `(迟到3小时6分钟)`, where the reasons have not said it: they do when a window is missed.
inline std::string late_aside(const Problem& problem, const WhyNot& answer, Language language) {
  const std::int64_t late = has(answer.families, Family::window) ? 0 : late_s(problem, answer);
  if (late == 0) return {};
  const std::string amount = hours_text(late, language);
  return language == Language::zh ? "(迟到" + amount + ")" : " (late by " + amount + ")";
}

/// When the order would begin if what is missed were relaxed by as much as the reasons say: a window by its amount, no
/// further.
inline ModelTime relaxed_start(const WhyNot& answer) {
  for (const Reason& one : answer.reasons) {
    if (one.family != Family::window) continue;
    for (const Parameter& parameter : one.parameters) {
      if (parameter.name != "start_s") continue;
      const std::int64_t start = std::strtoll(parameter.value.c_str(), nullptr, 10);
      return {static_cast<std::int32_t>(std::clamp<std::int64_t>(start, -ModelTime::limit, ModelTime::limit))};
    }
  }
  return answer.start.value_or(ModelTime{});
}

/// The visit that suffers most speaks for all; a plain delay inside its promise is not worth a dispatcher's time.
inline const Suffering* worst_of(const std::vector<Suffering>& all) {
  const Suffering* worst = nullptr;
  const auto rank = [](const Suffering& hurt) { return std::pair(hurt.broken, hurt.added_lateness.seconds); };
  for (const Suffering& hurt : all) {
    if (hurt.added_lateness.seconds > 0 && (worst == nullptr || rank(hurt) > rank(*worst))) worst = &hurt;
  }
  return worst;
}

/// `要多跑23分钟(成本合计相当于58分钟路程)`; empty without either. The cost is told where the way does not account for
/// it: from twice that on.
inline std::string running_text(const Problem& problem, const WhyNot& answer, bool priced, Language language) {
  const bool zh = language == Language::zh;
  const std::int64_t way = answer.added_travel.value_or(Duration{}).seconds;
  const std::int64_t cost = priced && answer.added_goals ? answer.added_goals->run_well : 0;
  std::string travel;
  if (way > 0) {
    const std::string more = hours_text(way, language);
    travel = zh              ? "要多跑" + more
             : way > 59 * 60 ? more + " more travel"
                             : more.substr(0, more.find(' ')) + " more minutes' travel";
  }
  const std::int64_t per_second = problem.data().objective.per_travel_second;
  if (cost <= 0 || (per_second > 0 && cost / per_second < 2 * std::max<std::int64_t>(way, 30))) return travel;
  const std::string worth = as_travel(problem, cost, language);
  if (travel.empty()) return (zh ? "成本相当于" : "costing as much as ") + worth;
  return travel + (zh ? "(成本合计相当于" + worth + ")" : " (costing as much as " + worth + " in all)");
}

inline std::string possible_text(const Problem& problem, const WhyNot& answer, Audience audience, Language language) {
  const bool zh = language == Language::zh;
  const Objective& weights = problem.data().objective;
  // Answers of earlier versions do not say what they add to the goals.
  const bool by_goals = weights.goals == GoalOrder::in_order && answer.added_goals.has_value();
  const bool for_others = audience != Audience::technician;
  const std::string& who = problem.technician(answer.technician).name;
  const std::string at = clock(problem.data().zone, problem.instant(answer.start.value_or(ModelTime{})));
  std::vector<std::string> costs;
  const std::int64_t late = late_s(problem, answer);
  if (late > 0) {
    const std::string amount = hours_text(late, language);
    costs.push_back(zh ? at + "才到,迟到" + amount : "arriving " + at + ", late by " + amount);
  }
  const Suffering* const worst = for_others ? worst_of(answer.suffering) : nullptr;
  const std::string hurt = worst == nullptr ? "" : suffering_text(problem, *worst, language);
  const std::string running = running_text(problem, answer, by_goals && for_others, language);
  if (by_goals) {
    if (!hurt.empty()) costs.push_back((zh && !costs.empty() ? "并" : "") + hurt);
    const auto broken = std::count_if(answer.suffering.begin(), answer.suffering.end(),
                                      [&](const Suffering& one) { return one.broken && &one != worst; });
    if (broken > 0 && for_others) {
      const std::string count = std::to_string(broken);
      costs.push_back(zh ? "另使" + count + "单失约"
                         : count + (broken == 1 ? " more promise broken" : " more promises broken"));
    }
    // Broken only if the visits before take their buffers.
    const bool itself =
        answer.start && answer.start->seconds > problem.dense().orders.agreed_until_s[answer.order.at()];
    const bool told = itself || broken > 0 || (worst != nullptr && worst->broken);
    if (answer.added_goals->honour > 0 && !told && for_others)
      costs.emplace_back(zh ? "若前面的活用满缓冲时间,会有约定赶不上"
                            : "if work takes its buffer, a promise would be missed");
    if (!running.empty()) costs.push_back(running);
  } else {
    if (!running.empty()) {
      costs.push_back(running);
      // The dearer of the two comes first: it is what decided.
      const auto weigh = [](std::int64_t seconds, std::int64_t weight) {
        std::int64_t cost = 0;
        return __builtin_mul_overflow(seconds, weight, &cost) ? INT64_MAX : cost;
      };
      const std::int64_t way = answer.added_travel.value_or(Duration{}).seconds;
      if (late > 0 && weigh(way, weights.per_travel_second) > weigh(late, weights.per_lateness_second)) {
        std::swap(costs[0], costs[1]);
      }
    }
    if (!hurt.empty()) costs.push_back((zh ? "并" : "") + hurt);
  }
  if (costs.empty()) return zh ? who + "能接,可" + at + "到。" : who + " could, arriving " + at + ".";
  std::string text = zh ? who + "能接,但" : who + " could: ";
  for (std::size_t i = 0; i < costs.size(); ++i) text += (i == 0 ? "" : zh ? "," : "; ") + costs[i];
  return text + (zh ? "。" : ".");
}

}  // namespace render_detail

PAIDAN_INLINE std::string reason(const Reason& reason, Language language, const Names& names) {
  const std::vector<Parameter> parameters = render_detail::readable(reason, language, names);
  if (const constraints::ReasonKind* const kind = constraints::find_reason_kind(reason.detail)) {
    return substitute(language == Language::zh ? kind->zh : kind->en, parameters);
  }
  const FamilyInfo& family = info(reason.family);
  return std::string(language == Language::zh ? family.zh : family.en);
}

PAIDAN_INLINE std::string why_not(const Problem& problem, const WhyNot& answer, Audience audience, Language language,
                                  const Names& names) {
  const bool zh = language == Language::zh;
  const std::string& who = problem.technician(answer.technician).name;
  const bool able = answer.families == 0 && answer.possible;
  if (audience == Audience::customer) {
    if (able) return zh ? who + "可以上门。" : who + " can come.";
    return zh ? who + "这次不能上门,我们会为您安排其他师傅。"
              : who + " cannot come this time; we will find you somebody else.";
  }
  const std::string reasons =
      render_detail::listed(render_detail::reason_parts(answer.reasons, language, names), language);
  if (answer.planned) {  // what putting it in again would cost is no news
    const std::string against = able ? "" : (zh ? ",但" : ", but ") + reasons;
    return zh ? who + "的排班里已有此单" + against + "。" : who + " has this order in the plan already" + against + ".";
  }
  if (able) return render_detail::possible_text(problem, answer, audience, language);
  std::string text = zh ? "未派" + who + ":" + reasons : who + ": " + reasons;
  const bool no_way = (answer.families & bit(Family::reach)) != 0;  // nobody can relax that
  if (!answer.possible || no_way) return text + (zh ? "。" : ".");
  if (audience == Audience::technician) return text + (zh ? "。" : ".");
  const std::string at = clock(problem.data().zone, problem.instant(render_detail::relaxed_start(answer)));
  const std::string late = render_detail::late_aside(problem, answer, language);
  // What a person or a van lacks can be made up for; hours and promises can only be relaxed.
  const FamilyBits lacking = bit(Family::skill) | bit(Family::tools) | bit(Family::parts) | bit(Family::language);
  if ((answer.families & ~lacking) == 0) {
    return text + (zh ? "。其余条件都满足,补上即可" + at + "到" + late + "。"
                      : "; all else fits; could arrive " + at + late + ".");
  }
  return text + (zh ? "。其余条件都满足,放宽后可" + at + "到" + late + "。"
                    : "; all else fits; if that were relaxed, could arrive " + at + late + ".");
}

PAIDAN_INLINE std::string why_unassigned(const Problem& problem, const Unassigned& answer, Audience audience,
                                         Language language, std::size_t limit, const Names& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(limit, answer.technicians.size()); ++i) {
    if (!text.empty()) text += "\n";
    text += why_not(problem, answer.technicians[i], audience, language, names);
  }
  return text;
}

PAIDAN_INLINE std::string assignment(const Problem& problem, const MatchedPair& pair, Audience audience,
                                     Language language, const Names&) {
  const bool zh = language == Language::zh;
  const TechnicianIndex technician = problem.dense().shifts.technician[pair.shift.at()];
  const std::string& who = problem.technician(technician).name;
  const std::string at = clock(problem.data().zone, problem.instant(pair.arrival));
  std::string text = zh ? who + at + "到" : who + " arrives " + at;
  if (audience == Audience::customer) return text + (zh ? "。" : ".");
  const std::vector<std::string> parts =
      render_detail::term_parts(problem, pair.terms, pair.order, pair.shift, audience, language);
  if (parts.empty()) return text + (zh ? "。" : ".");
  return text + (zh ? "," : ": ") + render_detail::listed(parts, language) + (zh ? "。" : ".");
}

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI
