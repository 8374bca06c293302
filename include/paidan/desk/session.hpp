// The session behind `serve` and every foreign language: one JSON request in, one answer out; what is loaded stays
// loaded, by handle. A request either changes the session as asked or leaves it as it was.
//
// `{"id": 1, "do": "plan", "problem": "p1", "seed": 7}` → `{"id": 1, "ok": true, "result": {…}}` or
// `{"id": 1, "ok": false, "errors": [{code, path, message, message_zh, parameters}]}`. `do` is an operation of the
// table (operations.hpp) with its request's fields; what a host holds may be a handle or a document in place. `keep`
// keeps the answer under a handle; where the operation speaks, `lang` (zh, en) adds its sentence, `audience` says who
// reads it. Besides: `load` {kind, document, problem}, `drop` {handle}, `list`, `operations` (the table itself),
// `quit`.
#pragma once

#include <paidan/config.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace desk {

/// What a session does besides the operations of the table. `fields`: the keys a request has, one blank between.
struct SessionVerb {
  std::string_view name, zh, en, fields;
};
inline constexpr SessionVerb session_verbs[] = {
    {"load", "载入",
     "Keeps a document of that kind (its problem beside it, where it speaks of one) and gives its handle.",
     "kind document problem"},
    {"drop", "丢弃", "Forgets what a handle stands for.", "handle"},
    {"list", "列表", "Handles by kind.", ""},
    {"operations", "操作表", "The table of operations.", ""},
    {"quit", "结束", "Ends the session once it is answered.", ""},
};

/// Not for two threads at once.
class Session {
 public:
  static constexpr std::size_t max_handles = 10'000;
  static constexpr std::size_t default_max_line = std::size_t{64} << 20U;
  static constexpr std::size_t least_max_line = 1024;
  static constexpr std::size_t most_max_line = std::size_t{1} << 30U;

  /// Throws InvalidInput, `out_of_range`.
  PAIDAN_EXPORT explicit Session(std::size_t max_line = default_max_line);
  PAIDAN_EXPORT ~Session();
  PAIDAN_EXPORT Session(Session&&) noexcept;
  PAIDAN_EXPORT Session& operator=(Session&&) noexcept;

  /// One request, without a line feed. Never throws anything but bad_alloc.
  [[nodiscard]] PAIDAN_EXPORT std::string answer(std::string_view line);
  [[nodiscard]] PAIDAN_EXPORT std::string refuse_long_line() const;
  /// Somebody asked to quit.
  [[nodiscard]] PAIDAN_EXPORT bool finished() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The table of operations as JSON: name, zh, en, fields with types, units, ranges and defaults, kind of the answer.
[[nodiscard]] PAIDAN_EXPORT std::string operations_json(bool indented = true);

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/desk/session.ipp>
#endif
