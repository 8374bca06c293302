// Owning pointers without <memory>, which costs every file that includes a public header a sixth of a second.
#pragma once

#include <paidan/config.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

namespace core_detail {
/// Stands before the value in one allocation.
struct Count {
  std::size_t uses = 1;
  void (*destroy)(Count*) = nullptr;
};
template <class T>
struct Counted : Count {
  T value;
  template <class... Args>
  explicit Counted(Args&&... args) : value(std::forward<Args>(args)...) {
    destroy = [](Count* count) { delete static_cast<Counted*>(count); };
  }
};
}  // namespace core_detail

/// A counted handle: copies share the value, the last one ends it. Counting is safe between threads. T may be
/// incomplete where the handle is only held.
template <class T>
class Shared {
 public:
  constexpr Shared() = default;
  constexpr Shared(std::nullptr_t) {}  // NOLINT(google-explicit-constructor): no value
  Shared(const Shared& other) : value_(other.value_), count_(other.count_) { grab(); }
  Shared(Shared&& other) noexcept : value_(other.value_), count_(other.count_) { other.forget(); }
  /// Of something derived, or not const.
  template <class U>
  requires requires(U* from) { static_cast<T*>(from); }
  Shared(Shared<U> other)  // NOLINT(google-explicit-constructor)
      : value_(other.value_), count_(other.count_) {
    other.forget();
  }
  Shared& operator=(Shared other) noexcept {
    std::swap(value_, other.value_);
    std::swap(count_, other.count_);
    return *this;
  }
  ~Shared() {
    if (count_ != nullptr && __atomic_sub_fetch(&count_->uses, 1, __ATOMIC_ACQ_REL) == 0) count_->destroy(count_);
  }

  [[nodiscard]] T* get() const { return value_; }
  T& operator*() const { return *value_; }
  T* operator->() const { return value_; }
  explicit operator bool() const { return value_ != nullptr; }
  friend bool operator==(const Shared& a, std::nullptr_t) { return a.value_ == nullptr; }
  friend bool operator==(const Shared& a, const Shared& b) { return a.value_ == b.value_; }

 private:
  template <class>
  friend class Shared;
  template <class U, class... Args>
  friend Shared<U> new_shared(Args&&... args);

  void grab() {
    if (count_ != nullptr) __atomic_fetch_add(&count_->uses, 1, __ATOMIC_RELAXED);
  }
  void forget() {
    value_ = nullptr;
    count_ = nullptr;
  }

  T* value_ = nullptr;
  core_detail::Count* count_ = nullptr;
};

template <class T, class... Args>
[[nodiscard]] Shared<T> new_shared(Args&&... args) {
  auto* const made = new core_detail::Counted<T>(std::forward<Args>(args)...);
  Shared<T> handle;
  handle.value_ = &made->value;
  handle.count_ = made;
  return handle;
}

/// The only owner of a value, which may be incomplete where it is only held.
template <class T>
class Owned {
 public:
  constexpr Owned() = default;
  Owned(Owned&& other) noexcept
      : value_(std::exchange(other.value_, nullptr)), destroy_(std::exchange(other.destroy_, nullptr)) {}
  Owned& operator=(Owned other) noexcept {
    std::swap(value_, other.value_);
    std::swap(destroy_, other.destroy_);
    return *this;
  }
  ~Owned() {
    if (value_ != nullptr) destroy_(value_);
  }
  [[nodiscard]] T* get() const { return value_; }
  T& operator*() const { return *value_; }
  T* operator->() const { return value_; }
  explicit operator bool() const { return value_ != nullptr; }

 private:
  template <class U, class... Args>
  friend Owned<U> new_owned(Args&&... args);
  T* value_ = nullptr;
  void (*destroy_)(T*) = nullptr;
};

template <class T, class... Args>
[[nodiscard]] Owned<T> new_owned(Args&&... args) {
  Owned<T> owned;
  if constexpr (std::is_constructible_v<T, Args...>) {
    owned.value_ = new T(std::forward<Args>(args)...);
  } else {
    owned.value_ = new T{std::forward<Args>(args)...};  // an aggregate
  }
  owned.destroy_ = [](T* value) { delete value; };
  return owned;
}

}  // namespace paidan::inline PAIDAN_ABI
