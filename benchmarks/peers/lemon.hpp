// The same problem as a network for LEMON's two best algorithms: every order sends one unit to the sink, through a
// technician and one of the parallel slot arcs, or straight at its penalty.
#pragma once

#include "../instances/assignment.hpp"

#include <lemon/capacity_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdint>
#include <stdexcept>
#include <vector>

namespace paidan_bench {

class LemonNetwork {
 public:
  using Graph = lemon::SmartDigraph;
  using Simplex = lemon::NetworkSimplex<Graph, int, std::int64_t>;
  using Scaling = lemon::CapacityScaling<Graph, int, std::int64_t>;

  explicit LemonNetwork(const AssignmentInstance& instance) : cost_(graph_), upper_(graph_), supply_(graph_) {
    const std::size_t arcs = instance.column.size() + instance.slot_cost.size() + instance.rows;
    graph_.reserveNode(static_cast<int>(instance.rows + instance.columns + 1));
    graph_.reserveArc(static_cast<int>(arcs));
    std::vector<Graph::Node> orders, technicians;
    for (std::uint32_t i = 0; i < instance.rows; ++i) orders.push_back(graph_.addNode());
    for (std::uint32_t j = 0; j < instance.columns; ++j) technicians.push_back(graph_.addNode());
    for (const Graph::Node technician : technicians) supply_[technician] = 0;
    const Graph::Node sink = graph_.addNode();
    const auto join = [&](Graph::Node from, Graph::Node to, std::int64_t cost) {
      const Graph::Arc arc = graph_.addArc(from, to);
      cost_[arc] = cost;
      upper_[arc] = 1;
    };
    for (std::uint32_t i = 0; i < instance.rows; ++i) {
      supply_[orders[i]] = 1;
      for (std::size_t e = instance.row_begin[i]; e < instance.row_begin[i + 1]; ++e) {
        join(orders[i], technicians[instance.column[e]], instance.cost[e]);
      }
      join(orders[i], sink, instance.plain_penalty(i));
    }
    for (std::uint32_t j = 0; j < instance.columns; ++j) {
      for (std::size_t s = instance.slot_begin[j]; s < instance.slot_begin[j + 1]; ++s) {
        join(technicians[j], sink, instance.slot_cost[s]);
      }
    }
    supply_[sink] = -static_cast<int>(instance.rows);
  }

  template <typename Algorithm>
  void load(Algorithm& algorithm) const {
    algorithm.upperMap(upper_).costMap(cost_).supplyMap(supply_);
  }

  [[nodiscard]] const Graph& graph() const { return graph_; }

 private:
  Graph graph_;
  Graph::ArcMap<std::int64_t> cost_;
  Graph::ArcMap<int> upper_;
  Graph::NodeMap<int> supply_;
};

/// One of LEMON's algorithms with everything it copies from the graph; `run` can be timed again and again.
template <typename Algorithm>
class LemonSolver {
 public:
  explicit LemonSolver(const LemonNetwork& network) : algorithm_(network.graph()) { network.load(algorithm_); }

  void run() {
    if (algorithm_.run() != Algorithm::OPTIMAL) throw std::logic_error("LEMON says that there is no optimum");
  }
  [[nodiscard]] std::int64_t cost() const { return algorithm_.template totalCost<std::int64_t>(); }

 private:
  Algorithm algorithm_;
};

}  // namespace paidan_bench
