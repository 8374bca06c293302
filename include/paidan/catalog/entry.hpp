// One line of the catalog: a service or a fault, and what it needs from the wing of people and the wing of money.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace catalog {

/// A skill and the lowest level that suffices. In a cell: `gas:2`; the level may be left out (1).
struct SkillNeed {
  std::string skill = {};
  std::int32_t level = 1;
  friend bool operator==(const SkillNeed&, const SkillNeed&) = default;
};

/// A part and how many of it. In a cell: `sensor:1`; the quantity may be left out (1).
struct PartNeed {
  std::string part = {};
  std::int32_t quantity = 1;
  friend bool operator==(const PartNeed&, const PartNeed&) = default;
};

/// A service or fault as the host names it. Lists stand in one cell separated by `;`.
struct EntryData {
  std::string code = {};  ///< unique, stable
  std::string zh = {};    ///< display name; at least one of zh and en is required
  std::string en = {};
  std::vector<std::string> aliases = {};  ///< other words for it in any language; unique over the catalog
  std::vector<SkillNeed> skills = {};
  std::int32_t service_minutes = 0;  ///< work on the spot, 0 … 1440
  std::int32_t buffer_minutes = 0;   ///< how much longer it may well take, 0 … 1440
  std::int32_t setup_minutes = 0;    ///< shared by consecutive jobs at one place, 0 … 1440
  std::vector<PartNeed> parts = {};
  std::vector<std::string> price_codes =
      {};  ///< candidate solutions, one of which will be carried out; none: no price is published
  std::vector<std::string> fee_codes = {};         ///< charged on top of any solution (visit fee, remote fee)
  std::vector<std::string> inspection_codes = {};  ///< charged instead when it is only inspected
  std::vector<std::string> excludes = {};  ///< what no figure contains: codes of `excluded` (parts, refrigerant, …)
  std::string warranty_category = {};      ///< category of the policy table; empty: no promise is known
  std::string note = {};                   ///< provenance, for people
  std::int64_t row = 0;                    ///< spreadsheet row, for error messages
  friend bool operator==(const EntryData&, const EntryData&) = default;
};

struct CatalogData {
  std::string id = {};
  std::string version = {};
  std::vector<EntryData> entries = {};
  friend bool operator==(const CatalogData&, const CatalogData&) = default;
};

}  // namespace catalog
}  // namespace paidan::inline PAIDAN_ABI
