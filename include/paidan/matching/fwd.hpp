// The types of the room `matching`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace matching {
struct CandidateOptions;
struct Candidates;
struct FeatureColumn;
struct Features;
struct OmittedPair;
enum class Term : std::uint8_t;
struct TermCost;
struct Weights;
}  // namespace matching

}  // namespace paidan::inline PAIDAN_ABI
