// One order, one technician, as the two spreadsheets of a week put them.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/model/order.hpp>
#include <paidan/model/technician.hpp>
#include <paidan/sheets/rows.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

/// One row of the order table.
struct OrderRow {
  std::string order;
  std::string name;
  std::optional<Instant> created;
  std::string place;
  std::optional<double> lat;
  std::optional<double> lon;
  std::string service;  ///< catalog code or name
  std::optional<std::int32_t> minutes;
  std::optional<std::int32_t> buffer_minutes;
  std::vector<SkillLevel> skills;
  std::vector<PartCount> parts;
  std::vector<std::string> tools;
  std::int32_t crew = 1;
  std::optional<Agreed> appointment;
  std::optional<Instant> window_start;
  std::optional<Instant> window_end;
  std::optional<Date> day;
  std::optional<Instant> deadline;
  std::int32_t priority = 0;
  std::optional<std::string> previous_technician;
  std::optional<std::string> technician;
  std::vector<std::string> groups;
  std::vector<std::string> languages;
  std::string notes;
};

/// One row of the table of places: a compound or a street, and a point that stands for it.
struct PlaceRow {
  std::string place;
  double lat = 0;
  double lon = 0;
  std::optional<std::int32_t> error_m;  ///< how far off an address there may be
};

/// One row of the technician table.
struct TechnicianRow {
  std::string technician;
  std::string name;
  double lat = 0;
  double lon = 0;
  std::optional<LocalTime> start;
  std::optional<LocalTime> end;
  std::string weekdays;  ///< 1-5 · 1,3,5 · 周一至周五; default every day
  std::vector<Date> days_off;
  std::optional<LocalTime> break_earliest;
  std::optional<LocalTime> break_latest;
  std::int32_t break_minutes = 0;
  std::int32_t overtime_minutes = 0;
  std::vector<SkillHeld> skills;  ///< `gas:2@2024-12-31`: level 2, valid until that day
  std::optional<Decimal> rating;  ///< stars, 0 … 5
  std::optional<std::int32_t> max_jobs;
  std::int32_t efficiency_percent = 100;
  std::vector<PartCount> parts;
  std::vector<std::string> tools;
  std::optional<std::string> group;
  std::vector<std::string> languages;
};

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
