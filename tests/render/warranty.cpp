#include <paidan/render/warranty.hpp>
#include <paidan/warranty/certificate.hpp>
#include <paidan/warranty/evaluate.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace paidan;

namespace {

Date day(int year, int month, int number) { return Date::from_ymd(year, month, number).value(); }

/// The announced autumn of 2024: National Day 1–7 October off, 29 September and 12 October worked.
Calendar autumn_2024() {
  std::vector<CalendarDay> days;
  for (int i = 1; i <= 7; ++i)
    days.push_back({.date = day(2024, 10, i), .off = true, .statutory = i <= 3, .name = "国庆节"});
  days.push_back({.date = day(2024, 9, 29), .off = false, .statutory = false, .name = "国庆节"});
  days.push_back({.date = day(2024, 10, 12), .off = false, .statutory = false, .name = "国庆节"});
  return Calendar("2024", std::move(days), {2024});
}

warranty::PolicySet ninety_days(warranty::Reading reading) {
  warranty::PolicyData policy;
  policy.id = "appliance-90";
  policy.version = "1";
  policy.category = "appliance";
  policy.term = 90;
  policy.reading = reading;
  policy.source = "sample";
  policy.wording_zh = "同一故障90天内免费返修";
  policy.wording_en = "Free rework of the same fault within 90 days";
  warranty::PolicySetData data;
  data.id = "sample";
  data.version = "1";
  data.policies = {policy};
  return warranty::PolicySet(std::move(data));
}

warranty::Claim repeat(Date claimed) {
  warranty::Claim claim;
  claim.id = "C1";
  claim.order = "A1";
  claim.category = "appliance";
  claim.service_date = day(2024, 7, 8);
  claim.claim_date = claimed;
  return claim;
}

}  // namespace

TEST_CASE("golden 6: a repeat visit asks for the one fact that is missing and says what each answer leads to") {
  const Calendar calendar = autumn_2024();
  const warranty::Verdict verdict =
      warranty::evaluate(ninety_days(warranty::Reading::arranged), calendar, repeat(day(2024, 10, 7)));
  CHECK(render::verdict(verdict, calendar, Language::zh) ==
        "暂不能判定,还缺1项:是否与7月8日为同一故障?请上传检测照片。是:在保,本次免费(保修至2024年10月8日24时;"
        "原止日10月6日遇国庆顺延)。"
        "否:按新故障报价。");
  CHECK(render::verdict(verdict, calendar, Language::en) ==
        "Not decided yet, 1 fact missing: is it the fault of 8 July? Please upload inspection photos. Yes: free, "
        "covered to 8 "
        "October 2024 24:00; 6 October falls within National Day, so the term ends on the day after. No: new quote.");
}

TEST_CASE("a decided claim says covered to which day, or what else applies") {
  const Calendar calendar = autumn_2024();
  const warranty::PolicySet policies = ninety_days(warranty::Reading::literal);
  warranty::Claim claim = repeat(day(2024, 10, 6));
  claim.same_fault = true;
  CHECK(render::verdict(warranty::evaluate(policies, calendar, claim), calendar, Language::zh) ==
        "在保,本次免费(保修至2024年10月6日24时)。");
  claim.claim_date = day(2024, 10, 7);
  CHECK(render::verdict(warranty::evaluate(policies, calendar, claim), calendar, Language::zh) ==
        "不在保修范围:已过保修期,按新故障报价(保修至2024年10月6日24时)。");
  claim.claim_date = day(2024, 8, 1);
  claim.same_fault = false;
  CHECK(render::verdict(warranty::evaluate(policies, calendar, claim), calendar, Language::en) ==
        "Not covered: new quote.");
}

TEST_CASE("readings in conflict are laid open, with what is done until it is settled") {
  const Calendar calendar = autumn_2024();
  warranty::Claim claim = repeat(day(2024, 10, 7));
  claim.same_fault = true;
  const std::string text = render::verdict(
      warranty::evaluate(ninety_days(warranty::Reading::contested), calendar, claim), calendar, Language::zh);
  CHECK(text ==
        "对休息日的计算有不同理解,结论不一:"
        "不顺延至2024年10月6日、只计法定节日至2024年10月6日、按放假安排至2024年10月8日。"
        "暂按有利于消费者处理:本次免费。");
}

TEST_CASE("a certificate ends at 24:00 of a day, never at 00:00 of the next") {
  const Calendar calendar = autumn_2024();
  warranty::CertificateRequest request;
  request.order = "A1";
  request.category = "appliance";
  request.service_date = day(2024, 7, 8);
  request.technician = "王师傅";
  const auto made = warranty::certificate(ninety_days(warranty::Reading::arranged), calendar, request);
  REQUIRE(made.has_value());
  const std::string text = render::certificate(*made, Language::zh);
  CHECK(text.ends_with("保修至2024年10月8日24时;原止日10月6日遇国庆顺延。"));
  CHECK(text.find("00:00") == std::string::npos);
  CHECK(render::certificate(*made, Language::en).find("Covered to 8 October 2024 24:00") != std::string::npos);
  CHECK(render::certificate_html(*made, Language::zh).starts_with("<div class=\"paidan-certificate\">"));
}
