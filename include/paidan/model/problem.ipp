#pragma once

#include <paidan/model/detail/bounds.ipp>
#include <paidan/model/detail/compile.ipp>
#include <paidan/model/detail/compile_links.ipp>
#include <paidan/model/detail/content_hash.ipp>
#include <paidan/model/detail/crews.hpp>
#include <paidan/model/detail/notices.ipp>
#include <paidan/model/detail/validate.ipp>
#include <paidan/model/detail/validate_depot.ipp>
#include <paidan/model/detail/validate_links.ipp>
#include <paidan/model/detail/validate_order.ipp>
#include <paidan/model/detail/validate_tags.ipp>
#include <paidan/model/detail/validate_technician.ipp>
#include <paidan/model/problem.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

inline void fill_defaults(ProblemData& data) {
  if (data.profiles.empty()) data.profiles.push_back(default_profile());
  for (Location& location : data.locations) {
    if (location.name.empty()) location.name = location.id;
  }
  for (Technician& technician : data.technicians) {
    if (technician.name.empty()) technician.name = technician.id;
    if (!technician.profile) technician.profile = data.profiles[0].id;
  }
  for (Order& order : data.orders) {
    if (order.name.empty()) order.name = order.id;
  }
  for (SupplyDepot& depot : data.depots) {
    if (depot.name.empty()) depot.name = depot.id;
  }
}

/// With crews split up, or as it is; its errors.
inline Errors checked(ProblemData& data, const SourceRows& rows) {
  Checker checker(data, rows);
  checker.check();
  if (!checker.errors().empty() || !has_crews(data)) return std::move(checker.errors());
  split_crews(data);
  Checker again(data, rows);
  again.check();
  return std::move(again.errors());
}

inline std::vector<std::string> owned(const NameTable& table) { return {table.names().begin(), table.names().end()}; }

}  // namespace model_detail

/// The tables point into `data`: a State is built in place and never moved.
struct Problem::State {
  ProblemData data;
  Dense dense;
  std::vector<Error> notices;
  std::uint64_t hash = 0;
  model_detail::IdTable orders;
  model_detail::IdTable technicians;
  model_detail::IdTable depots;
  std::vector<std::string> skill_names;
  std::vector<std::string> part_names;
  std::vector<std::string> tag_names;
};

PAIDAN_INLINE std::vector<Error> Problem::validate(const ProblemData& data, const SourceRows& rows) {
  model_detail::Checker checker(data, rows);
  checker.check();
  if (!checker.errors().empty() || !model_detail::has_crews(data)) return checker.errors().list();
  ProblemData copy = data;
  return model_detail::checked(copy, rows).list();
}

PAIDAN_INLINE Problem::Problem(ProblemData data, const SourceRows& rows, std::vector<Error> notices) {
  model_detail::checked(data, rows).throw_if_any();
  auto state = new_shared<State>();
  state->data = std::move(data);
  model_detail::fill_defaults(state->data);
  state->orders = model_detail::IdTable(state->data.orders);
  state->technicians = model_detail::IdTable(state->data.technicians);
  state->depots = model_detail::IdTable(state->data.depots);
  const model_detail::Names names = model_detail::collect_names(state->data);
  state->dense = model_detail::compile(state->data, names, state->technicians);
  model_detail::compile_links(state->dense, state->data, state->orders);
  state->notices = std::move(notices);
  for (Error& error : model_detail::notices_of(state->data, state->dense, rows)) {
    state->notices.push_back(std::move(error));
  }
  state->skill_names = model_detail::owned(names.skills);
  state->part_names = model_detail::owned(names.parts);
  state->tag_names = model_detail::owned(names.tags);
  model_detail::ContentHash content;
  content.add(state->data);
  state->hash = content.hasher.value();
  state_ = std::move(state);
}

PAIDAN_INLINE const ProblemData& Problem::data() const { return state_->data; }
PAIDAN_INLINE const Dense& Problem::dense() const { return state_->dense; }
PAIDAN_INLINE const std::vector<Error>& Problem::notices() const { return state_->notices; }
PAIDAN_INLINE std::uint64_t Problem::hash() const { return state_->hash; }

PAIDAN_INLINE OrderIndex Problem::find_order(std::string_view id) const { return state_->orders.index<OrderTag>(id); }
PAIDAN_INLINE TechnicianIndex Problem::find_technician(std::string_view id) const {
  return state_->technicians.index<TechnicianTag>(id);
}

PAIDAN_INLINE DepotIndex Problem::find_depot(std::string_view id) const { return state_->depots.index<DepotTag>(id); }

PAIDAN_INLINE const Shift& Problem::shift(ShiftIndex i) const {
  const std::size_t technician = state_->dense.shifts.technician[i.at()].at();
  return state_->data.technicians[technician].shifts[i.at() - state_->dense.technicians.first_shift[technician]];
}

PAIDAN_INLINE const std::string& Problem::skill_name(SkillIndex i) const { return state_->skill_names[i.at()]; }
PAIDAN_INLINE const std::string& Problem::part_name(PartIndex i) const { return state_->part_names[i.at()]; }
PAIDAN_INLINE const std::string& Problem::tag_name(TagIndex i) const { return state_->tag_names[i.at()]; }

}  // namespace paidan::inline PAIDAN_ABI
