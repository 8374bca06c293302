// What the targets are judged against: a fixed problem, and the data that ship with the examples.
#pragma once

#include <paidan/catalog/catalog.hpp>
#include <paidan/core/calendar.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/warranty/policy.hpp>

#include <string>
#include <string_view>

namespace paidan_fuzz {

[[nodiscard]] std::string shipped(const std::string& name);
[[nodiscard]] const paidan::ZoneRules& new_york();
/// Two technicians, one with two shifts and a break; five orders of many kinds; in New York's time.
[[nodiscard]] const paidan::Problem& fixed_problem();
/// The document as if it had been made for that problem: stored inputs cannot know its hash.
[[nodiscard]] std::string made_for(const paidan::Problem& problem, std::string_view document);
[[nodiscard]] const paidan::catalog::Catalog& fixed_catalog();
[[nodiscard]] const paidan::pricing::PriceBook& fixed_book();
[[nodiscard]] const paidan::warranty::PolicySet& fixed_policies();
[[nodiscard]] const paidan::Calendar& fixed_calendar();

}  // namespace paidan_fuzz
