// Who reads a text. It decides what may be shown: customers never see another customer, ratings, commission or
// exposure.
#pragma once

#include <paidan/core/error.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace render {

enum class Audience : std::uint8_t { customer, dispatcher, technician, internal };

/// Display name of an id (a skill, a part, a tool, an exclusion) in both languages.
struct Name {
  std::string id;
  std::string zh;
  std::string en;
};

/// Looked up by id; an id without an entry is shown as it is.
class Names {
 public:
  Names() = default;
  PAIDAN_EXPORT explicit Names(std::vector<Name> names);
  [[nodiscard]] PAIDAN_EXPORT std::string_view of(std::string_view id, Language language) const;

 private:
  std::vector<Name> names_;  // sorted by id
};

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/render/audience.ipp>
#endif
