#include "answer.hpp"

#include "arguments.hpp"

#include <paidan/core/names.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/documents/pair_names.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/render/explain.hpp>
#include <paidan/render/match.hpp>
#include <paidan/render/price.hpp>
#include <paidan/render/warranty.hpp>
#include <paidan/syntax/forms.hpp>

#include <algorithm>
#include <utility>

namespace paidan_cli {
namespace {

using paidan::render::Audience;

[[noreturn]] void unknown_id(std::string_view noun, std::string_view noun_zh, const std::string& id,
                             const std::vector<std::string_view>& known) {
  std::vector<paidan::Parameter> parameters{{"noun", std::string(noun)}, {"noun_zh", std::string(noun_zh)}, {"id", id}};
  paidan::syntax::add_hint(parameters, id, known);
  fail(paidan::errors::unknown_id, std::move(parameters), std::string(noun));
}

}  // namespace

paidan::OrderIndex order_of(const paidan::Problem& problem, const std::string& id) {
  const paidan::OrderIndex index = problem.find_order(id);
  if (index.valid()) return index;
  std::vector<std::string_view> known;
  for (const paidan::Order& order : problem.data().orders) known.push_back(order.id);
  unknown_id("order", "工单", id, known);
}

paidan::TechnicianIndex technician_of(const paidan::Problem& problem, const std::string& id) {
  const paidan::TechnicianIndex index = problem.find_technician(id);
  if (index.valid()) return index;
  std::vector<std::string_view> known;
  for (const paidan::Technician& technician : problem.data().technicians) known.push_back(technician.id);
  unknown_id("technician", "师傅", id, known);
}

Answer explain(const paidan::Problem& problem, const paidan::Plan& plan, const std::string& order,
               const std::string* technician, MaybeLanguage language, paidan::syntax::Layout layout) {
  Answer answer;
  const paidan::OrderIndex target = order_of(problem, order);
  if (technician != nullptr) {
    const paidan::WhyNot why = paidan::why_not(problem, plan, target, technician_of(problem, *technician));
    answer.document = paidan::documents::why_not_to_json(problem, why, layout);
    if (language) answer.text = paidan::render::why_not(problem, why, Audience::dispatcher, *language);
  } else {
    const paidan::Unassigned why = paidan::why_unassigned(problem, plan, target);
    answer.document = paidan::documents::unassigned_to_json(problem, why, layout);
    if (language) answer.text = paidan::render::why_unassigned(problem, why, Audience::dispatcher, *language);
  }
  return answer;
}

Answer match_answer(const paidan::Problem& problem, paidan::MatchOptions options, const MatchWords& words,
                    MaybeLanguage language, paidan::syntax::Layout layout) {
  paidan::Errors errors;
  const auto each = [&](const char* name, const std::vector<std::string>& list, auto take) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      try {
        take(list[i], std::string(name) + "[" + std::to_string(i) + "]");
      } catch (const paidan::InvalidInput& wrong) {
        for (const paidan::Error& error : wrong.errors()) errors.add(error);
      }
    }
  };
  const auto pairs = [&](std::vector<paidan::MatchPair>& into) {
    return [&](const std::string& one, const std::string& path) {
      into.push_back(paidan::documents::find_pair(problem, one, path));
    };
  };
  each("forced", words.forced, pairs(options.forced));
  each("forbidden", words.forbidden, pairs(options.forbidden));
  each("must_serve", words.must_serve,
       [&](const std::string& id, const std::string&) { options.must_serve.push_back(order_of(problem, id)); });
  errors.throw_if_any();
  Answer answer;
  if (words.explain) {
    const paidan::MatchPair pair = paidan::documents::find_pair(problem, *words.explain, "explain");
    paidan::MatchReview review(problem, std::move(options));
    const paidan::PairAnswer why = review.why_not(pair.order, pair.shift);
    answer.document = paidan::documents::pair_answer_to_json(problem, why, layout);
    if (language) answer.text = paidan::render::pair_answer(problem, why, Audience::dispatcher, *language);
    return answer;
  }
  const paidan::Match match = paidan::match(problem, options);
  answer.document = paidan::documents::match_to_json(problem, match, layout);
  if (!language) return answer;
  answer.text.emplace();
  const auto say = [&](const std::string& line) { *answer.text += (answer.text->empty() ? "" : "\n") + line; };
  for (const paidan::Match::Pair& pair : match.pairs) {
    say(paidan::render::assignment(problem, pair, Audience::dispatcher, *language));
  }
  for (const paidan::MatchShortage& shortage : match.shortages) {
    say(paidan::render::shortage(problem, shortage, Audience::dispatcher, *language));
  }
  return answer;
}

Answer quote_answer(const paidan::pricing::PriceBook& book, const paidan::pricing::QuoteFacts& facts,
                    const std::string* outcome, const paidan::documents::ChargesDocument* charges,
                    MaybeLanguage language, paidan::syntax::Layout layout) {
  Answer answer;
  const paidan::pricing::Quote quote = paidan::pricing::quote(book, facts);
  if (outcome == nullptr) {
    answer.document = paidan::documents::to_json(quote, layout);
    if (language) answer.text = paidan::render::quote(quote, *language);
    return answer;
  }
  const auto& names = paidan::EnumNames<paidan::pricing::Outcome>::names;
  const auto found = std::find(names.begin(), names.end(), *outcome);
  if (found == names.end()) {
    fail(errors::bad_value, {{"option", "outcome"},
                             {"expected", "fixed, not_fixed or inspection_only"},
                             {"expected_zh", "fixed、not_fixed或inspection_only"},
                             {"value", *outcome}});
  }
  const auto which = static_cast<paidan::pricing::Outcome>(found - names.begin());
  const paidan::pricing::Bill bill = paidan::pricing::bill(quote, which);
  if (charges == nullptr) {
    answer.document = paidan::documents::to_json(bill, layout);
    if (language) answer.text = paidan::render::bill(bill, *language);
    return answer;
  }
  const paidan::pricing::Audit audit = paidan::pricing::audit(bill, charges->charges);
  answer.document = paidan::documents::to_json(audit, layout);
  if (language) answer.text = paidan::render::audit(audit, *language);
  return answer;
}

Answer estimate_answer(const paidan::pricing::PriceBook& book, const paidan::pricing::EstimateRequest& request,
                       MaybeLanguage language, paidan::syntax::Layout layout) {
  const paidan::pricing::Estimate estimate = paidan::pricing::estimate(book, request);
  Answer answer{paidan::documents::to_json(estimate, layout), std::nullopt};
  if (language) answer.text = paidan::render::estimate(estimate, *language);
  return answer;
}

paidan::pricing::EstimateRequest request_of(const paidan::catalog::Catalog& catalog, const std::string& service) {
  const paidan::catalog::EntryData* entry = catalog.find(service);
  if (entry == nullptr) {
    std::vector<std::string_view> known;
    for (const paidan::catalog::EntryData& one : catalog.entries())
      known.insert(known.end(), {one.code, one.zh, one.en});
    unknown_id("service", "服务项目", service, known);
  }
  return paidan::pricing::estimate_request(*entry);
}

Answer verdict_answer(const paidan::warranty::PolicySet& policies, const paidan::Calendar& calendar,
                      const paidan::warranty::Claim& claim, MaybeLanguage language, paidan::syntax::Layout layout) {
  const paidan::warranty::Verdict verdict = paidan::warranty::evaluate(policies, calendar, claim);
  Answer answer{paidan::documents::to_json(verdict, layout), std::nullopt};
  if (language) answer.text = paidan::render::verdict(verdict, calendar, *language);
  return answer;
}

Answer counterfactual_answer(const paidan::warranty::PolicySet& policies, const paidan::Calendar& calendar,
                             const paidan::warranty::Claim& claim, paidan::syntax::Layout layout) {
  const std::optional<paidan::warranty::Counterfactual> found =
      paidan::warranty::counterfactual(policies, calendar, claim);
  if (!found)
    fail(errors::not_found,
         {{"what", "no one or two facts would change the verdict"}, {"what_zh", "改变一两个事实也不会改变结论"}});
  return {paidan::documents::to_json(*found, layout), std::nullopt};
}

Answer certificate_answer(const paidan::warranty::PolicySet& policies, const paidan::Calendar& calendar,
                          const paidan::warranty::CertificateRequest& request, MaybeLanguage language,
                          paidan::syntax::Layout layout) {
  const std::optional<paidan::warranty::Certificate> made = paidan::warranty::certificate(policies, calendar, request);
  if (!made) {
    fail(errors::not_found, {{"what", "no policy governs the category '" + request.category + "' on that day"},
                             {"what_zh", "当日没有政策适用于类别“" + request.category + "”"}});
  }
  Answer answer{paidan::documents::to_json(*made, layout), std::nullopt};
  if (language) answer.text = paidan::render::certificate(*made, *language);
  return answer;
}

}  // namespace paidan_cli
