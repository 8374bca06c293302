"""VROOM's input and output, judged by a checker that shares no code with ours."""

import copy
import json
import os
import pathlib
import subprocess
import warnings
from collections.abc import Iterator
from typing import Any

import paidan
import pytest
from paidan import desk
from vroom_door import checker
from vroom_door.checker import faults
from vroom_door.draw import draw
from vroom_door.keys import known_keys, used_keys

ROOT = pathlib.Path(__file__).parents[2]
FILES = ROOT / "tests" / "data" / "vroom"
GOOD = sorted(FILES.glob("*.json"))
BAD = sorted((FILES / "refused").glob("*.json"))
DRAWN = int(os.environ.get("PAIDAN_VROOM_DRAWN", "150"))


def planned(asked: Any, **options: Any) -> tuple[dict[str, Any], list[str]]:
    """The answer, and what was said besides."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        answer = desk.plan_vroom(json.dumps(asked), **options)
    return answer, [str(one.message) for one in said]


def codes(wrong: paidan.InvalidInput) -> list[tuple[str, str]]:
    return [(error.code, error.path) for error in wrong.errors]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_every_file_gives_a_valid_answer(path: pathlib.Path) -> None:
    asked = json.loads(path.read_text(encoding="utf-8"))
    answer, _ = planned(asked)
    assert faults(asked, answer) == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_what_is_not_supported_is_refused_and_every_error_has_its_place(path: pathlib.Path) -> None:
    with pytest.raises(paidan.InvalidInput) as caught:
        desk.plan_vroom(path.read_bytes())
    for error in caught.value.errors:
        assert error.code
        assert error.message("zh")
        if error.code != "unknown_field":  # its path is the object's
            assert error.path.split("[")[0].split(".")[0] in ("jobs", "vehicles", "matrices", "shipments")


def test_shipments_are_refused_in_so_many_words() -> None:
    with pytest.raises(paidan.InvalidInput, match=r"shipments: shipments \(1\) are not supported") as caught:
        desk.plan_vroom((FILES / "refused" / "shipments.json").read_text())
    assert codes(caught.value) == [("shipments_not_supported", "shipments")]


def test_several_mistakes_are_told_at_once() -> None:
    with pytest.raises(paidan.InvalidInput) as caught:
        desk.plan_vroom((FILES / "refused" / "windows.json").read_text())
    assert codes(caught.value) == [
        ("window_ends_early", "jobs[0].time_windows[0]"),
        ("pair_expected", "jobs[0].time_windows[1]"),
        ("negative", "jobs[0].time_windows[2][0]"),
        ("times_too_far_apart", "jobs[1].time_windows[0][0]"),
        ("pair_expected", "vehicles[0].time_window"),
    ]


def test_the_files_use_every_key_that_the_reader_knows() -> None:
    supported, refused = known_keys(desk.schema("VroomInput"))
    assert len(supported) > 40
    used = set().union(*(used_keys(json.loads(path.read_text(encoding="utf-8"))) for path in GOOD))
    assert used - {"shipments"} == supported
    assert "shipments" in used  # an empty list is none
    tried = set().union(*(used_keys(json.loads(path.read_text(encoding="utf-8"))) for path in BAD))
    assert refused <= tried


def test_drawn_inputs_give_valid_answers() -> None:
    seen: set[str] = set()
    for seed in range(DRAWN):
        asked = draw(seed)
        seen |= used_keys(asked)
        try:
            answer, _ = planned(asked, iterations=200)
        except paidan.InvalidInput as wrong:
            pytest.fail(f"seed {seed}: {codes(wrong)}")
        assert faults(asked, answer) == [], f"seed {seed}"
    assert len(seen) > 40


def test_the_checker_finds_what_is_wrong() -> None:
    asked = json.loads((FILES / "together.json").read_text(encoding="utf-8"))
    answer, _ = planned(asked)
    assert faults(asked, answer) == []
    found = 0
    for path, spoilt in _spoilt(answer):
        found += 1
        assert faults(asked, spoilt) != [], path
    assert found > 80


def _spoilt(answer: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Each number of the answer one higher; each route, step and unassigned job gone."""

    def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from places(inner, (*path, key))
        elif isinstance(value, list):
            for k, inner in enumerate(value):
                if isinstance(inner, dict):
                    yield (*path, k)
                yield from places(inner, (*path, k))
        elif isinstance(value, int):
            yield path

    for *parents, last in places(answer):
        spoilt = copy.deepcopy(answer)
        holder: Any = spoilt
        for key in parents:
            holder = holder[key]
        if isinstance(holder[last], int):
            holder[last] += 1
        else:
            del holder[last]
        yield (*parents, last), spoilt


def test_what_was_taken_otherwise_is_said() -> None:
    def said(name: str) -> list[str]:
        return planned(json.loads((FILES / f"{name}.json").read_text(encoding="utf-8")), iterations=0)[1]

    assert said("least") == []
    for name, words in {
        "job_location": "straight lines",
        "job_delivery_and_pickup": "on board all day",
        "job_amounts_large": "in steps of",
        "job_setup": "falls away",
        "vehicle_without_capacity": "holds nothing",
        "vehicle_speed_factor_between": "was taken as 1.33",
        "vehicle_breaks": "never in the middle of a way",
        "times_without_end": "4294967295",
        "vehicle_capacity_alone": "no job has an amount",
    }.items():
        assert any(words in one for one in said(name)), name


def test_priorities_do_not_make_others_worthless() -> None:
    """Who fits is served, however little it weighs beside the others."""
    durations = [[abs(a - b) * 60 for b in range(41)] for a in range(41)]
    jobs = [{"id": k, "location_index": k, "service": 60, "priority": 100 * (k % 2)} for k in range(1, 41)]
    vehicles = [{"id": k, "start_index": 0, "end_index": 0, "time_window": [0, 20_000]} for k in range(2)]
    asked = {"jobs": jobs, "vehicles": vehicles, "matrices": {"car": {"durations": durations}}}
    answer, _ = planned(asked)
    assert faults(asked, answer) == []
    assert answer["summary"]["unassigned"] == 0
    assert answer["summary"]["cost"] == 2 * 40 * 60


# ---------------------------------------------------------------- doors


def program(*words: str, text: str = "") -> subprocess.CompletedProcess[str]:
    path = os.environ.get("PAIDAN_CLI", "")
    if not path:
        pytest.skip("PAIDAN_CLI does not name the program")
    return subprocess.run([path, *words], input=text, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_every_door_gives_the_same_answer(tmp_path: pathlib.Path) -> None:
    path = FILES / "together.json"
    asked = json.loads(path.read_text(encoding="utf-8"))
    answer = planned(asked, iterations=500, seed=3, lanes=2)[0]
    options = ["--iterations", "500", "--seed", "3", "--lanes", "2", "--threads", "2"]
    for words in (["plan", "--format", "vroom"], ["plan", "--format=vroom"], ["plan_vroom"], ["plan-vroom"]):
        done = program(*words, str(path), *options)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout) == answer
        assert "falls away" in done.stderr
    output = tmp_path / "out.json"
    done = program("plan", "--format", "vroom", "-", *options, "--output", str(output), text=json.dumps(asked))
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads(output.read_text(encoding="utf-8")) == answer
    request = {"id": 1, "do": "plan_vroom", "iterations": 500, "seed": 3, "lanes": 2}
    for document in (asked, json.dumps(asked)):
        reply = json.loads(desk.Session().answer(json.dumps(request | {"document": document})))
        assert reply["ok"]
        assert reply["result"] == answer
        assert "setup_where_it_starts" in [notice["code"] for notice in reply["notices"]]


def test_what_means_nothing_beside_a_format_is_refused() -> None:
    path = str(FILES / "least.json")
    for words, code in [
        (["plan", "--format", "vrom", path], "unknown_value"),
        (["plan", path, "--format"], "value_needed"),
        (["plan", "--format", "vroom", "--format", "vroom", path], "repeated_option"),
        (["plan", "--format", "vroom", path, "--start", path], "unknown_option"),
        (["plan", "--format", "vroom", path, "--zone", "UTC"], "unknown_option"),
        (["plan", "--format", "vroom"], "option_needed"),
        (["evaluate", "--format", "vroom", path], "unknown_option"),
        (["plan", "--format", "vroom", path, "--lanes", "65"], "out_of_range"),
    ]:
        done = program(*words)
        assert done.returncode == 2, words
        assert code in [error["code"] for error in json.loads(done.stderr)["errors"]], words
    assert "plan_vroom" in program("plan", "--help").stdout
    assert "--iterations" in program("plan", "--format", "vroom", "--help").stdout


def test_the_schema_of_answers_has_the_keys_that_the_checker_knows() -> None:
    schema = desk.schema("VroomAnswer")
    keys = {name: set(one["properties"]) for name, one in schema["$defs"].items() if "properties" in one}
    assert keys["VroomStep"] == checker.STEP_KEYS
    assert keys["VroomSummary"] == checker.TOTAL_KEYS | {"routes", "unassigned"}
    assert keys["VroomRoute"] == checker.TOTAL_KEYS | {"vehicle", "description", "steps"}
