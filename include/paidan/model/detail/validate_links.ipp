#pragma once

#include <paidan/model/detail/checker.ipp>
#include <paidan/model/detail/crews.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

PAIDAN_INLINE void Checker::check_crew(const Spot& spot, const Order& order) {
  const std::size_t before = errors_.total();
  check_field<&Order::crew>(spot, order);
  for (std::int32_t number = 2; number <= order.crew && errors_.total() == before; ++number) {
    const std::string id = crew_mate_id(order, number);
    const std::size_t other = order_table_.find(id);
    if (other != IdTable::npos)
      fail(errors::crew_id_taken, spot.at("crew"), {{"id", id}, {"first", Spot("orders", other).text()}});
  }
}

PAIDAN_INLINE void Checker::check_links(const Spot& spot, const Order& order) {
  for (std::size_t k = 0; k < order.links.size(); ++k) {
    const Link& link = order.links[k];
    const Spot here = spot.at("links", k);
    check_amount(here.at("minimum_gap"), link.minimum_gap.seconds, largest_duration_s);
    check_amount(here.at("maximum_gap"), link.maximum_gap.seconds, largest_duration_s);
    if (link.minimum_gap > link.maximum_gap) {
      fail(errors::gap_below_gap, here,
           {{"minimum", std::to_string(link.minimum_gap.seconds)},
            {"maximum", std::to_string(link.maximum_gap.seconds)}});
    }
    check_known(here.at("order"), link.order, nouns::order, order_table_);
    if (!link.order.empty() && link.order == order.id) fail(errors::linked_to_itself, here.at("order"));
  }
  check_once(
      spot, "links", order.links, [](const Link& link) -> std::string_view { return link.order; }, nouns::link);
}

/// Can all gaps be kept at once? They cannot where some of them, one after the other, lead back to an order sooner than
/// it starts (Bellman and Ford's test of difference constraints).
PAIDAN_INLINE void Checker::check_gaps() {
  struct Gap {
    std::size_t from = 0;
    std::size_t to = 0;
    std::int64_t seconds = 0;  ///< `to` starts at most so much after `from`
    std::size_t link = 0;
    std::size_t order = 0;
  };
  std::vector<Gap> gaps;
  for (std::size_t i = 0; i < data_.orders.size(); ++i) {
    for (std::size_t k = 0; k < data_.orders[i].links.size(); ++k) {
      const Link& link = data_.orders[i].links[k];
      const std::size_t first = order_table_.find(link.order);
      gaps.push_back({first, i, link.maximum_gap.seconds, k, i});
      gaps.push_back({i, first, -link.minimum_gap.seconds, k, i});
    }
  }
  if (gaps.empty()) return;
  std::vector<std::int64_t> start(data_.orders.size(), 0);
  std::vector<std::size_t> by(data_.orders.size(), gaps.size());
  std::size_t moved = gaps.size();
  // Without a contradiction a start is final after as many rounds as there are linked orders. By turns forward and
  // backward, since orders that follow each other in a row are mostly given so, and are then through in one.
  for (std::size_t round = 0; round <= gaps.size() && (round == 0 || moved != gaps.size()); ++round) {
    moved = gaps.size();
    for (std::size_t k = 0; k < gaps.size(); ++k) {
      const std::size_t g = round % 2 == 0 ? k : gaps.size() - 1 - k;
      if (start[gaps[g].from] + gaps[g].seconds >= start[gaps[g].to]) continue;
      start[gaps[g].to] = start[gaps[g].from] + gaps[g].seconds;
      by[gaps[g].to] = g;
      moved = g;
    }
  }
  if (moved == gaps.size()) return;
  // Back along the gaps that moved starts, as often as there are orders, one stands in the circle.
  std::size_t at = gaps[moved].to;
  for (std::size_t i = 0; i < data_.orders.size(); ++i) at = gaps[by[at]].from;
  std::string names;
  const std::size_t first = at;
  do {
    if (!names.empty()) names += ", ";
    names += data_.orders[at].id;
    at = gaps[by[at]].from;
  } while (at != first);
  const Gap& gap = gaps[by[first]];
  row_ = row(rows_.orders, gap.order);
  fail(errors::gaps_exclude_each_other, Spot("orders", gap.order).at("links", gap.link), {{"orders", names}});
  row_ = 0;
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
