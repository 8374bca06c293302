// Internal (only .ipp files include it). Eight arcs side by side, as the kernel of the assignment reads them, and the
// two scans it spends its time in.
#pragma once

#include <paidan/config.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>

#if defined(__linux__)
#include <sys/mman.h>
#endif
#if defined(__x86_64__) && defined(__GNUC__)
#define PAIDAN_MATCHING_AVX2 1
#include <immintrin.h>
#endif

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

inline constexpr std::uint32_t lanes = 8;

/// Beyond every price and distance that can occur; two of them still add up.
template <class C>
inline constexpr C far_away = sizeof(C) == 4 ? C{1} << 29 : static_cast<C>(std::int64_t{1} << 61);

/// One cache line with 32-bit costs. Unused lanes lead to index 0, which is infinitely dear.
template <class C>
struct alignas(sizeof(C) == 4 ? 64 : 32) ArcBlock {
  std::int32_t to[lanes];
  C cost[lanes];
};

/// A vector's memory that nobody clears before it is written.
template <class T>
struct Uncleared : std::allocator<T> {
  template <class U>
  struct rebind {
    using other = Uncleared<U>;
  };
#if defined(__linux__)
  /// Millions of arcs are visited in no order: with pages of 2 MiB nearly every visit finds its address translated.
  T* allocate(std::size_t count) {
    if (count * sizeof(T) < 2 * huge_page) return std::allocator<T>::allocate(count);
    const std::size_t bytes = (count * sizeof(T) + huge_page - 1) / huge_page * huge_page;
    void* memory = ::operator new (bytes, std::align_val_t{huge_page});
    ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish; without it everything is as before
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) noexcept {
    if (count * sizeof(T) < 2 * huge_page) {
      std::allocator<T>::deallocate(memory, count);
    } else {
      ::operator delete (memory, std::align_val_t{huge_page});
    }
  }
  static constexpr std::size_t huge_page = std::size_t{1} << 21;
#endif

  template <class U>
  void construct(U* place) noexcept {
    ::new (static_cast<void*>(place)) U;
  }
  template <class U, class... Arguments>
  void construct(U* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place)) U(std::forward<Arguments>(arguments)...);
  }
};

/// The cheapest arc at the present prices, and what the next best one costs.
template <class C>
struct TwoMin {
  C first;
  C second;
  std::int32_t to;
  C arc_cost;  ///< of the cheapest arc, without the price
};

/// The cheapest of the slots side by side, the next one, and where the first is.
template <class C>
struct Cheapest {
  C first;
  C second;
  std::uint32_t place;
};

/// Every scan comes in two equal forms; which one runs is a question of speed only. Of equally cheap arcs the one in
/// the lower lane wins, then the one in the lower block: what both forms can say fast.
struct ScalarScan {
  template <class C>
  static TwoMin<C> two_min(const ArcBlock<C>* block, std::uint32_t count, const C* price) {
    TwoMin<C> best{far_away<C> * 2 - 1, far_away<C> * 2 - 1, 0, 0};
    std::uint32_t best_lane = lanes;
    for (std::uint32_t b = 0; b < count; ++b) {
      for (std::uint32_t k = 0; k < lanes; ++k) {
        const C value = block[b].cost[k] + price[block[b].to[k]];
        if (value < best.first || (value == best.first && k < best_lane)) {
          best.second = best.first;
          best.first = value;
          best.to = block[b].to[k];
          best.arc_cost = block[b].cost[k];
          best_lane = k;
        } else if (value < best.second) {
          best.second = value;
        }
      }
    }
    return best;
  }

  template <class C>
  static Cheapest<C> cheapest(const C* price) {
    Cheapest<C> best{price[0], far_away<C>, 0};
    for (std::uint32_t k = 1; k < lanes; ++k) {
      const bool less = price[k] < best.first;
      best.second = less ? best.first : std::min(best.second, price[k]);
      best.place = less ? k : best.place;
      best.first = less ? price[k] : best.first;
    }
    return best;
  }

  /// Calls visit(to, cost, value) for every arc with value = cost + price < limit; visit answers the new limit.
  template <class C, class Visit>
  static void below(const ArcBlock<C>* block, std::uint32_t count, const C* price, C limit, const Visit& visit) {
    for (std::uint32_t b = 0; b < count; ++b) {
      for (std::uint32_t k = 0; k < lanes; ++k) {
        const C value = block[b].cost[k] + price[block[b].to[k]];
        if (value < limit) limit = visit(block[b].to[k], block[b].cost[k], value);
      }
    }
  }
};

#if defined(PAIDAN_MATCHING_AVX2)
#define PAIDAN_MATCHING_TARGET __attribute__((target("avx2")))

/// Eight 32-bit lanes at once; 64-bit costs take the plain form.
struct Avx2Scan {
  /// The smallest of the lanes, in every lane.
  PAIDAN_MATCHING_TARGET static __m256i lowest(__m256i value) {
    value = _mm256_min_epi32(value, _mm256_permute2x128_si256(value, value, 1));
    value = _mm256_min_epi32(value, _mm256_shuffle_epi32(value, 0x4e));
    return _mm256_min_epi32(value, _mm256_shuffle_epi32(value, 0xb1));
  }

  static bool available() { return __builtin_cpu_supports("avx2") != 0; }

  PAIDAN_MATCHING_TARGET static TwoMin<std::int32_t> two_min(const ArcBlock<std::int32_t>* block, std::uint32_t count,
                                                             const std::int32_t* price) {
    const __m256i huge = _mm256_set1_epi32(far_away<std::int32_t> * 2 - 1);
    __m256i first = huge;
    __m256i second = huge;
    __m256i to = _mm256_setzero_si256();
    __m256i arc = _mm256_setzero_si256();
    for (std::uint32_t b = 0; b < count; ++b) {
      const __m256i index = _mm256_load_si256(reinterpret_cast<const __m256i*>(block[b].to));
      const __m256i cost = _mm256_load_si256(reinterpret_cast<const __m256i*>(block[b].cost));
      const __m256i value = _mm256_add_epi32(cost, _mm256_i32gather_epi32(price, index, 4));
      const __m256i less = _mm256_cmpgt_epi32(first, value);
      second = _mm256_min_epi32(second, _mm256_max_epi32(first, value));
      first = _mm256_min_epi32(first, value);
      to = _mm256_blendv_epi8(to, index, less);
      arc = _mm256_blendv_epi8(arc, cost, less);
    }
    // The smallest over the lanes, and its lowest lane.
    const __m256i low = lowest(first);
    const auto equal = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(first, low))));
    const auto lane = static_cast<int>(__builtin_ctz(equal));
    const __m256i where = _mm256_cmpeq_epi32(_mm256_set1_epi32(lane), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    // In the winner's lane its second counts, in the others their first.
    const __m256i next = lowest(_mm256_min_epi32(second, _mm256_blendv_epi8(first, second, where)));
    const __m256i pick = _mm256_set1_epi32(lane);
    return {_mm256_cvtsi256_si32(low), _mm256_cvtsi256_si32(next),
            _mm256_cvtsi256_si32(_mm256_permutevar8x32_epi32(to, pick)),
            _mm256_cvtsi256_si32(_mm256_permutevar8x32_epi32(arc, pick))};
  }

  PAIDAN_MATCHING_TARGET static Cheapest<std::int32_t> cheapest(const std::int32_t* price) {
    const __m256i value = _mm256_load_si256(reinterpret_cast<const __m256i*>(price));
    const __m256i low = lowest(value);
    const auto equal = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(value, low))));
    const auto lane = static_cast<int>(__builtin_ctz(equal));
    const __m256i where = _mm256_cmpeq_epi32(_mm256_set1_epi32(lane), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    const __m256i others = _mm256_blendv_epi8(value, _mm256_set1_epi32(far_away<std::int32_t>), where);
    return {_mm256_cvtsi256_si32(low), _mm256_cvtsi256_si32(lowest(others)), static_cast<std::uint32_t>(lane)};
  }
  static Cheapest<std::int64_t> cheapest(const std::int64_t* price) { return ScalarScan::cheapest(price); }

  template <class Visit>
  PAIDAN_MATCHING_TARGET static void below(const ArcBlock<std::int32_t>* block, std::uint32_t count,
                                           const std::int32_t* price, std::int32_t limit, const Visit& visit) {
    for (std::uint32_t b = 0; b < count; ++b) {
      const __m256i index = _mm256_load_si256(reinterpret_cast<const __m256i*>(block[b].to));
      const __m256i cost = _mm256_load_si256(reinterpret_cast<const __m256i*>(block[b].cost));
      const __m256i value = _mm256_add_epi32(cost, _mm256_i32gather_epi32(price, index, 4));
      auto hits = static_cast<unsigned>(
          _mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpgt_epi32(_mm256_set1_epi32(limit), value))));
      if (hits == 0) continue;
      alignas(32) std::int32_t values[lanes];
      _mm256_store_si256(reinterpret_cast<__m256i*>(values), value);
      for (; hits != 0; hits &= hits - 1) {
        const auto k = static_cast<std::uint32_t>(__builtin_ctz(hits));
        if (values[k] < limit) limit = visit(block[b].to[k], block[b].cost[k], values[k]);
      }
    }
  }

  static TwoMin<std::int64_t> two_min(const ArcBlock<std::int64_t>* block, std::uint32_t count,
                                      const std::int64_t* price) {
    return ScalarScan::two_min(block, count, price);
  }
  template <class Visit>
  static void below(const ArcBlock<std::int64_t>* block, std::uint32_t count, const std::int64_t* price,
                    std::int64_t limit, const Visit& visit) {
    ScalarScan::below(block, count, price, limit, visit);
  }
};
#endif

}  // namespace assign_detail
}  // namespace paidan::inline PAIDAN_ABI
