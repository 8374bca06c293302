// A feasible plan that is changed in place and can take back what a step did.
#pragma once

#include <paidan/routing/detail/anneal/node.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// Chains of nodes with earliest and latest times; feasible between steps. The work of a change depends on how far its
/// effect reaches, not on the size of the plan. Copies share the ground. Not thread-safe.
///
/// Within a step, what is taken out is held by the caller, and each visit goes back by `insert` or `leave_out`.
class State {
 public:
  PAIDAN_EXPORT explicit State(const Ground& ground);

  [[nodiscard]] const Ground& ground() const { return *ground_; }
  [[nodiscard]] const Node* nodes() const { return nodes_.data(); }
  [[nodiscard]] const Node& node(Index node) const { return nodes_[node]; }
  /// The route of visits in no route. Its slack is hopeless, so one test covers "no room there" and "not there".
  [[nodiscard]] Index nowhere() const { return ground_->route_count(); }
  [[nodiscard]] bool placed(Index visit) const { return nodes_[visit].route != nowhere(); }
  [[nodiscard]] const std::int32_t* slack() const { return slack_.data(); }
  [[nodiscard]] Index size(Index route) const { return size_[route]; }
  /// Routes in use, and the ends of each.
  [[nodiscard]] std::span<const Index> active() const { return active_; }
  [[nodiscard]] std::span<const Ends> ends() const { return ends_; }
  /// Some route of this kind not in use, or `none`.
  [[nodiscard]] Index idle(Index kind) const { return idle_head_[kind]; }
  /// Visits left out.
  [[nodiscard]] std::span<const Index> absent() const { return absent_; }
  [[nodiscard]] const Tally& tally() const { return tally_; }
  /// Leg between the stops of two nodes that follow each other; an empty route goes nowhere.
  [[nodiscard]] std::int32_t leg(Index before, Index behind) const {
    if (!ground_->is_visit(before) && !ground_->is_visit(behind)) return 0;
    return ground_->leg(nodes_[before].stop, nodes_[behind].stop);
  }

  /// A new step: what was done before is kept.
  void begin() {
    ++step_;
    log_.clear();
    saved_.clear();
    switches_.clear();
    tally_before_ = tally_;
    absent_before_ = absent_;
  }
  /// Take back everything since `begin`: byte for byte.
  PAIDAN_EXPORT void rollback();
  /// A route must be remembered before it is changed.
  void touch(Index route) {
    if (touched(route)) return;
    touched_at_[route] = step_;
    remember(route);
  }
  [[nodiscard]] bool touched(Index route) const { return touched_at_[route] == step_; }
  /// The i-th route touched since `begin`.
  [[nodiscard]] std::size_t touched_count() const { return saved_.size(); }
  [[nodiscard]] Index touched_route(std::size_t i) const { return saved_[i].route; }

  /// Take the chain from `first` to `last` out of a touched route and append it to `out`. Times and ends of the route
  /// are wrong until `mend` is called for each cut and then `settle`.
  PAIDAN_EXPORT void cut(Index first, Index last, std::vector<Index>& out);
  /// Times again, outwards from where a chain was cut out behind `before`.
  void mend(Index before) {
    forward(nodes_[before].next);
    backward(before);
  }
  /// After mending, is the node behind a gap on time, and all behind it as far as the next gap? Not when the leg over
  /// the gap is longer than the way over what stood in it. To be asked behind every gap: whoever waits hides what comes
  /// later.
  [[nodiscard]] bool on_time(Index node) const {
    return nodes_[node].leaves - ground_->window(node).service <= nodes_[node].latest;
  }
  /// A route may have become idle or active, or have got other ends.
  PAIDAN_EXPORT void settle(Index route);
  /// Hand over the visits left out, to be tried again.
  PAIDAN_EXPORT void take_absent(std::vector<Index>& out);
  void leave_out(Index visit) {
    absent_.push_back(visit);
    tally_.missed += ground_->weight(visit);
  }
  /// Put a visit behind a node; room and times must have been tested.
  PAIDAN_EXPORT void insert(Index visit, Index after);
  /// What follows `a` and what follows `b` change places; room and times must have been tested. Their routes are
  /// different and in use, or one is `idle` of its kind and the other of another kind. To be able to take it back,
  /// touch both routes first.
  PAIDAN_EXPORT void exchange_tails(Index a, Index b);

 private:
  struct Logged {
    Index index;
    Node node;
  };
  struct Saved {
    Index route;
    Index size;
    std::int32_t slack;
  };
  struct Switch {
    Index route;
    Index position;  ///< in `active_` when the route was taken out of it; `none`: it was appended
  };

  PAIDAN_EXPORT void remember(Index route);
  PAIDAN_EXPORT void forward(Index node);
  PAIDAN_EXPORT void backward(Index node);
  std::int32_t link(Index before, Index behind);
  void activate(Index route);
  void deactivate(Index route);
  void read_ends(Index route);

  const Ground* ground_;
  std::vector<Node> nodes_;
  std::vector<std::int32_t> slack_;  // by route; last: nowhere
  std::vector<Index> size_;
  std::vector<Index> active_;
  std::vector<Ends> ends_;        // of the active ones
  std::vector<Index> position_;   // in `active_`, by route; `none`: idle
  std::vector<Index> idle_head_;  // stack of idle routes, by kind
  std::vector<Index> idle_next_;
  std::vector<Index> absent_;
  Tally tally_;

  std::uint64_t step_ = 0;
  std::vector<std::uint64_t> touched_at_;
  std::vector<Logged> log_;
  std::vector<Saved> saved_;
  std::vector<Switch> switches_;
  std::vector<Index> absent_before_;
  Tally tally_before_;
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/state.ipp>
#endif
