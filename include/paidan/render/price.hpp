// Prices in words: estimates, quote lines, bills and overcharges, as the golden texts put them.
#pragma once

#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/bill.hpp>
#include <paidan/pricing/estimate.hpp>
#include <paidan/pricing/quote.hpp>
#include <paidan/render/audience.hpp>

#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace render {

/// The range shown before the visit, what is excluded, what an inspection alone costs; "not in the price list" when no
/// published row supports a figure.
[[nodiscard]] PAIDAN_EXPORT std::string estimate(const pricing::Estimate& estimate, Language language,
                                                 const Names& names = {});

/// One line of a quote or bill: what, how much, and how the amount comes about. An unconsented line says so.
[[nodiscard]] PAIDAN_EXPORT std::string line(const ledger::Line& line, Language language, const Names& names = {});

/// All lines, then the total and the outcome, one a line.
[[nodiscard]] PAIDAN_EXPORT std::string quote(const pricing::Quote& quote, Language language, const Names& names = {});
[[nodiscard]] PAIDAN_EXPORT std::string bill(const pricing::Bill& bill, Language language, const Names& names = {});

/// One sentence per overcharged line; empty when nothing was overcharged.
[[nodiscard]] PAIDAN_EXPORT std::string audit(const pricing::Audit& audit, Language language, const Names& names = {});

/// The bill as an HTML fragment (`<table class="paidan-bill">`), all text escaped.
[[nodiscard]] PAIDAN_EXPORT std::string bill_html(const pricing::Bill& bill, Language language,
                                                  const Names& names = {});

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/render/price.ipp>
#endif
