// A problem as the border of its results: ids of its indices, instants of its times.
#pragma once

#include <paidan/core/border.hpp>
#include <paidan/model/problem.hpp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {

/// Holds the problem.
class ProblemBorder final : public Border {
 public:
  explicit ProblemBorder(Problem problem) : problem_(std::move(problem)) {}
  [[nodiscard]] const Problem& problem() const { return problem_; }

  [[nodiscard]] PAIDAN_EXPORT std::string_view id(Noun noun, std::uint32_t index) const override;
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t find(Noun noun, std::string_view id) const override;
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::string_view> known(Noun noun) const override;
  [[nodiscard]] PAIDAN_EXPORT std::string_view name_of(TechnicianIndex technician) const override;
  [[nodiscard]] PAIDAN_EXPORT TechnicianIndex technician_of(ShiftIndex shift) const override;
  [[nodiscard]] PAIDAN_EXPORT std::string_view shift_id(ShiftIndex shift) const override;
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::string_view> shifts_of(TechnicianIndex technician) const override;
  [[nodiscard]] PAIDAN_EXPORT ShiftIndex shift_at(TechnicianIndex technician, std::size_t n) const override;
  [[nodiscard]] PAIDAN_EXPORT std::optional<std::int32_t> break_position(BreakIndex index) const override;
  [[nodiscard]] Instant origin() const override { return problem_.data().origin; }
  [[nodiscard]] const ZoneRules& zone() const override { return problem_.data().zone; }

 private:
  Problem problem_;
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/model/border.ipp>
#endif
