// Internal (only .ipp files include it). What a session keeps, by handle.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/desk/held.hpp>
#include <paidan/desk/session.hpp>
#include <paidan/syntax/errors.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk_detail {

/// One kept value; `kind` tells its type.
struct Kept {
  std::string_view kind;
  std::shared_ptr<const void> value;
  std::optional<Problem> problem;  ///< that it speaks of
};

class Shelf {
 public:
  template <class T>
  std::string keep(T value, std::optional<Problem> problem = {}) {
    if (kept_.size() >= desk::Session::max_handles) {
      throw InvalidInput({&syntax::errors::too_large,
                          "",
                          0,
                          {{"limit", std::to_string(desk::Session::max_handles)},
                           {"unit", "handles; drop some"},
                           {"unit_zh", "个句柄,请先drop"}}});
    }
    constexpr std::string_view kind = desk::held_kind<T>();
    std::string handle = std::string(kind) + std::to_string(next_++);
    kept_.emplace(handle, Kept{kind, std::make_shared<const T>(std::move(value)), std::move(problem)});
    return handle;
  }
  /// Throws naming the nearest handle of that kind.
  template <class T>
  const T& get(const std::string& handle, std::string_view key, std::optional<Problem>* problem = nullptr) const {
    constexpr std::string_view kind = desk::held_kind<T>();
    const auto found = kept_.find(handle);
    if (found != kept_.end() && found->second.kind == kind) {
      if (problem != nullptr) *problem = found->second.problem;
      return *static_cast<const T*>(found->second.value.get());
    }
    std::vector<std::string_view> known;
    for (const auto& [name, one] : kept_) {
      if (one.kind == kind) known.push_back(name);
    }
    throw InvalidInput(unknown_id({"handle", "句柄"}, handle, std::string(key), known));
  }
  void drop(const std::string& handle) {
    if (kept_.erase(handle) != 0) return;
    std::vector<std::string_view> known;
    for (const auto& [name, one] : kept_) known.push_back(name);
    throw InvalidInput(unknown_id({"handle", "句柄"}, handle, "handle", known));
  }
  [[nodiscard]] const std::map<std::string, Kept>& all() const { return kept_; }

 private:
  std::map<std::string, Kept> kept_;
  std::int64_t next_ = 1;
};

}  // namespace desk_detail
}  // namespace paidan::inline PAIDAN_ABI
