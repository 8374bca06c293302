#pragma once

#include <paidan/vroom/detail/translator.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// Hours may be counted from a morning or from 1970: whatever lies long before the first time that is named is cut off.
PAIDAN_INLINE void Translator::find_horizon() {
  std::int64_t least = INT64_MAX;
  const auto look = [&](const Numbers& window) {
    if (!window.empty() && window[0] >= 0) least = std::min(least, window[0]);
  };
  for (const vroom::Job& job : in_.jobs) {
    for (const Numbers& window : job.time_windows) look(window);
  }
  for (const vroom::Vehicle& vehicle : in_.vehicles) {
    if (vehicle.time_window) look(*vehicle.time_window);
    for (const vroom::VehicleBreak& pause : vehicle.breaks) {
      for (const Numbers& window : pause.time_windows) look(window);
    }
  }
  if (least == INT64_MAX) least = 0;
  least = std::min(least, std::int64_t{1} << 53);
  first_ = std::max<std::int64_t>(0, least - horizon_s);
  last_ = least + horizon_s - 1;  // a second is left for ends that are not included
  data.origin = {first_};
}

PAIDAN_INLINE bool Translator::read_window(const std::string& path, std::string_view field, const Numbers& window,
                                           Span& out) {
  if (window.size() != 2) {
    fail(wrong::pair_expected, path,
         {{"field", std::string(field)},
          {"first", "start"},
          {"second", "end"},
          {"count", std::to_string(window.size())}});
    return false;
  }
  for (std::size_t k = 0; k < 2; ++k) {
    if (window[k] >= 0) continue;
    fail(errors::negative, path + "[" + std::to_string(k) + "]",
         {{"field", std::string(field)}, {"value", std::to_string(window[k])}});
    return false;
  }
  if (window[1] < window[0]) {
    fail(wrong::window_ends_early, path,
         {{"field", std::string(field)}, {"start", std::to_string(window[0])}, {"end", std::to_string(window[1])}});
    return false;
  }
  if (window[0] > last_) {
    fail(wrong::times_too_far_apart, path + "[0]",
         {{"field", std::string(field)}, {"value", std::to_string(window[0])}, {"last", std::to_string(last_)}});
    return false;
  }
  if (window[1] > last_ && cut_++ == 0) {
    cut_path_ = path + "[1]";
    cut_value_ = window[1];
  }
  out = {window[0], std::min(window[1], last_)};
  return true;
}

PAIDAN_INLINE void Translator::check_ids() {
  const auto once = [&](std::string_view list, const auto& items, const NounWord& noun, const std::string& below) {
    std::map<std::int64_t, std::size_t> first;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto [place, fresh] = first.emplace(items[i].id, i);
      if (fresh) continue;
      fail(errors::duplicate_id, below + at(list, i) + ".id",
           {{"noun", std::string(noun.en)},
            {"noun_zh", std::string(noun.zh)},
            {"id", std::to_string(items[i].id)},
            {"first", below + at(list, place->second)}});
    }
  };
  once("jobs", in_.jobs, {"job", "任务"}, "");
  once("vehicles", in_.vehicles, {"vehicle", "车辆"}, "");
  for (std::size_t i = 0; i < in_.vehicles.size(); ++i) {
    once("breaks", in_.vehicles[i].breaks, {"break", "休息"}, at("vehicles", i) + ".");
  }
}

}  // namespace vroom_detail
}  // namespace paidan::inline PAIDAN_ABI
