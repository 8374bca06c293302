// A whole problem as plain input, in the words of the border: ids, instants, optional fields.
#pragma once

#include <paidan/core/geo.hpp>
#include <paidan/model/objective.hpp>
#include <paidan/model/order.hpp>
#include <paidan/model/tag_rules.hpp>
#include <paidan/model/technician.hpp>
#include <paidan/travel/data.hpp>

#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// A place. Locations are append-only: matrices are in their order.
struct Location {
  std::string id = {};
  std::string name = {};
  std::optional<GeoPoint> point = {};  ///< required by profiles without a matrix
  std::string compound = {};           ///< id of the compound it lies in; empty = none
  friend bool operator==(const Location&, const Location&) = default;
};

/// A gated estate or a complex of buildings, whose entry takes time: gate, registration, parking. Who comes to a place
/// of it from a place that is not in it takes `entry` longer for the way, whoever it is and at whatever speed, the
/// first way of a shift, the last one and those to depots included; between two places of it and on leaving nothing is
/// added. The entry is part of the way: it costs, counts and is limited as travel does, and takes longer in traffic as
/// all ways do. It adds no metres.
struct Compound {
  std::string id = {};
  std::string name = {};  ///< what people call it; default: the id
  Duration entry = {};
  friend bool operator==(const Compound&, const Compound&) = default;
};

/// How a kind of vehicle travels: by a matrix in location order, or in a straight line when there is none; more slowly
/// in the hours of `bands`. Travel times, their costs and limits are then those of the hour.
struct TravelProfile {
  std::string id = {};
  std::optional<travel::MatrixData> matrix = {};
  travel::StraightLineOptions straight_line = {};
  std::vector<travel::TravelBand> bands = {};  ///< traffic by local time of day, on the days of the problem's shifts
  friend bool operator==(const TravelProfile&, const TravelProfile&) = default;
};

/// When a depot is open: who comes is served from `start` on, and no longer at `end`.
struct OpeningHours {
  Instant start = {};
  Instant end = {};
  friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

/// Place where technicians fetch what their vans lack. A shift may call at one depot once, before one of its visits.
/// For the visits behind the call every tool of the depot is at hand, and a part that the depot keeps is fetched there;
/// any other part comes off the van, as for the visits before. What is fetched of a part by all together is at most the
/// stock.
struct SupplyDepot {
  std::string id = {};
  std::string name = {};                 ///< what people call it; default: the id
  std::string location = {};             ///< location id
  Duration service = {};                 ///< a call takes so long, whoever calls
  std::vector<OpeningHours> hours = {};  ///< a call begins in one of them; empty = at any time
  std::vector<PartCount> parts = {};     ///< stock
  std::vector<std::string> tools = {};   ///< lent for the rest of the shift, to as many as come
  friend bool operator==(const SupplyDepot&, const SupplyDepot&) = default;
};

struct ProblemData {
  Instant origin = {};  ///< times inside the model count from here; all must lie within 2^28 s (8.5 years) of it
  ZoneRules zone = {};  ///< local dates (certificates) and texts
  std::vector<Location> locations = {};
  std::vector<TravelProfile> profiles = {};  ///< empty = one straight-line profile "car"
  std::vector<Technician> technicians = {};
  std::vector<Order> orders = {};
  std::vector<SupplyDepot> depots = {};
  Objective objective = {};
  /// Skills that exist; empty = whatever technicians and orders name. If given, any other name is an error.
  std::vector<std::string> skills = {};
  std::vector<TagLimit> limits = {};      ///< of work on orders with a tag, by technician
  std::vector<TagClosure> closures = {};  ///< times when orders with a tag are not worked on
  std::vector<Compound> compounds = {};   ///< in which locations lie
  friend bool operator==(const ProblemData&, const ProblemData&) = default;
};

/// Where each noun stood in a spreadsheet (1 = heading), for messages; empty vectors when there was none.
struct SourceRows {
  std::vector<std::int64_t> orders = {};
  std::vector<std::int64_t> technicians = {};
  std::vector<std::int64_t> locations = {};
};

}  // namespace paidan::inline PAIDAN_ABI
