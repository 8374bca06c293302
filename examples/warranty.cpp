// Who pays for the second visit? The certificate after the first, the verdict on the second, and what would turn it.
#include <iostream>
#include <paidan/paidan.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/syntax/files.hpp>

using namespace paidan;

int main() {
  const std::string data = PAIDAN_EXAMPLE_DATA;
  const warranty::PolicySet policies(sheets::policy_set_data_from_csv(syntax::read_file(data + "/policies.csv")));
  const Calendar calendar = sheets::load_calendar_folder(data + "/holidays-cn");
  const Date done = *Date::parse("2024-07-08");

  const auto certificate = warranty::certificate(policies, calendar,
                                                 {.order = "2081",
                                                  .category = "appliance",
                                                  .service_date = done,
                                                  .technician = "王师傅",
                                                  .cause = "风扇电机接插件松动",
                                                  .method = "重新插接并固定"});
  if (!certificate) return 1;
  std::cout << render::certificate(*certificate, Language::zh) << "\n\n";

  // 7 October: 91 days later, but day 90 was in the National Day holidays.
  warranty::Claim claim{.id = "R1",
                        .order = "2081",
                        .category = "appliance",
                        .service_date = done,
                        .claim_date = *Date::parse("2024-10-07")};
  const warranty::Verdict open = warranty::evaluate(policies, calendar, claim);
  std::cout << render::verdict(open, calendar, Language::zh) << '\n';

  claim.same_fault = true;
  const warranty::Verdict verdict = warranty::evaluate(policies, calendar, claim);
  std::cout << render::verdict(verdict, calendar, Language::zh) << '\n';
  const auto turn = warranty::counterfactual(policies, calendar, claim);
  if (turn) {
    for (const warranty::FactChange& change : turn->changes) {
      std::cout << "would turn if " << change.fact << " were " << change.to << " instead of " << change.from << '\n';
    }
  }
  const bool fine = open.status == warranty::VerdictStatus::needs_evidence && open.needed.size() == 1 &&
                    open.needed.front() == "same_fault" && certificate->last_day.text() == "2024-10-08" &&
                    turn.has_value();
  return fine ? 0 : 1;
}
