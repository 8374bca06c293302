"""A day in VROOM's format: the input as VROOM takes it, the answer as VROOM gives it."""

import json
import warnings

from paidan import desk

asked = {
    "vehicles": [
        {
            "id": 1,
            "start_index": 0,
            "end_index": 0,
            "skills": [1],
            "time_window": [28_800, 43_200],
            "breaks": [{"id": 1, "service": 900, "time_windows": [[34_200, 37_800]]}],
        },
        {"id": 2, "start_index": 0, "capacity": [2]},
    ],
    "jobs": [
        {"id": 11, "location_index": 1, "service": 1_800, "skills": [1], "time_windows": [[32_400, 36_000]]},
        {"id": 12, "location_index": 2, "service": 1_800, "delivery": [1], "priority": 10},
        {"id": 13, "location_index": 3, "service": 1_800, "setup": 300, "delivery": [1]},
    ],
    "matrices": {
        "car": {"durations": [[0, 600, 900, 700], [600, 0, 500, 800], [900, 500, 0, 400], [700, 800, 400, 0]]}
    },
}
asked["vehicles"][0]["capacity"] = [0]

# What is taken otherwise than VROOM would is said: here that breaks are only taken where a vehicle stops.
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    answer = desk.plan_vroom(json.dumps(asked))
print(*(notice.message for notice in said), sep="\n")
assert len(said) == 1

for route in answer["routes"]:
    print(f"vehicle {route['vehicle']}, cost {route['cost']}:")
    for step in route["steps"]:
        print(f"  {step['arrival']:>6} {step['type']} {step.get('id', '')}")
summary = answer["summary"]
assert (answer["code"], summary["unassigned"], summary["priority"]) == (0, 0, 10)
assert [step["type"] for step in answer["routes"][0]["steps"]] == ["start", "job", "break", "end"]
