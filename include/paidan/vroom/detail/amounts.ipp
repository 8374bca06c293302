#pragma once

#include <paidan/vroom/detail/translator.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// Amounts as parts: whole steps, of which an order takes few enough. Needs rounded up and stock rounded down never
/// overload anybody.
PAIDAN_INLINE void Translator::read_amounts() {
  const std::size_t kinds = !in_.vehicles[0].capacity ? 0 : in_.vehicles[0].capacity->size();
  const auto fits = [&](const std::string& path, std::string_view field, const Numbers& amounts) {
    bool fine = amounts.size() == kinds;
    if (!fine) {
      fail(wrong::other_amounts, path + "." + std::string(field),
           {{"field", std::string(field)},
            {"count", std::to_string(amounts.size())},
            {"expected", std::to_string(kinds)}});
    }
    for (std::size_t k = 0; k < amounts.size(); ++k) {
      fine = check_range(errors, path + "." + at(field, k), field, amounts[k], 0, most_amount) && fine;
    }
    return fine;
  };
  bool fine = true;
  for (std::size_t i = 0; i < in_.jobs.size(); ++i) {
    const vroom::Job& job = in_.jobs[i];
    if (!job.delivery.empty()) fine = fits(at("jobs", i), "delivery", job.delivery) && fine;
    if (!job.pickup.empty()) fine = fits(at("jobs", i), "pickup", job.pickup) && fine;
  }
  for (std::size_t i = 0; i < in_.vehicles.size(); ++i) {
    if (in_.vehicles[i].capacity) {
      fine = fits(at("vehicles", i), "capacity", *in_.vehicles[i].capacity) && fine;
    } else if (kinds > 0) {
      say(said::no_capacity, at("vehicles", i));
    }
  }
  if (!fine) return;
  const auto of = [](const Numbers& amounts, std::size_t k) { return k < amounts.size() ? amounts[k] : 0; };
  bool any = kinds == 0;
  for (std::size_t k = 0; k < kinds; ++k) {
    std::int64_t common = 0;
    std::int64_t most = 0;
    std::int64_t sum = 0;
    bool brings = false;
    bool fetches = false;
    for (const vroom::Job& job : in_.jobs) {
      const std::int64_t amount = of(job.delivery, k) + of(job.pickup, k);
      common = std::gcd(common, amount);
      most = std::max(most, amount);
      sum += amount;
      brings = brings || of(job.delivery, k) > 0;
      fetches = fetches || of(job.pickup, k) > 0;
    }
    if (most == 0) continue;
    any = true;
    const auto up = [](std::int64_t amount, std::int64_t step) { return (amount + step - 1) / step; };
    const std::int64_t coarse = std::max(up(most, most_need), up(sum, most_stock));
    const std::int64_t step = common >= coarse ? common : coarse;
    if (step != common) {
      say(said::amounts_rounded, "", {{"kind", std::to_string(k)}, {"step", std::to_string(step)}});
    }
    if (brings && fetches) say(said::amounts_added, "", {{"kind", std::to_string(k)}});
    const std::string part = std::string("amount ") + std::to_string(k);
    for (std::size_t i = 0; i < in_.jobs.size(); ++i) {
      const std::int64_t units = up(of(in_.jobs[i].delivery, k) + of(in_.jobs[i].pickup, k), step);
      if (units > 0) data.orders[i].parts.push_back({part, static_cast<std::int32_t>(units)});
    }
    for (std::size_t i = 0; i < in_.vehicles.size(); ++i) {
      const std::int64_t held = in_.vehicles[i].capacity ? of(*in_.vehicles[i].capacity, k) / step : 0;
      if (held > 0) data.technicians[i].parts.push_back({part, static_cast<std::int32_t>(std::min(held, most_stock))});
    }
  }
  if (!any) say(said::no_amounts, "vehicles[0].capacity");
}

}  // namespace vroom_detail
}  // namespace paidan::inline PAIDAN_ABI
