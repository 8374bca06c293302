#pragma once

#include <paidan/catalog/catalog.hpp>
#include <paidan/render/price.hpp>
#include <paidan/render/text.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace render {
namespace render_detail {

/// What readers call the measures and units of published rows.
struct Word {
  std::string_view id, zh, en;
};
inline constexpr std::array<Word, 9> words{{
    {"one_way_km", "单程公里数", "one-way kilometres"},
    {"wire_metres", "电线长度(米)", "metres of wire"},
    {"pipe_metres", "管路长度(米)", "metres of pipe"},
    {"work_hours", "工时(小时)", "hours of work"},
    {"公里", "公里", "km"},
    {"米", "米", "m"},
    {"小时", "小时", "h"},
    {"个", "个", "pcs"},
    {"台", "台", "units"},
}};

inline std::string word(std::string_view id, Language language, const Names& names) {
  const std::string_view given = names.of(id, language);
  if (given != id) return std::string(given);
  if (const catalog::Excluded* known = catalog::find_excluded(id))
    return std::string(language == Language::zh ? known->zh : known->en);
  for (const Word& known : words) {
    if (known.id == id) return std::string(language == Language::zh ? known.zh : known.en);
  }
  return std::string(id);
}

inline std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

inline std::string title(const ledger::Line& line) {
  if (line.action.empty() || line.action == line.service) return line.service;
  return line.service + "·" + line.action;
}

/// `6公里×¥2.00`, empty when the quantity is one and nothing is to be explained.
inline std::string arithmetic(const ledger::Line& line, Language language, const Names& names) {
  const std::optional<Money> unit = line.unit_price.to_money(line.amount.currency, Rounding::half_up);
  if (!unit || (line.quantity == Decimal(1) && !line.measured)) return {};
  const std::string separator = language == Language::zh ? "" : " ";
  return short_number(line.quantity) + separator + word(line.unit, language, names) + separator + "×" + separator +
         unit->text();
}

inline std::string_view status_note(ledger::LineStatus status, Language language) {
  const bool zh = language == Language::zh;
  switch (status) {
    case ledger::LineStatus::not_fixed:
      return zh ? "未修好,不收费" : "not fixed, no fee";
    case ledger::LineStatus::inspection_only:
      return zh ? "未维修,不收费" : "not carried out, no fee";
    case ledger::LineStatus::not_consented:
      return zh ? "未确认,不计入应付" : "not confirmed, not payable";
    case ledger::LineStatus::payable:
      break;
  }
  return {};
}

}  // namespace render_detail

PAIDAN_INLINE std::string estimate(const pricing::Estimate& estimate, Language language, const Names& names) {
  using namespace render_detail;
  const bool zh = language == Language::zh;
  const std::string subject(names.of(estimate.service, language));
  if (estimate.status == pricing::EstimateStatus::not_in_price_list) {
    return zh ? subject + ":价目表无此项,不报估价。" : subject + ": not in the price list, so no estimate is given.";
  }
  if (estimate.status == pricing::EstimateStatus::needs_facts || !estimate.min) {
    std::vector<std::string> facts;
    for (const pricing::Unpriced& missing : estimate.unpriced) facts.push_back(word(missing.name, language, names));
    return zh ? subject + ":还缺" + join(facts, "、") + ",补上后可估价。"
              : subject + ": an estimate needs " + join(facts, ", ") + ".";
  }
  std::string text = zh ? subject + ":预估" : subject + ": estimated ";
  if (estimate.status == pricing::EstimateStatus::open_ended || !estimate.max) {
    text += zh ? short_money(*estimate.min) + "起" : "from " + short_money(*estimate.min);
  } else if (*estimate.min == *estimate.max) {
    if (estimate.at_most) text += zh ? "最高" : "at most ";
    text += short_money(*estimate.min);
  } else {
    text += short_money(*estimate.min) + "–" + short_money(*estimate.max);
  }
  std::vector<std::string> pieces;
  for (const ledger::Line& fee : estimate.fees) {
    pieces.push_back((zh ? fee.service : std::string(names.of(fee.service, language)) + " ") + short_money(fee.amount));
  }
  if (!pieces.empty() && estimate.work_min) {
    std::string work = zh ? "人工" : "labour ";
    work += short_money(*estimate.work_min);
    if (estimate.work_max && *estimate.work_max != *estimate.work_min) {
      work += (zh ? "至" : " to ") + short_money(*estimate.work_max);
    }
    pieces.push_back(work);
    text += zh ? "(" + join(pieces, "+") + ")" : " (" + join(pieces, " + ") + ")";
  }
  std::vector<std::string> excluded;
  for (const std::string& id : estimate.excludes) excluded.push_back(word(id, language, names));
  if (!excluded.empty())
    text += zh ? "," + join(excluded, "、") + "另计" : "; " + join(excluded, " and ") + " not included";
  text += zh ? "。" : ". ";
  if (estimate.inspection) {
    text += zh ? "只检测不修收" + short_money(*estimate.inspection) + "。"
               : "Inspection without repair: " + short_money(*estimate.inspection) + ". ";
  }
  text += zh ? "以检测后您确认的报价为准。" : "Only the quote that you confirm after the inspection is binding.";
  return text;
}

PAIDAN_INLINE std::string line(const ledger::Line& line, Language language, const Names& names) {
  using namespace render_detail;
  const bool zh = language == Language::zh;
  const std::string subject(names.of(title(line), language));
  if (line.status == ledger::LineStatus::not_consented) {
    return zh ? "新增\"" + subject + "\"尚未经您确认:不计入应付,确认后才收费。"
              : "Added \"" + subject + "\" (" + line.amount.text() +
                    ") is not confirmed by you yet: it is shown, and payable only once you confirm.";
  }
  // A fee that counts from a distance says so in full (golden text 4); the published action is about the excess
  // already.
  const bool by_distance = line.measure == "one_way_km" && line.measured.has_value();
  std::string text = by_distance ? std::string(names.of(line.service, language)) : subject;
  text += (zh ? "" : " ") + line.amount.text();
  std::vector<std::string> why;
  if (by_distance && !line.free_allowance.is_zero()) {
    const std::optional<Money> unit = line.unit_price.to_money(line.amount.currency, Rounding::half_up);
    why.push_back(zh ? "单程" + short_number(*line.measured) + line.unit + ",超出" + short_number(line.free_allowance) +
                           line.unit + "的" + short_number(line.quantity) + line.unit + "×" + (unit ? unit->text() : "")
                     : short_number(*line.measured) + " km one way, the " + short_number(line.quantity) +
                           " km beyond " + short_number(line.free_allowance) + " km × " + (unit ? unit->text() : ""));
  } else if (const std::string sum = arithmetic(line, language, names); !sum.empty()) {
    why.push_back(sum);
  }
  if (line.once_per_visit) why.emplace_back(zh ? "同一户只收一次" : "charged once per household");
  if (line.status != ledger::LineStatus::payable) why.emplace_back(status_note(line.status, language));
  if (why.empty()) return text + (zh ? "。" : ".");
  return text + (zh ? ":" + join(why, ";") + "。" : ": " + join(why, "; ") + ".");
}

PAIDAN_INLINE std::string quote(const pricing::Quote& quote, Language language, const Names& names) {
  const bool zh = language == Language::zh;
  std::string text;
  for (const ledger::Line& item : quote.lines) text += line(item, language, names) + "\n";
  for (const pricing::Unpriced& missing : quote.unpriced) {
    text += (missing.name.empty() ? missing.code : missing.name) +
            (zh ? ":价目表无此项。\n" : ": not in the price list.\n");
  }
  return text + (zh ? "合计" + quote.total.text() + "。" : "Total " + quote.total.text() + ".");
}

PAIDAN_INLINE std::string bill(const pricing::Bill& bill, Language language, const Names& names) {
  const bool zh = language == Language::zh;
  std::string text;
  for (const ledger::Line& item : bill.lines) text += line(item, language, names) + "\n";
  if (bill.outcome == pricing::Outcome::not_fixed) {
    return text +
           (zh ? "未修好,不收费:应付" + bill.total.text() + "。" : "Not fixed, no fee: " + bill.total.text() + " due.");
  }
  if (bill.outcome == pricing::Outcome::inspection_only) {
    return text +
           (zh ? "只检测不修:应付" + bill.total.text() + "。" : "Inspected only: " + bill.total.text() + " due.");
  }
  return text + (zh ? "应付" + bill.total.text() + "。" : "Due " + bill.total.text() + ".");
}

PAIDAN_INLINE std::string audit(const pricing::Audit& audit, Language language, const Names& names) {
  using namespace render_detail;
  const bool zh = language == Language::zh;
  std::string text;
  for (const pricing::AuditLine& item : audit.lines) {
    if (item.over.minor <= 0) continue;
    const std::string action = item.action.starts_with("换件") ? "换件" : item.action;
    const std::string subject(names.of(item.service.empty() ? item.line : item.service + action, language));
    if (!text.empty()) text += "\n";
    std::string due;
    switch (item.finding) {
      case pricing::AuditFinding::above_ceiling:
        due = zh ? "人工上限" + (item.ceiling ? *item.ceiling : item.due).text()
                 : "ceiling " + (item.ceiling ? *item.ceiling : item.due).text();
        break;
      case pricing::AuditFinding::not_consented:
        due = zh ? "未经您确认,不应收费" : "not confirmed by you, nothing due";
        break;
      case pricing::AuditFinding::not_fixed:
        due = zh ? "未修好,不收费" : "not fixed, nothing due";
        break;
      case pricing::AuditFinding::not_carried_out:
        due = zh ? "未维修,不收费" : "not carried out, nothing due";
        break;
      case pricing::AuditFinding::not_in_bill:
        due = zh ? "账单中无此项" : "not in the bill";
        break;
      case pricing::AuditFinding::above_quote:
      case pricing::AuditFinding::within:
        due = (zh ? "应收" : "due ") + item.due.text();
        break;
    }
    text += zh ? subject + due + ",实收" + item.charged.text() + ",多收" + item.over.text() + ",将原路退回。"
               : subject + ": " + due + ", paid " + item.charged.text() + "; " + item.over.text() +
                     " goes back the way it came.";
  }
  if (text.empty()) return text;
  return text + (zh ? "不影响您依法主张其他权利。" : " Your legal rights are unaffected.");
}

PAIDAN_INLINE std::string bill_html(const pricing::Bill& bill, Language language, const Names& names) {
  using namespace render_detail;
  const bool zh = language == Language::zh;
  std::string html = "<table class=\"paidan-bill\"><thead><tr><th>";
  html += zh ? "项目</th><th>计算</th><th>金额</th><th>应付</th><th>依据"
             : "Item</th><th>How</th><th>Amount</th><th>Due</th><th>Source";
  html += "</th></tr></thead><tbody>";
  for (const ledger::Line& item : bill.lines) {
    std::string how = arithmetic(item, language, names);
    const std::string_view note = status_note(item.status, language);
    if (!note.empty()) how += (how.empty() ? "" : zh ? ";" : "; ") + std::string(note);
    if (item.once_per_visit)
      how += how.empty() ? (zh ? "同一户只收一次" : "once per household")
                         : (zh ? ";同一户只收一次" : "; once per household");
    const bool consented = item.status == ledger::LineStatus::payable;
    html += consented ? "<tr>" : "<tr class=\"not-payable\">";
    html += "<td>" + escape_html(names.of(title(item), language)) + "</td><td>" + escape_html(how) +
            "</td><td class=\"money\">" + escape_html(item.amount.text()) + "</td><td class=\"money\">" +
            escape_html(item.payable.text()) + "</td><td>" +
            escape_html(item.source.empty() ? std::string() : item.code) + "</td></tr>";
  }
  html += "</tbody><tfoot><tr><td colspan=\"3\">";
  html += zh ? "应付合计" : "Total due";
  return html + "</td><td class=\"money\">" + escape_html(bill.total.text()) + "</td><td></td></tr></tfoot></table>";
}

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI
