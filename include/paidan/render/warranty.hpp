// Verdicts and certificates in words: never "must" or "guaranteed" where evidence is missing, terms end at 24:00 of a
// day.
#pragma once

#include <paidan/core/calendar.hpp>
#include <paidan/render/audience.hpp>
#include <paidan/warranty/certificate.hpp>
#include <paidan/warranty/claim.hpp>

#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace render {

/// The answer with its consequence; what is still missing and what each answer would lead to. The calendar names the
/// holiday.
[[nodiscard]] PAIDAN_EXPORT std::string verdict(const warranty::Verdict& verdict, const Calendar& calendar,
                                                Language language, const Names& names = {});

/// For the customer: what was done, what is promised, until when, included to 24:00.
[[nodiscard]] PAIDAN_EXPORT std::string certificate(const warranty::Certificate& certificate, Language language,
                                                    const Names& names = {});

/// The same as an HTML fragment (`<div class="paidan-certificate">`), all text escaped.
[[nodiscard]] PAIDAN_EXPORT std::string certificate_html(const warranty::Certificate& certificate, Language language,
                                                         const Names& names = {});

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/render/warranty.ipp>
#endif
