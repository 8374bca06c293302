// The state of one `serve` process: values by handle. A request either changes it as asked or leaves it as it was.
#pragma once

#include <paidan/catalog/catalog.hpp>
#include <paidan/core/calendar.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/syntax/tree.hpp>
#include <paidan/warranty/policy.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace paidan_cli {

struct Answer;
class Request;

/// A plan and the problem it was made for.
struct StoredPlan {
  paidan::Problem problem;
  paidan::Plan plan;
};

class Session {
 public:
  static constexpr std::size_t max_handles = 10'000;

  explicit Session(std::size_t max_line) : max_line_(max_line) {}
  /// One line of JSON without a line feed. Never throws anything but bad_alloc.
  [[nodiscard]] std::string answer(std::string_view line);
  [[nodiscard]] std::string refuse_long_line() const;
  /// Somebody asked to quit.
  [[nodiscard]] bool finished() const { return finished_; }

 private:
  struct Reply;
  Reply perform(const Request& request);
  Reply load(const Request& request);
  Reply plan(const Request& request);
  Reply match(const Request& request);
  Reply explain(const Request& request);
  Reply evaluate(const Request& request);
  Reply quote(const Request& request);
  Reply estimate(const Request& request);
  Reply warranty(const Request& request);
  Reply validate(const Request& request);
  Reply schema(const Request& request);
  Reply drop(const Request& request);
  Reply list(const Request& request) const;

  template <class T>
  std::string keep(std::map<std::string, T>& place, std::string_view prefix, T value);
  [[nodiscard]] std::size_t handle_count() const;
  [[nodiscard]] const paidan::Problem& problem_of(const Request& request) const;
  /// `plan`: a handle, or a document for `problem`.
  [[nodiscard]] StoredPlan plan_of(const Request& request) const;

  std::size_t max_line_;
  bool finished_ = false;
  std::int64_t next_ = 1;
  std::map<std::string, paidan::Problem> problems_;
  std::map<std::string, StoredPlan> plans_;
  std::map<std::string, paidan::catalog::Catalog> catalogs_;
  std::map<std::string, paidan::pricing::PriceBook> books_;
  std::map<std::string, paidan::warranty::PolicySet> policies_;
  std::map<std::string, paidan::Calendar> calendars_;
};

}  // namespace paidan_cli
