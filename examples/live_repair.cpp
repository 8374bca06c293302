// A batch is matched; then orders come and go and a technician drops out. Every step repairs the optimum instead of
// solving again, and can be proven.
#include <iostream>
#include <paidan/paidan.hpp>
#include <vector>

using namespace paidan;

namespace {

/// Prints who has what, and checks that a solve from scratch is no cheaper.
bool tell(const char* what, const assign::LiveAssignment& live) {
  std::cout << what << ": cost " << live.cost() << ", technicians";
  for (std::uint32_t order = 0; order < live.rows(); ++order) {
    const std::uint32_t technician = live.column_of(order);
    std::cout << ' ' << (technician == assign::Assignment::unassigned ? "-" : std::to_string(technician));
  }
  std::cout << '\n';
  const assign::AssignmentTable table = live.table();
  return assign::certified(table.view(), live.assignment()) && assign::assign(table.view()).cost == live.cost();
}

}  // namespace

int main() {
  // Minutes of travel of four orders (rows) to three technicians (columns), who take two orders each, the second one at
  // five minutes more. Leaving an order alone costs 90.
  assign::AssignmentInput batch;
  batch.rows = 4;
  batch.columns = 3;
  batch.arcs = {{0, 0, 12}, {0, 1, 30}, {1, 0, 15}, {1, 2, 25}, {2, 1, 8}, {2, 2, 20}, {3, 0, 9}, {3, 1, 40}};
  batch.penalty = {90, 90, 90, 90};
  batch.slot_costs = {{0, 5}, {0, 5}, {0, 5}};
  assign::LiveAssignment live(batch);
  bool fine = tell("the batch", live);

  const assign::RowArc arcs[] = {{0, 10}, {2, 35}};
  const std::uint32_t order = live.add_row(arcs, 90);
  fine = tell("an order comes", live) && live.column_of(order) == 0 && fine;
  live.drop_column(0);
  fine = tell("technician 0 drops out", live) && fine;
  live.cancel_row(2);
  fine = tell("order 2 is cancelled", live) && fine;
  live.restore_column(0);
  fine = tell("technician 0 is back", live) && fine;
  const assign::Regret regret = live.regret(1, 0);
  std::cout << "order 1 with technician 0 would cost " << regret.cost << " more and move " << regret.moves.size()
            << " orders" << '\n';
  std::cout << "one more place of technician 0 would save " << live.slot_gain(0, 5) << '\n';
  try {
    live.set_arc(order, 7, 1);  // there is no technician 7: an error, and nothing has changed
    fine = false;
  } catch (const InvalidInput& wrong) {
    std::cout << wrong.errors().front().message(Language::zh) << '\n';
  }
  return tell("as before", live) && fine ? 0 : 1;
}
