// The types of the room `pricing`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace pricing {
struct Audit;
enum class AuditFinding : std::uint8_t;
struct AuditLine;
struct Bill;
struct Charge;
struct Charges;
struct Estimate;
struct EstimateOption;
struct EstimateRequest;
enum class EstimateStatus : std::uint8_t;
struct Item;
struct Measure;
enum class Outcome : std::uint8_t;
class PriceBook;
struct PriceBookData;
struct PriceItem;
struct PriceRow;
struct QuantityRule;
struct Quote;
struct QuoteFacts;
struct Unpriced;
}  // namespace pricing

}  // namespace paidan::inline PAIDAN_ABI
