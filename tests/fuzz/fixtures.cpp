#include "fixtures.hpp"

#include "targets.hpp"

#include <paidan/core/hash.hpp>
#include <paidan/core/names.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/error_json.hpp>
#include <paidan/syntax/files.hpp>
#include <paidan/syntax/tree.hpp>
#include <paidan/syntax/zones.hpp>

namespace paidan_fuzz {

void check_errors(const paidan::InvalidInput& error) {
  require(!error.errors().empty(), "a refusal has a reason");
  require(error.errors().size() <= 2 * (paidan::Errors::limit + 1), "errors are limited, of each of two tables");
  for (const paidan::Language language : {paidan::Language::en, paidan::Language::zh}) {
    const std::string message = error.message(language);
    require(!message.empty(), "a refusal says something");
    require(paidan::syntax::first_bad_utf8(message) == std::string_view::npos, "messages are UTF-8");
  }
  const std::string json = paidan::syntax::errors_to_json(error.errors(), paidan::syntax::Layout::line);
  require(paidan::syntax::parse_json(json, {}).nodes.size() > 1, "errors are JSON");
}

std::vector<std::string> split_files(std::string_view input) {
  std::vector<std::string> files;
  constexpr std::string_view divider = "---\n";
  while (true) {
    std::size_t at = input.starts_with(divider) ? 0 : input.find("\n---\n");
    if (at == std::string_view::npos) break;
    if (at > 0 || !input.starts_with(divider)) ++at;
    files.emplace_back(input.substr(0, at));
    input.remove_prefix(at + divider.size());
  }
  files.emplace_back(input);
  return files;
}

std::string shipped(const std::string& name) { return std::string(PAIDAN_FUZZ_DATA) + "/" + name; }

const paidan::ZoneRules& new_york() {
  static const paidan::ZoneRules zone("America/New_York", "fixed", -18'000,
                                      {{1'710'054'000, -14'400}, {1'730'613'600, -18'000}, {1'741'503'600, -14'400}});
  return zone;
}

namespace {

paidan::Instant at(int hour, int minute = 0) {
  return {1'720'411'200 + hour * 3'600 + minute * 60};
}  // 2024-07-08, New York

paidan::ProblemData make_problem() {
  paidan::ProblemData data;
  data.origin = at(0);
  data.zone = new_york();
  data.locations = {{.id = "depot", .name = "Depot", .point = paidan::GeoPoint{407'300'000, -739'900'000}},
                    {.id = "north", .name = "", .point = paidan::GeoPoint{407'600'000, -739'900'000}},
                    {.id = "east", .name = "", .point = paidan::GeoPoint{407'300'000, -739'600'000}}};
  paidan::Technician wang;
  wang.id = "wang";
  wang.home = "depot";
  wang.shifts = {{.id = "mon", .start = at(8), .end = at(17), .overtime_cap = paidan::hours(1)},
                 {.id = "tue", .start = at(32), .end = at(41)}};
  wang.shifts[0].breaks = {{.id = "noon", .earliest = at(11, 30), .latest = at(13), .duration = paidan::minutes(30)}};
  wang.skills = {{.skill = "gas", .level = 2}, {.skill = "electric", .level = 1}};
  wang.parts = {{.part = "sensor", .quantity = 1}};
  wang.max_jobs = 3;
  paidan::Technician li;
  li.id = "li";
  li.home = "east";
  li.rating = 480;
  li.shifts = {{.id = "mon", .start = at(9), .end = at(18)}};
  li.shifts[0].open_end = true;
  li.skills = {{.skill = "gas", .level = 1, .valid_until = paidan::Date{19'905}}};
  li.suspensions = {{.start = at(14), .end = at(15), .reason = "training"}};
  data.technicians = {wang, li};
  for (int i = 1; i <= 5; ++i) {
    paidan::Order order;
    order.id = "100" + std::to_string(i);
    order.location = i % 2 == 0 ? "east" : "north";
    order.skills = {{.skill = "gas", .level = i == 3 ? 2 : 1}};
    order.setup = paidan::minutes(10);
    data.orders.push_back(order);
  }
  data.orders[0].promise = paidan::Promise{.at = at(10)};
  data.orders[1].windows = {{.start = at(9), .end = at(11)}, {.start = at(15), .end = at(16)}};
  data.orders[2].deadline = at(16);
  data.orders[2].parts = {{.part = "sensor", .quantity = 1}};
  data.orders[3].previous_technician = "li";
  data.orders[3].priority = 5;
  data.orders[4].pin = paidan::Pin{.technician = "wang"};
  data.objective.fairness = {{.over = paidan::hours(4), .per_second = 100}};
  return data;
}

}  // namespace

const paidan::Problem& fixed_problem() {
  static const paidan::Problem problem(make_problem());
  return problem;
}

std::string made_for(const paidan::Problem& problem, std::string_view document) {
  std::string text(document);
  accepted_or_refused([&] {
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(document, {});
    const std::uint32_t stated = paidan::syntax::find_member(tree, 0, "problem");
    if (stated == 0 || tree.nodes[stated].kind != paidan::syntax::NodeKind::text) return;
    const std::string hash(tree.text_of(stated));
    const std::size_t at = hash.empty() ? std::string::npos : text.find(hash);
    if (at != std::string::npos) text.replace(at, hash.size(), paidan::hex(problem.hash()));
  });
  return text;
}

const paidan::catalog::Catalog& fixed_catalog() {
  static const paidan::catalog::Catalog catalog(
      paidan::sheets::catalog_data_from_csv(paidan::syntax::read_file(shipped("catalog.csv"))));
  return catalog;
}

const paidan::pricing::PriceBook& fixed_book() {
  static const paidan::pricing::PriceBook book(
      paidan::sheets::price_book_data_from_csv(paidan::syntax::read_file(shipped("prices.csv")),
                                               paidan::syntax::read_file(shipped("price_rules.csv")), "shipped"));
  return book;
}

const paidan::warranty::PolicySet& fixed_policies() {
  static const paidan::warranty::PolicySet policies(
      paidan::sheets::policy_set_data_from_csv(paidan::syntax::read_file(shipped("policies.csv"))));
  return policies;
}

const paidan::Calendar& fixed_calendar() {
  static const paidan::Calendar calendar = paidan::sheets::load_calendar_folder(shipped("holidays-cn"));
  return calendar;
}

}  // namespace paidan_fuzz
