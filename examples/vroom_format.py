"""A day in VROOM's format: the input as VROOM takes it, the answer as VROOM gives it."""

import pathlib
import warnings

from paidan import desk

asked = pathlib.Path(__file__).parent / "data" / "vroom.json"

# What is taken otherwise than VROOM would is said: here that breaks are only taken where a vehicle stops.
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    answer = desk.plan_vroom(asked.read_bytes())
print(*(notice.message for notice in said), sep="\n")
assert len(said) == 1

for route in answer["routes"]:
    print(f"vehicle {route['vehicle']}, cost {route['cost']}:")
    for step in route["steps"]:
        print(f"  {step['arrival']:>6} {step['type']} {step.get('id', '')}")
summary = answer["summary"]
assert (answer["code"], summary["unassigned"], summary["priority"]) == (0, 0, 10)
assert [step["type"] for step in answer["routes"][0]["steps"]] == ["start", "job", "break", "end"]
