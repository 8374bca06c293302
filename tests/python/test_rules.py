"""Decision tables from Python: judged by a matcher of its own, row by row."""

from __future__ import annotations

import datetime
import decimal
import pickle
import random
from pathlib import Path
from typing import Any

import numpy as np
import paidan
import pandas as pd
import pytest
from paidan import rules

D = decimal.Decimal

FEES = """call-out fee,U
kind,in,in,out,note
name,,distance,,
expression,service,km,fee,source
type,string,number,number,
allowed,,>= 0,,
r1,repair,[0..5],30,published list
r2,repair,> 5,30 + km,
r3,clean,-,20,
"""


@pytest.fixture
def table() -> rules.DecisionTable:
    return rules.DecisionTable.from_csv(FEES)


def test_a_table_decides_by_dict_or_keywords(table: rules.DecisionTable) -> None:
    decision = table.evaluate({"service": "repair", "km": D("5.0"), "unused": [1]})
    assert decision.value == D(30)
    assert isinstance(decision.value, D)
    assert decision.rules == ("r1",)
    assert decision.status is rules.DecisionStatus.decided
    assert table.evaluate(service="repair", km=7.1).value == D("37.1")  # the decimal that Python shows
    assert table.evaluate(service="sing", km=1).value is None
    assert (table.name, table.hit_policy, len(table)) == ("call-out fee", "unique", 3)
    assert (table.facts, table.inputs, table.outputs) == (("service", "km"), ("service", "distance"), ("fee",))


def test_a_file_is_as_good_as_its_text(tmp_path: Path, table: rules.DecisionTable) -> None:
    path = tmp_path / "fees.csv"
    path.write_text(table.to_csv(), encoding="utf-8-sig")
    assert rules.DecisionTable.from_csv(path) == table
    assert rules.DecisionTable.from_csv(str(path)) == table
    assert rules.DecisionTable.from_csv(path.read_bytes()) == table
    assert pickle.loads(pickle.dumps(table)) == table
    assert hash(pickle.loads(pickle.dumps(table))) == hash(table)
    path.write_text(FEES.replace("> 5", "> five"), encoding="utf-8")
    with pytest.raises(paidan.InvalidInput, match=r"fees\.csv: C8 \(distance\), row 8: .*unknown name 'five'"):
        rules.DecisionTable.from_csv(path)


def test_collisions_and_bad_facts_raise_with_the_rules_and_the_input(table: rules.DecisionTable) -> None:
    overlapping = rules.DecisionTable.from_csv(FEES.replace("> 5", ">= 5"))
    with pytest.raises(paidan.InvalidInput, match=r'rules r1, r2 all match.*service = "repair", distance = 5'):
        overlapping.evaluate(service="repair", km=5)
    with pytest.raises(paidan.InvalidInput, match="the fact 'km' is missing, did you mean 'kms'"):
        table.evaluate(service="repair", kms=5)
    with pytest.raises(paidan.InvalidInput, match="distance must be >= 0, got -1"):
        table.evaluate(service="repair", km=-1)
    with pytest.raises(TypeError, match=r"facts\.km must be"):
        table.evaluate(service="repair", km=object())
    with pytest.raises(TypeError, match="not both"):
        table.evaluate({"service": "repair"}, km=1)


def test_an_explanation_names_cells_near_misses_and_annotations(table: rules.DecisionTable) -> None:
    why = table.explain(service="repair", km=3)
    assert [trace.id for trace in why.matching] == ["r1"]
    assert why.matching[0].annotations == {"source": "published list"}
    assert why.matching[0].cells == {"service": '"repair"', "distance": "[0..5]"}
    assert [(trace.id, trace.failed) for trace in why.nearest] == [("r2", ("distance",)), ("r3", ("service",))]
    assert why.inputs == {"service": "repair", "distance": D(3)}
    assert "rule r2: distance = 3 does not fit > 5" in why.text(language="en")
    overlapping = rules.DecisionTable.from_csv(FEES.replace("> 5", ">= 5")).explain(service="repair", km=5)
    assert overlapping.status == "conflict"
    assert overlapping.errors[0].code == "rules_several_rules"


def test_lint_finds_the_gap_and_shows_an_input(table: rules.DecisionTable) -> None:
    report = table.lint()
    assert report.complete
    kinds = {finding.kind for finding in report.findings}
    assert kinds == {rules.FindingKind.gap}
    for finding in report.findings:
        assert finding.witness is not None
        facts = {"service": finding.witness["service"], "km": finding.witness["distance"]}
        assert table.evaluate(facts).status == "undecided"
    assert not table.lint(work=1).complete


def test_values_of_every_kind_go_in_and_come_out() -> None:
    echo = rules.DecisionTable.from_csv("echo,F\nkind,in,out\nexpression,x,y\n,-,x\n")
    for value in (
        None, True, D("1.50"), "文本", datetime.date(2024, 7, 8), datetime.time(8, 30), datetime.datetime(2024, 7, 8, 8, 30),
        datetime.datetime(2024, 7, 8, 8, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=8))),
        datetime.timedelta(days=1, hours=2, microseconds=5), [D(1), "a", None], {"a": D(1), "b": [True]},
    ):  # fmt: skip
        result = echo.evaluate(x=value).value
        assert result == value
        assert type(result) is type(value)
    assert echo.evaluate(x=0.1).value == D("0.1")
    assert echo.evaluate(x=10**30).value == D(10**30)
    assert echo.evaluate(x=np.int64(3)).value == D(3)
    assert echo.evaluate(x=np.float32(0.1)).value == D("0.1")
    assert echo.evaluate(x=float("nan")).value is None
    assert echo.evaluate(x=pd.NaT).value is None


def facts_frame(rows: int, seed: int) -> pd.DataFrame:
    dice = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "service": dice.choice(["repair", "clean", "sing"], rows),
            "km": dice.integers(-5, 120, rows) / 10,
        }
    )


@pytest.mark.parametrize("form", ["frame", "arrays", "lists", "categorical", "nullable", "objects"])
def test_whole_columns_are_decided_as_row_after_row(table: rules.DecisionTable, form: str) -> None:
    frame = facts_frame(500, 1)
    columns: Any = frame
    if form == "arrays":
        columns = {name: frame[name].to_numpy() for name in frame}
    if form == "lists":
        columns = {name: frame[name].tolist() for name in frame}
    if form == "categorical":
        columns = frame.astype({"service": "category"})
    if form == "nullable":
        columns = frame.astype({"service": "string", "km": "Float64"})
    if form == "objects":
        columns = {"service": frame["service"].astype(object), "km": [D(str(km)) for km in frame["km"]]}
    decisions = table.evaluate_many(columns)
    assert len(decisions) == 500
    refused = set(decisions.refused.tolist())
    for row, (service, km) in enumerate(zip(frame["service"], frame["km"], strict=True)):
        assert (row in refused) == (km < 0)
        if row in refused:
            assert decisions.values[row] is None
            assert "distance must be >= 0" in decisions.errors(row)[0].message("en")
            continue
        expected = table.evaluate(service=service, km=D(str(km)))
        assert decisions.values[row] == expected.value
        rule = int(decisions.rule[row])
        assert (table.rule_ids[rule] if rule >= 0 else None) == (expected.rules[0] if expected.rules else None)


def test_columns_of_dates_flags_and_missing_values() -> None:
    table = rules.DecisionTable.from_csv(
        "t,C\nkind,in,in,in,out\nexpression,day,flag,n,x\ntype,date,boolean,number,number\n"
        ",>= 2024-07-01,-,-,1\n,-,true,-,2\n,null,-,-,4\n,-,null,-,8\n,-,-,null,16\n"
    )
    days = pd.to_datetime(pd.Series(["2024-06-30", "2024-07-01", None]))
    decisions = table.evaluate_many(
        pd.DataFrame({"day": days, "flag": pd.array([True, None, False], dtype="boolean"), "n": [1.0, np.nan, 3.0]})
    )
    assert list(decisions.values) == [[D(2)], [D(1), D(8), D(16)], [D(4)]]
    assert list(table.evaluate_many({"day": days, "flag": np.array([True, False, True]), "n": [None, 2, 3]}).values) == [
        [D(2), D(16)], [D(1)], [D(2), D(4)],
    ]  # fmt: skip
    moments = np.array(["2024-07-01T08:00", "NaT"], dtype="datetime64[ns]")
    zoned = rules.DecisionTable.from_csv(
        't,F\nkind,in,out\nexpression,at,x\n,"> date and time(""2024-07-01T07:00:00"")",1\n,-,0\n'
    )
    assert list(zoned.evaluate_many({"at": moments}).values) == [D(1), D(0)]


def test_columns_that_do_not_fit_are_refused(table: rules.DecisionTable) -> None:
    with pytest.raises(paidan.InvalidInput, match="column 'km' has 1 rows, expected 2"):
        table.evaluate_many({"service": ["a", "b"], "km": [1]})
    with pytest.raises(paidan.InvalidInput, match="the fact 'km' is missing, did you mean 'kms'"):
        table.evaluate_many({"service": ["a"], "kms": [1]})
    with pytest.raises(paidan.InvalidInput, match="finite"):
        table.evaluate_many({"service": ["a"], "km": np.array([np.inf])})
    with pytest.raises(TypeError, match="one dimension"):
        table.evaluate_many({"service": ["a"], "km": np.zeros((1, 1))})
    with pytest.raises(TypeError, match="a dict of columns or a DataFrame"):
        table.evaluate_many([1, 2])  # type: ignore[arg-type]


def outcome(policy: str, outputs: list[int]) -> Any:
    if policy == "collect_count":
        return len(outputs)
    if not outputs:
        return None
    ranked = sorted(outputs, key=[3, 1, 2, 0].index)
    return {
        "priority": ranked[0],
        "output_order": ranked,
        "rule_order": outputs,
        "collect": outputs,
        "collect_sum": sum(outputs),
        "collect_min": min(outputs),
        "collect_max": max(outputs),
    }.get(policy, outputs[0])


def test_random_tables_of_every_policy_against_a_matcher_in_python() -> None:
    """Cells are closed intervals of whole numbers or lists of texts; the matcher below knows nothing else."""
    dice = random.Random(5)
    words = ["a", "b", "c"]
    for turn in range(110):
        policy = list(rules.HitPolicy)[turn % 11]
        letter = ["U", "A", "P", "F", "R", "O", "C", "C+", "C<", "C>", "C#"][turn % 11]
        order = '"3,1,2,0"' if policy in ("priority", "output_order") else ""
        lines = [f"t,{letter}", "kind,in,in,out", "expression,w,n,x", "type,string,number,number", f"allowed,,,{order}"]
        own = []
        for _ in range(dice.randrange(1, 90)):
            low, high = sorted((dice.randrange(20), dice.randrange(20)))
            some = dice.sample(words, dice.randrange(1, 4))
            output = dice.randrange(2 if policy == "any" else 4)
            own.append((some, low, high, output))
            lines.append(f',"{", ".join(some)}",[{low}..{high}],{output}')
        table = rules.DecisionTable.from_csv("\n".join(lines))
        asked = [(dice.choice([*words, "d"]), dice.randrange(-1, 21)) for _ in range(60)]
        many = table.evaluate_many({"w": [w for w, _ in asked], "n": [n for _, n in asked]})
        for row, (w, n) in enumerate(asked):
            hits = [i for i, (some, low, high, _) in enumerate(own) if w in some and low <= n <= high]
            outputs = [own[i][3] for i in hits]
            conflict = (policy == "unique" and len(hits) > 1) or (policy == "any" and len(set(outputs)) > 1)
            assert (int(many.rule[row]) == -2) == conflict
            if conflict:
                with pytest.raises(paidan.InvalidInput):
                    table.evaluate(w=w, n=n)
                continue
            want = outcome(str(policy), outputs)
            assert table.evaluate(w=w, n=n).value == want
            assert many.values[row] == want


DMN = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" id="m" namespace="n">
  <inputData id="i" name="km"><variable name="km" typeRef="number"/></inputData>
  <decision id="d" name="fee"><variable name="fee" typeRef="number"/>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>0.1 + 0.2 + km</text></literalExpression></decision>
</definitions>
"""


def test_a_dmn_model_decides() -> None:
    model = rules.DecisionModel.from_dmn(DMN)
    assert model.decisions == ("fee",)
    assert model.evaluate("fee", km=1) == (D("1.3"), [])
    assert model.evaluate_all({"km": 2})[0] == {"fee": D("2.3")}


AGES = """discount,F
kind,in,out,out
expression,age,percent,left
type,years and months duration,number,
r1,"< duration(""P2Y"")",0,"duration(""P2Y"") - age"
r2,-,10,null
"""


def test_years_and_months_go_both_ways() -> None:
    table = rules.DecisionTable.from_csv(AGES)
    young = table.evaluate(age=rules.MonthsDuration(years=1, months=2))
    assert young.value == {"percent": D(0), "left": rules.MonthsDuration(months=10)}
    assert str(young.value["left"]) == "P10M"
    assert table.evaluate(age=rules.MonthsDuration(years=2)).value["percent"] == D(10)
    assert table.evaluate(age=young.value["left"]).value["left"] == rules.MonthsDuration(months=14)
    many = table.evaluate_many({"age": [rules.MonthsDuration(months=3), rules.MonthsDuration(years=3)]})
    assert [row["percent"] for row in many.values] == [D(0), D(10)]


def test_years_and_months_are_a_value() -> None:
    one = rules.MonthsDuration(years=1, months=2)
    assert one == rules.MonthsDuration(months=14)
    assert hash(one) == hash(rules.MonthsDuration(months=14))
    assert one != datetime.timedelta(days=425)
    assert rules.MonthsDuration(months=3) < one
    assert pickle.loads(pickle.dumps(one)) == one
    assert (one.months, str(one), repr(one)) == (14, "P1Y2M", "MonthsDuration(years=1, months=2)")
    assert (str(rules.MonthsDuration(months=-1)), str(rules.MonthsDuration())) == ("-P1M", "P0M")
    assert eval(repr(rules.MonthsDuration(months=-14)), {"MonthsDuration": rules.MonthsDuration}).months == -14
    with pytest.raises(OverflowError, match="more months"):
        rules.MonthsDuration(years=2**62)


STRUCTURED = b"""<definitions name="jobs">
  <itemDefinition name="tJob"><itemComponent name="day"><typeRef>date</typeRef></itemComponent>
    <itemComponent name="km"><typeRef>number</typeRef></itemComponent></itemDefinition>
  <inputData id="i" name="job"><variable name="job" typeRef="tJob"/></inputData>
  <decision id="d" name="how far"><informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>if job.km &gt; 5 then "far" else "near"</text></literalExpression></decision>
  <decision id="l" name="late"><informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>job.day &gt; date("2024-07-01")</text></literalExpression></decision>
</definitions>
"""


@pytest.mark.parametrize("day", ["2024-07-08", datetime.date(2024, 7, 8)])
def test_texts_inside_structures_are_typed_as_from_json(day: object) -> None:
    model = rules.DecisionModel.from_dmn(STRUCTURED)
    job = {"day": day, "km": 9}
    assert model.evaluate("how far", job=job) == ("far", [])
    assert model.evaluate_all({"job": job}) == ({"how far": "far", "late": True}, [])


def test_texts_are_dates_where_a_column_is() -> None:
    table = rules.DecisionTable.from_csv("t,F\nkind,in,out\nexpression,job.day,x\ntype,date,\n,>= 2024-07-01,1\n,-,2\n")
    for day in ("2024-07-08", datetime.date(2024, 7, 8)):
        assert table.evaluate(job={"day": day}).value == D(1)
        assert table.explain(job={"day": day}).value == D(1)
    with pytest.raises(paidan.InvalidInput, match="date"):
        table.evaluate(job={"day": "soon"})
