// The types of the room `travel`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace travel {
class Bands;
struct Drive;
struct FitError;
struct Leg;
class Matrix;
struct MatrixData;
struct RoadData;
struct RoadEdge;
class RoadGraph;
struct Snap;
class Source;
class StraightLine;
struct StraightLineOptions;
struct TravelBand;
struct TravelFit;
}  // namespace travel

}  // namespace paidan::inline PAIDAN_ABI
