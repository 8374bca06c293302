"""A batch is matched; then orders come and go and a technician drops out. Every step repairs the optimum, provably."""

import numpy as np
import paidan

# Minutes of travel of four orders (rows) to three technicians (columns), who take two orders each, the second one at five
# minutes more. Leaving an order alone costs 90.
minutes = np.array([[12, 30, 0], [15, 0, 25], [0, 8, 20], [9, 40, 0]])
live = paidan.LiveAssignment(minutes, unassigned=90, slot_costs=[0, 5], allowed=minutes > 0)


def tell(what: str) -> None:
    """Print who has what, and check that a solve from scratch is no cheaper."""
    state = live.assignment()
    print(f"{what}: cost {state.cost}, technicians {state.column_of_row.tolist()}")
    table = live.table()
    again = paidan.assign(table, unassigned=table.penalty, slot_costs=table.slot_costs)
    assert state.certified
    assert again.cost == state.cost


tell("the batch")
order = live.add_row({0: 10, 2: 35}, penalty=90)
tell("an order comes")
assert live.column_of(order) == 0
live.drop_column(0)
tell("technician 0 drops out")
live.cancel_row(2)
tell("order 2 is cancelled")
live.restore_column(0)
tell("technician 0 is back")
regret = live.regret(1, 0)
print(f"order 1 with technician 0 would cost {regret.cost} more and move {len(regret.moves)} orders")
print(f"one more place of technician 0 would save {live.slot_gain(0, 5)}")
try:
    live.set_arc(order, 7, 1)  # there is no technician 7: an error, and nothing has changed
except paidan.InvalidInput as wrong:
    print(wrong.message("zh"))
tell("as before")
