#include "inputs.hpp"

#include <paidan/core/names.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/files.hpp>
#include <paidan/syntax/zones.hpp>

#include <algorithm>

namespace paidan_cli {

std::vector<std::string_view> problem_options() {
  return {"--input", "--orders", "--technicians", "--zone", "--first-day", "--days", "--catalog", "--datum"};
}

bool is_table(std::string_view path) { return path.ends_with(".csv"); }

paidan::Problem problem_from(const Arguments& arguments) {
  const std::string* orders = arguments.find("--orders");
  const std::string* technicians = arguments.find("--technicians");
  if (orders == nullptr && technicians == nullptr) {
    for (const char* option : {"--zone", "--first-day", "--days", "--catalog", "--datum"}) {
      if (arguments.has(option)) fail(errors::word_needed, {{"what", "--orders"}, {"what_zh", "--orders"}});
    }
    return paidan::documents::problem_from_json(paidan::syntax::read_file(arguments.text("--input", "-")));
  }
  arguments.exclude("--input", "--orders");
  arguments.exclude("--input", "--technicians");
  const std::string order_text = paidan::syntax::read_file(arguments.need("--orders"));
  const std::string technician_text = paidan::syntax::read_file(arguments.need("--technicians"));
  paidan::sheets::WeekOptions options;
  options.zone = paidan::syntax::load_zone(arguments.need("--zone"));
  if (const std::string* day = arguments.find("--first-day"); day != nullptr) {
    options.first_day = paidan::Date::parse(*day);
    if (!options.first_day) {
      fail(errors::bad_value, {{"option", "--first-day"},
                               {"expected", "a date like 2024-07-08"},
                               {"expected_zh", "日期,如2024-07-08"},
                               {"value", *day}});
    }
  }
  if (arguments.has("--days")) options.days = static_cast<std::int32_t>(arguments.number("--days", 1, 1, 92));
  if (const std::string* datum = arguments.find("--datum"); datum != nullptr) {
    const auto& names = paidan::EnumNames<paidan::Datum>::names;
    const auto found = std::find(names.begin(), names.end(), *datum);
    if (found == names.end()) {
      fail(errors::bad_value, {{"option", "--datum"},
                               {"expected", "wgs84, gcj02 or bd09"},
                               {"expected_zh", "wgs84、gcj02或bd09"},
                               {"value", *datum}});
    }
    options.datum = static_cast<paidan::Datum>(found - names.begin());
  }
  paidan::catalog::Catalog catalog;
  if (const std::string* path = arguments.find("--catalog"); path != nullptr) {
    catalog = catalog_from(*path);
    options.catalog = &catalog;
  }
  paidan::sheets::WeekTables week = paidan::sheets::week_from_csv(order_text, technician_text, options);
  return paidan::Problem(std::move(week.data), week.rows);
}

paidan::catalog::Catalog catalog_from(const std::string& path) {
  const std::string text = paidan::syntax::read_file(path);
  return paidan::catalog::Catalog(is_table(path) ? paidan::sheets::catalog_data_from_csv(text)
                                                 : paidan::documents::catalog_data_from_json(text));
}

paidan::pricing::PriceBook prices_from(const std::string& path, const std::string* rules, const std::string& id) {
  const std::string text = paidan::syntax::read_file(path);
  if (!is_table(path)) {
    if (rules != nullptr) fail(errors::not_together, {{"first", "--rules"}, {"second", "--prices " + path}});
    return paidan::pricing::PriceBook(paidan::documents::price_book_data_from_json(text));
  }
  const std::string rule_text = rules == nullptr ? std::string() : paidan::syntax::read_file(*rules);
  return paidan::pricing::PriceBook(paidan::sheets::price_book_data_from_csv(text, rule_text, id));
}

paidan::warranty::PolicySet policies_from(const std::string& path) {
  const std::string text = paidan::syntax::read_file(path);
  return paidan::warranty::PolicySet(is_table(path) ? paidan::sheets::policy_set_data_from_csv(text)
                                                    : paidan::documents::policy_set_data_from_json(text));
}

paidan::Calendar calendar_from(const std::string& path) {
  if (!path.ends_with(".json")) return paidan::sheets::load_calendar_folder(path);
  return paidan::documents::calendar_of(
      paidan::documents::calendar_document_from_json(paidan::syntax::read_file(path)));
}

std::vector<paidan::check::ActualVisit> actual_from(const paidan::Problem& problem, const std::string& path) {
  const std::string text = paidan::syntax::read_file(path);
  const paidan::ZoneRules& zone = problem.data().zone;
  if (!is_table(path)) return paidan::documents::actual_of(problem, paidan::documents::actual_from_json(text, zone));
  const paidan::sheets::ActualTable table = paidan::sheets::actual_from_csv(text, zone);
  return paidan::documents::actual_of(problem, table.document, table.rows);
}

}  // namespace paidan_cli
