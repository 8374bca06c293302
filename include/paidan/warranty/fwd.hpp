// The types of the room `warranty`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace warranty {
struct Branch;
struct Certificate;
struct CertificateRequest;
struct Claim;
struct Counterfactual;
struct FactChange;
struct LastDays;
struct PolicyData;
class PolicySet;
struct PolicySetData;
enum class Rank : std::uint8_t;
enum class Reading : std::uint8_t;
enum class TermUnit : std::uint8_t;
struct Verdict;
enum class VerdictReason : std::uint8_t;
enum class VerdictStatus : std::uint8_t;
}  // namespace warranty

}  // namespace paidan::inline PAIDAN_ABI
