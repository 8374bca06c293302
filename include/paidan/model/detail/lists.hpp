// Filling of `Lists`, apart from what every host that includes a problem has to compile.
#pragma once

#include <paidan/model/dense.hpp>

namespace paidan::inline PAIDAN_ABI {

template <class T>
void Lists<T>::push(std::span<const T> list) {
  values.insert(values.end(), list.begin(), list.end());
  offsets.push_back(static_cast<std::uint32_t>(values.size()));
}

}  // namespace paidan::inline PAIDAN_ABI
