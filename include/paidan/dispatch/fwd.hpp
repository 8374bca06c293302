// The types of the room `dispatch`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

enum class Baseline : std::uint8_t;
struct Match;
struct MatchMove;
struct MatchOptions;
struct MatchPair;
class MatchReview;
struct MatchShortage;
struct MatchedPair;
enum class OptimalOver : std::uint8_t;
struct PairAnswer;
struct PlaceValue;
struct PlanOptions;
struct Suffering;
struct Unassigned;
class Watch;
struct WhyNot;

}  // namespace paidan::inline PAIDAN_ABI
