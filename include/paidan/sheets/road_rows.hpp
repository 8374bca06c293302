// One row of each of the tables of a road network.
#pragma once

#include <paidan/config.hpp>

#include <optional>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

/// One row of the table of crossings.
struct NodeRow {
  std::string node;
  double lat = 0;
  double lon = 0;
};

/// One row of the table of stretches, from one crossing to the next.
struct EdgeRow {
  std::string from;
  std::string to;
  std::optional<double> metres;
  std::optional<double> seconds;    ///< of driving; before any speed
  std::optional<double> speed_kmh;  ///< before that of its class
  std::string highway;              ///< class of road in OpenStreetMap's words
  std::string oneway;               ///< yes: this direction only; no: both; -1: the other one only
};

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
