// One request of `serve`: an object whose members are looked up by name; anything not asked for is an error.
#pragma once

#include "answer.hpp"

#include <paidan/syntax/tree.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace paidan_cli {

class Request {
 public:
  explicit Request(const paidan::syntax::Tree& tree) : tree_(tree) {}

  /// `id` as it was given (text, number or null), as JSON.
  [[nodiscard]] std::string id() const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] bool is_text(std::string_view key) const;
  /// Throws when absent or no text.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t otherwise, std::int64_t low,
                                    std::int64_t high) const;
  /// A list of texts; empty when absent.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] MaybeLanguage language() const;
  /// The member as a JSON text of its own. Throws when absent.
  [[nodiscard]] std::string document(std::string_view key) const;
  /// Throws when there is a member besides `id`, `do` and these.
  void only(std::initializer_list<std::string_view> keys) const;

 private:
  [[nodiscard]] std::uint32_t need(std::string_view key) const;
  const paidan::syntax::Tree& tree_;
};

/// Run `read` and put `key` before the paths of the errors it throws.
template <class Read>
auto inside(std::string_view key, Read&& read) {
  try {
    return read();
  } catch (const paidan::InvalidInput& wrong) {
    std::vector<paidan::Error> errors = wrong.errors();
    for (paidan::Error& error : errors) {
      const bool joined = error.path.empty() || error.path.front() == '[';
      error.path = std::string(key) + (joined ? "" : ".") + error.path;
    }
    throw paidan::InvalidInput(std::move(errors));
  }
}

}  // namespace paidan_cli
