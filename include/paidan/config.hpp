// The flavour switch, the version and the ABI tag: the only macros that change anything.
//
// Compiled flavour (default): link `paidan::paidan`.
// Header-only flavour: link `paidan::header_only`, or define PAIDAN_HEADER_ONLY yourself.
// The two are distinct types (inline namespace), so they may coexist in one program, and passing a value of one
// to a function of the other fails to link instead of misbehaving.
#pragma once

#define PAIDAN_VERSION_MAJOR 0
#define PAIDAN_VERSION_MINOR 1
#define PAIDAN_VERSION_PATCH 0
#define PAIDAN_VERSION_STRING "0.1.0"

#if defined(PAIDAN_HEADER_ONLY)
#define PAIDAN_ABI v0_header_only
#define PAIDAN_INLINE inline
#define PAIDAN_EXPORT
#else
#define PAIDAN_ABI v0_compiled
#define PAIDAN_INLINE
#define PAIDAN_EXPORT __attribute__((visibility("default")))
#endif

namespace paidan::inline PAIDAN_ABI {

/// Version of the engine, written into every stored document.
inline constexpr const char* engine_version = PAIDAN_VERSION_STRING;
/// Version of the stored documents' layout; readers accept this one.
inline constexpr int schema_version = 2;

}  // namespace paidan::inline PAIDAN_ABI
