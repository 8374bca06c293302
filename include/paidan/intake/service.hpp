// The catalog's service as an order: where the words of a customer become skills, minutes and parts.
#pragma once

#include <paidan/catalog/entry.hpp>
#include <paidan/model/order.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace intake {

/// An order for that entry, without id, place and time: its code, name (zh, else en), skills, parts, service and setup
/// time. An entry that says no minutes leaves the order's default.
[[nodiscard]] PAIDAN_EXPORT Order order_for(const catalog::EntryData& entry);

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/intake/service.ipp>
#endif
