// VROOM's input turned into a problem, with everything that is wrong and everything that is worth saying.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/travel/straight_line.hpp>
#include <paidan/vroom/errors.hpp>
#include <paidan/vroom/fields.hpp>
#include <paidan/vroom/question.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

using vroom::Numbers;
namespace wrong = vroom::errors;
namespace said = vroom::notices;

/// Times lie so far behind the first one at most, and as far before it where nothing else is said.
inline constexpr std::int64_t horizon_s = std::int64_t{1} << 27;
inline constexpr std::int64_t most_amount = 1'000'000'000'000;
inline constexpr std::int64_t most_need = 1'000;       // pieces of a part that an order takes
inline constexpr std::int64_t most_stock = 1'000'000;  // pieces on a van
inline constexpr std::int64_t units_in_cost = 3'600'000;
inline constexpr std::string_view nowhere = "nowhere";

inline std::string at(std::string_view list, std::size_t i) {
  return std::string(list) + "[" + std::to_string(i) + "]";
}
inline std::string at(const std::string& parent, std::string_view list, std::size_t i) {
  return parent + "." + at(list, i);
}

/// Both ends included.
struct Span {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

class Translator {
 public:
  explicit Translator(const vroom::Input& input) : in_(input), by_matrix_(!input.matrices.empty()) {}

  void run();

  ProblemData data;
  std::vector<vroom::Day> days;
  std::vector<vroom::Work> work;
  vroom::Rates rates;
  Errors errors;
  Errors notices;

 private:
  void fail(const ErrorKind& kind, std::string path, std::vector<Parameter> parameters = {}) {
    errors.add(kind, std::move(path), std::move(parameters));
  }
  void say(const ErrorKind& kind, std::string path, std::vector<Parameter> parameters = {}) {
    notices.add(kind, std::move(path), std::move(parameters));
  }
  void refuse(std::string path, std::string_view feature, std::string_view feature_zh) {
    fail(errors::not_supported, std::move(path),
         {{"feature", std::string(feature)}, {"feature_zh", std::string(feature_zh)}});
  }

  // translator.ipp: times
  void find_horizon();
  /// Two numbers, the second not before the first; [first, last] of the horizon in `out`.
  bool read_window(const std::string& path, std::string_view field, const Numbers& window, Span& out);
  void check_ids();

  // places.ipp
  void read_matrices();
  [[nodiscard]] std::string place(const std::string& path, std::string_view key, std::string_view index_key,
                                  const std::optional<std::vector<double>>& point,
                                  const std::optional<std::int64_t>& index);
  void finish_places();

  // amounts.ipp
  void read_amounts();

  // vehicles.ipp
  void read_rates();
  void read_vehicle(std::size_t i);
  void read_breaks(std::size_t i, Shift& shift);
  void check_steps();

  void read_job(std::size_t i);
  [[nodiscard]] std::int64_t work_of(std::size_t i, std::string_view field, std::int64_t plain,
                                     const std::map<std::string, std::int64_t>& by_type);

  const vroom::Input& in_;
  bool by_matrix_;
  std::int64_t first_ = 0;  ///< no time lies before
  std::int64_t last_ = 0;   ///< nor behind
  std::size_t cut_ = 0;     ///< windows that end later
  std::string cut_path_;
  std::int64_t cut_value_ = 0;
  std::size_t size_ = 0;  ///< rows of the matrices
  bool from_nowhere_ = false;
  std::size_t unused_indices_ = 0;
  std::string unused_path_;
  std::map<std::pair<std::int32_t, std::int32_t>, std::string> places_;  ///< by point, without matrices
  std::vector<std::string> place_paths_;                                 ///< where each was named first
};

}  // namespace vroom_detail
}  // namespace paidan::inline PAIDAN_ABI
