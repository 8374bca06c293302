// Files that commands read: JSON, or a table where the name ends in `.csv`.
#pragma once

#include "arguments.hpp"

#include <paidan/core/calendar.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/warranty/policy.hpp>

#include <string>
#include <vector>

namespace paidan_cli {

/// The options that `problem_from` reads.
[[nodiscard]] std::vector<std::string_view> problem_options();
/// `--input problem.json`, or `--orders` and `--technicians` with `--zone`, `--first-day`, `--days`, `--catalog`,
/// `--datum`.
[[nodiscard]] paidan::Problem problem_from(const Arguments& arguments);

[[nodiscard]] bool is_table(std::string_view path);
[[nodiscard]] paidan::catalog::Catalog catalog_from(const std::string& path);
[[nodiscard]] paidan::pricing::PriceBook prices_from(const std::string& path, const std::string* rules,
                                                     const std::string& id);
[[nodiscard]] paidan::warranty::PolicySet policies_from(const std::string& path);
/// A stored calendar (`.json`), or a folder of yearly announcements with `statutory.csv`.
[[nodiscard]] paidan::Calendar calendar_from(const std::string& path);
[[nodiscard]] std::vector<paidan::check::ActualVisit> actual_from(const paidan::Problem& problem,
                                                                  const std::string& path);

}  // namespace paidan_cli
