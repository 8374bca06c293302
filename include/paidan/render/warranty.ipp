#pragma once

#include <paidan/render/text.hpp>
#include <paidan/render/warranty.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace render {
namespace render_detail {

/// The holiday that pushed a term on, as people say it; "rest days" when only a weekend did.
inline std::string holiday(std::string_view announced, Language language) {
  struct Said {
    std::string_view announced, zh, en;
  };
  static constexpr std::array<Said, 7> said{{{"国庆", "国庆", "National Day"},
                                             {"春节", "春节", "Spring Festival"},
                                             {"劳动", "五一", "Labour Day"},
                                             {"中秋", "中秋", "Mid-Autumn"},
                                             {"端午", "端午", "Dragon Boat"},
                                             {"清明", "清明", "Qingming"},
                                             {"元旦", "元旦", "New Year"}}};
  for (const Said& entry : said) {
    if (announced.find(entry.announced) != std::string_view::npos)
      return std::string(language == Language::zh ? entry.zh : entry.en);
  }
  if (!announced.empty()) return std::string(announced);
  return language == Language::zh ? "休息日" : "rest days";
}

/// `保修至2024年10月8日24时;原止日10月6日遇国庆顺延`.
inline std::string until(Date last, Date literal, std::string_view announced, Language language) {
  const bool zh = language == Language::zh;
  std::string text =
      zh ? "保修至" + long_date(last, language) + "24时" : "covered to " + long_date(last, language) + " 24:00";
  if (last == literal) return text;
  const std::string reason = holiday(announced, language);
  return text + (zh ? ";原止日" + day_and_month(literal, language) + "遇" + reason + "顺延"
                    : "; " + day_and_month(literal, language) + " falls within " + reason +
                          ", so the term ends on the day after");
}

inline std::string_view announced_at(const Calendar& calendar, Date date) {
  const CalendarDay* day = calendar.find(date);
  return day == nullptr ? std::string_view() : std::string_view(day->name);
}

inline std::string no_cover(warranty::VerdictReason reason, Language language) {
  const bool zh = language == Language::zh;
  switch (reason) {
    case warranty::VerdictReason::expired:
      return zh ? "已过保修期,按新故障报价" : "the term is over: new quote";
    case warranty::VerdictReason::misuse:
      return zh ? "属使用不当,按新故障报价" : "caused by misuse: new quote";
    case warranty::VerdictReason::no_policy:
      return zh ? "没有适用的保修政策,按新故障报价" : "no policy covers this work: new quote";
    default:
      return zh ? "按新故障报价" : "new quote";
  }
}

inline std::string question(std::string_view fact, const warranty::Verdict& verdict, Language language,
                            const Names& names) {
  const bool zh = language == Language::zh;
  if (fact == "same_fault") {
    const std::string day = day_and_month(verdict.inputs.service_date, language);
    return zh ? "是否与" + day + "为同一故障?请上传检测照片。"
              : "is it the fault of " + day + "? Please upload inspection photos.";
  }
  if (fact.starts_with("calendar_")) {
    const std::string year(fact.substr(9));
    return zh ? year + "年放假安排(尚未公布)。" : "the " + year + " holiday calendar (not announced yet).";
  }
  return std::string(names.of(fact, language)) + '?';
}

}  // namespace render_detail

PAIDAN_INLINE std::string verdict(const warranty::Verdict& verdict, const Calendar& calendar, Language language,
                                  const Names& names) {
  using namespace render_detail;
  using warranty::VerdictReason;
  using warranty::VerdictStatus;
  const bool zh = language == Language::zh;
  const auto term = [&](Date to) {
    const Date literal = verdict.last_days ? verdict.last_days->literal : to;
    return until(to, literal, announced_at(calendar, literal), language);
  };
  switch (verdict.status) {
    case VerdictStatus::covered:
      if (verdict.reason == VerdictReason::unfinished) {
        return zh ? "上次未修好:继续处理,本次不收费。" : "It was not fixed last time: the work goes on, no fee.";
      }
      return (zh ? "在保,本次免费(" : "Covered, free this time (") +
             (verdict.covered_to ? term(*verdict.covered_to) : std::string()) + (zh ? ")。" : ").");
    case VerdictStatus::not_covered: {
      std::string text = (zh ? "不在保修范围:" : "Not covered: ") + no_cover(verdict.reason, language);
      if (verdict.reason == VerdictReason::expired && verdict.covered_to)
        text += (zh ? "(" : " (") + term(*verdict.covered_to) + ")";
      return text + (zh ? "。" : ".");
    }
    case VerdictStatus::ambiguous: {
      std::string text = zh ? "对休息日的计算有不同理解,结论不一:" : "Lawful readings of rest days disagree: ";
      if (verdict.last_days) {
        const std::array<std::pair<std::string_view, std::optional<Date>>, 3> readings{
            {{zh ? "不顺延" : "no extension", verdict.last_days->literal},
             {zh ? "只计法定节日" : "statutory days only", verdict.last_days->statutory},
             {zh ? "按放假安排" : "announced calendar", verdict.last_days->arranged}}};
        bool first = true;
        for (const auto& [name, day] : readings) {
          if (!first) text += zh ? "、" : ", ";
          first = false;
          text += std::string(name) + (zh ? "至" : " to ") +
                  (day ? long_date(*day, language) : std::string(zh ? "未知" : "unknown"));
        }
      }
      const bool free = verdict.default_covered.value_or(false);
      return text + (zh ? (free ? "。暂按有利于消费者处理:本次免费。" : "。暂按不在保处理。")
                        : (free ? ". Until settled, in the consumer's favour: free this time."
                                : ". Until settled: treated as not covered."));
    }
    case VerdictStatus::needs_evidence:
      break;
  }
  const std::string count = std::to_string(verdict.needed.size());
  std::string text = zh ? "暂不能判定,还缺" + count + "项:"
                        : "Not decided yet, " + count + " fact" + (count == "1" ? "" : "s") + " missing: ";
  for (const std::string& fact : verdict.needed) text += question(fact, verdict, language, names);
  for (const warranty::Branch& branch : verdict.branches) {
    text += zh ? (branch.value ? "是:" : "否:") : (branch.value ? " Yes: " : " No: ");
    if (branch.covered_to) {
      text += (zh ? "在保,本次免费(" : "free, ") + term(*branch.covered_to) + (zh ? ")。" : ".");
    } else {
      text += no_cover(branch.reason, language) + (zh ? "。" : ".");
    }
  }
  return text;
}

namespace render_detail {

struct CertificateText {
  std::string title, work, promise, until, note;
};

inline CertificateText certificate_text(const warranty::Certificate& certificate, Language language,
                                        const Names& names) {
  const bool zh = language == Language::zh;
  CertificateText text;
  text.title = zh ? "保修凭证 " + certificate.order : "Warranty certificate " + certificate.order;
  std::string work;
  for (const std::string& done : certificate.work)
    work += (work.empty() ? "" : zh ? "、" : ", ") + std::string(names.of(done, language));
  text.work = (zh ? "完工日" : "Completed ") + long_date(certificate.service_date, language);
  if (!certificate.technician.empty()) text.work += (zh ? ",服务人员" : ", by ") + certificate.technician;
  if (!work.empty()) text.work += (zh ? ":" : ": ") + work;
  text.work += zh ? "。" : ".";
  if (!certificate.cause.empty()) text.work += (zh ? "故障原因:" : " Cause: ") + certificate.cause + (zh ? "。" : ".");
  if (!certificate.method.empty())
    text.work += (zh ? "处理方法:" : " Repair: ") + certificate.method + (zh ? "。" : ".");
  text.promise = zh ? certificate.wording_zh : certificate.wording_en;
  const std::string announced = certificate.extended_by;
  const std::string sentence = until(certificate.last_day, certificate.last_days.literal, announced, language);
  text.until = (zh ? sentence : std::string("C") + sentence.substr(1)) + (zh ? "。" : ".");
  if (certificate.provisional) {
    text.note = zh ? "次年放假安排尚未公布,止日可能顺延。"
                   : "Next year's holidays are not announced yet; the last day may move later.";
  }
  return text;
}

}  // namespace render_detail

PAIDAN_INLINE std::string certificate(const warranty::Certificate& certificate, Language language, const Names& names) {
  const render_detail::CertificateText text = render_detail::certificate_text(certificate, language, names);
  std::string out = text.title + "\n" + text.work + "\n";
  if (!text.promise.empty()) out += text.promise + "\n";
  out += text.until;
  return text.note.empty() ? out : out + "\n" + text.note;
}

PAIDAN_INLINE std::string certificate_html(const warranty::Certificate& certificate, Language language,
                                           const Names& names) {
  const render_detail::CertificateText text = render_detail::certificate_text(certificate, language, names);
  std::string html =
      "<div class=\"paidan-certificate\"><h4>" + escape_html(text.title) + "</h4><p>" + escape_html(text.work) + "</p>";
  if (!text.promise.empty()) html += "<p>" + escape_html(text.promise) + "</p>";
  html += "<p class=\"until\">" + escape_html(text.until) + "</p>";
  if (!text.note.empty()) html += "<p>" + escape_html(text.note) + "</p>";
  return html + "</div>";
}

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI
