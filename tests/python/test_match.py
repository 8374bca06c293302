"""Batch matches from Python: options in ids, why not, what a place is worth, and the words for it."""

import datetime as dt
import pickle
from typing import Any

import paidan
import pytest
from city import at, make_problem, make_technician


def city(**changes: Any) -> paidan.Problem:
    """Twelve orders, A0, A5 and A10 need gas; Wang has none, Li does; Zhao has two shifts and gas."""
    problem = make_problem()
    late = [
        paidan.Shift(id="mon", start=at(8), end=at(18)),
        paidan.Shift(id="tue", start=at(8, day=9), end=at(18, day=9)),
    ]
    zhao = make_technician("zhao", "L9", name="赵师傅", shifts=late, skills=[paidan.SkillHeld(skill="gas", level=2)])
    return problem.with_(technicians=[*problem.technicians, zhao], **changes)


def forced_cost(problem: paidan.Problem, pair: tuple[str, Any], **options: Any) -> int:
    return paidan.match(problem, forced=[pair], **options).cost


def test_a_match_tells_what_its_proof_covers(problem: paidan.Problem) -> None:
    match = paidan.match(problem, capacity=3)
    assert match.certified
    assert match.optimal_over == paidan.OptimalOver.all_eligible
    assert match.candidates == 12 + 9
    assert match.shortages == ()
    few = paidan.match(problem, capacity=3, max_candidates=1, price_out=False)
    assert few.optimal_over == "listed"
    assert few.candidates == 12
    priced = paidan.match(problem, capacity=3, max_candidates=1)
    assert priced.optimal_over == "all_eligible"
    assert priced.cost == match.cost
    assert pickle.loads(pickle.dumps(match)) == match
    assert '"optimal_over": "all_eligible"' in match.to_json()


def test_pairs_are_forced_and_forbidden_by_name() -> None:
    problem = city()
    free = paidan.match(problem, capacity=2)
    one = paidan.match(problem, capacity=2, forced=[("A1", "wang"), ("A2", ("zhao", "tue"))])
    taken = {pair.order: (pair.technician, pair.shift) for pair in one.pairs}
    assert taken["A1"] == ("wang", "mon")
    assert taken["A2"] == ("zhao", "tue")
    assert one.cost >= free.cost
    none = paidan.match(
        problem, capacity=2, forbidden=[(pair.order, (pair.technician, pair.shift)) for pair in free.pairs]
    )
    assert not {(p.order, p.technician, p.shift) for p in none.pairs} & {
        (p.order, p.technician, p.shift) for p in free.pairs
    }


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"forced": [("A1", "zhao")]}, r"forced\[0\]\[1\]: 赵师傅 has 2 shifts; name one of mon, tue"),
        ({"forced": [("A1", "wnag")]}, r"forced\[0\]\[1\]: unknown technician 'wnag', did you mean 'wang'\?"),
        ({"forbidden": [("A1", ("zhao", "wed"))]}, r"forbidden\[0\]\[1\]: unknown shift 'wed'"),
        ({"must_serve": ["A1", "B1"]}, r"must_serve\[1\]: unknown order 'B1', did you mean"),
        (
            {"forced": [("A1", "wang")], "forbidden": [("A1", "wang")]},
            "order A1 and 王师傅 are both forced and forbidden",
        ),
        (
            {"forced": [("A1", "wang"), ("A1", "li")]},
            "order A1 is forced to 王师傅 but also to li|to li but also to 王师傅",
        ),
        ({"forced": [("A1", "wang"), ("A2", "wang")]}, "order A2 is forced to 王师傅, who has no place left: 1"),
        ({"forced": [("A0", "wang")]}, "order A0 is forced to 王师傅, who cannot take it"),
        ({"capacity": -1}, "capacity must be between 0 and 1000"),
        ({"max_candidates": -1}, "max_candidates"),
        ({"weights": paidan.Weights(travel=-1)}, "travel"),
        ({"tier_floors": [450, 460]}, "tier_floors|floor"),
    ],
)
def test_bad_options_name_what_is_wrong(options: dict[str, Any], words: str) -> None:
    with pytest.raises(paidan.InvalidInput, match=words):
        paidan.match(city(), **options)
    with pytest.raises(paidan.InvalidInput, match=words):
        paidan.MatchReview(city(), **options)


@pytest.mark.parametrize(
    "options", [{"capcity": 2}, {"forced": "A1"}, {"forced": [("A1",)]}, {"must_serve": "A1"}, {"weights": {}}]
)
def test_options_of_a_wrong_type_or_name_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        paidan.match(city(), **options)
    with pytest.raises(TypeError):
        paidan.match(city(), 5)  # type: ignore[misc]


def test_weights_change_the_match_and_its_terms(problem: paidan.Problem) -> None:
    own = paidan.weights_of(problem.objective)
    assert own.travel == problem.objective.per_travel_second
    assert paidan.match(problem, capacity=3, weights=own) == paidan.match(problem, capacity=3)
    only = paidan.match(problem, capacity=3, weights=paidan.Weights(travel=7))
    for pair in only.pairs:
        assert [(term.term, term.cost) for term in pair.terms] == [("travel", pair.total)]
        assert pair.total % 7 == 0
    urgent = paidan.match(problem, capacity=3, weights=paidan.Weights(urgency=10))
    assert urgent.certified
    # Wang has 4.80 stars, Li none: a strict tier puts Wang first wherever he can go.
    tier = paidan.match(problem, capacity=12, load_step=0, tier_floors=[450])
    assert {pair.technician for pair in tier.pairs if pair.order not in ("A0", "A5", "A10")} == {"wang"}


def test_a_review_answers_why_not() -> None:
    problem = city()
    review = paidan.MatchReview(problem, capacity=1)
    assert review.match == paidan.match(problem, capacity=1)
    assert review.problem is problem
    refused = review.why_not("A0", "wang")
    assert refused.families == (paidan.Family.skill,)
    assert (refused.total, refused.regret, refused.moves) == (None, None, ())
    assert refused.reasons == paidan.why_refused(problem, "A0", "wang").reasons
    for order in problem.orders:
        for name in ("wang", "li", ("zhao", "mon"), ("zhao", "tue")):
            answer = review.why_not(order.id, name)
            if answer.regret is None:
                assert answer.families
                continue
            assert answer.total == sum(term.cost for term in answer.terms)
            assert review.match.cost + answer.regret == forced_cost(problem, (order.id, name))
            assert answer.chosen == (not answer.moves)
            if answer.moves:
                assert answer.moves[0].order == order.id
                assert answer.moves[0].to == (answer.technician, answer.shift)
    assert review.why_not("A1", "zhao", "tue") == review.why_not("A1", ("zhao", "tue"))
    with pytest.raises(paidan.InvalidInput, match="赵师傅 has 2 shifts"):
        review.why_not("A1", "zhao")
    with pytest.raises(TypeError, match="given twice"):
        review.why_not("A1", ("zhao", "mon"), "mon")
    with pytest.raises(paidan.InvalidInput, match="unknown order 'X'"):
        review.why_not("X", "wang")
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert '"kind": "pair_answer"' in answer.to_json()
    assert paidan.PairAnswer.from_json(problem, answer.to_json()) == answer
    assert paidan.desk.pair_answer(problem, answer.order, answer.technician, shift=answer.shift, capacity=1) == answer


def test_a_place_is_worth_what_matching_with_it_saves() -> None:
    problem = make_problem()
    review = paidan.MatchReview(problem, capacity=2)
    for name, skill in (("wang", None), ("li", "gas")):
        others = [person for person in problem.technicians if person.id != name]
        twin = problem.technician(name).with_(id="twin")
        more = paidan.MatchReview(problem.with_(technicians=[*others, twin, problem.technician(name)]), capacity=2)
        assert review.match.cost - more.match.cost >= review.place_value(name).cost >= 0
        if skill is not None:
            assert review.skill_value(skill) == review.place_value(name)
    assert review.skill_value("solar") == paidan.PlaceValue()
    assert paidan.desk.place_value(problem, "li", capacity=2) == review.place_value("li")
    assert paidan.desk.skill_value(problem, "gas", capacity=2) == review.skill_value("gas")
    must = paidan.MatchReview(problem, must_serve=["A0", "A5"])
    assert must.place_value("li").must_serve == 1
    assert paidan.render.place_value(problem, "li", must.place_value("li")).startswith("li多1个名额,可多派1个必派工单")


def test_a_pair_that_would_undo_what_is_forced_is_not_possible() -> None:
    problem = city()
    review = paidan.MatchReview(problem, forced=[("A1", "wang")])
    for order, technician in (("A2", "wang"), ("A1", "li")):
        answer = review.why_not(order, technician)
        assert (answer.families, answer.possible, answer.regret, answer.moves) == ((), False, None, ())
        assert "已指定" in paidan.render.pair_answer(problem, answer)
        assert '"possible": false' in answer.to_json()


def test_a_review_is_pickled_with_its_options() -> None:
    problem = city()
    options: dict[str, Any] = {"capacity": 2, "forced": [("A1", "wang"), ("A2", ("zhao", "tue"))], "must_serve": ["A0"]}
    review = paidan.MatchReview(problem, **options, weights=paidan.Weights(travel=3), tier_floors=[450])
    again = pickle.loads(pickle.dumps(review))
    assert again.match == review.match
    assert again.why_not("A3", "li") == review.why_not("A3", "li")
    assert "MatchReview" in repr(again)


def test_a_review_outlives_the_names_it_was_made_from() -> None:
    review = paidan.MatchReview(city())
    answers = [review.why_not("A0", "wang") for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]


def test_must_serve_orders_that_cannot_all_be_served_are_explained(problem: paidan.Problem) -> None:
    match = paidan.match(problem, must_serve=["A0", "A5", "A10", "A1"])
    assert match.certified
    (shortage,) = match.shortages
    assert set(shortage.orders) == {"A0", "A5", "A10"}
    assert shortage.shifts == (("li", "mon"),)
    assert (shortage.places, shortage.skills) == (1, ("gas",))
    assert shortage.first_start <= shortage.last_start
    names = {"gas": ("燃气", "gas")}
    text = paidan.render.shortage(problem, shortage, names=names)
    assert text.startswith(
        '这3个必派工单(都需要"燃气"技能)只有1位师傅的1个名额可接,至少2个派不出去。工单:A0、A5、A10;师傅:li。'
    )
    english = paidan.render.shortage(problem, shortage, language="en", names=names)
    assert english.startswith("These 3 orders (all need gas) share only 1 place of 1 technician: ")
    assert "A0" not in paidan.render.shortage(problem, shortage, audience="customer")
    assert "A0" not in paidan.render.shortage(problem, shortage, audience="technician")
    assert "A5" not in paidan.render.shortage(problem, shortage, limit=1)
    assert pickle.loads(pickle.dumps(match)) == match
    review = paidan.MatchReview(problem, must_serve=["A0", "A1", "A5", "A10"])
    lost = review.why_not("A2", "wang")
    assert lost.must_serve_lost == 1
    assert "必派" in paidan.render.pair_answer(problem, lost)


def test_answers_in_words_for_everybody() -> None:
    problem = city()
    review = paidan.MatchReview(problem)
    answers = [review.why_not(order.id, who) for order in problem.orders for who in ("wang", "li", ("zhao", "tue"))]
    assert any(answer.chosen for answer in answers)
    assert any(len(answer.moves) > 1 for answer in answers)
    for answer in answers:
        for language in paidan.Language:
            dispatcher = paidan.render.pair_answer(problem, answer, language=language)
            assert dispatcher
            mine = paidan.render.pair_answer(problem, answer, audience="customer", language=language)
            technician = paidan.render.pair_answer(problem, answer, audience="technician", language=language)
            for other in problem.orders:
                assert other.id not in mine
                assert other.id not in technician
            assert "分钟" not in mine
            assert "评分" not in mine + technician
    assert "路程" in paidan.render.place_value(problem, ("zhao", "tue"), paidan.PlaceValue(cost=100_000))
    assert "gas" in paidan.render.skill_value(problem, "gas", paidan.PlaceValue(cost=10**8), language="en")


def test_why_refused_names_every_condition() -> None:
    problem = city()
    order = problem.order("A0").with_(id="Z", windows=[paidan.Window(start=at(20), end=at(21))])
    late = problem.with_(orders=[*problem.orders, order])
    refusal = paidan.why_refused(late, "Z", "wang")
    assert set(refusal.families) >= {paidan.Family.skill}
    assert len(refusal.families) == 2
    assert paidan.why_refused(late, "A0", "li").families == ()
    assert paidan.why_refused(late, "A0", ("zhao", "tue")).reasons == ()
    assert (refusal.order, refusal.technician, refusal.shift) == ("Z", "wang", "mon")
    assert pickle.loads(pickle.dumps(refusal)) == refusal
    assert paidan.Refusal.from_json(late, refusal.to_json()) == refusal
    assert paidan.why_refused(late, "Z", "zhao", shift="tue") == paidan.why_refused(late, "Z", ("zhao", "tue"))
    with pytest.raises(TypeError, match="'shift' is given twice"):
        paidan.why_refused(late, "Z", ("zhao", "tue"), shift="tue")


def test_a_canonical_match_does_not_depend_on_how_it_was_found(problem: paidan.Problem) -> None:
    same = problem.with_(
        technicians=[make_technician(f"t{i}", "depot") for i in range(4)],
        orders=[paidan.Order(id=f"A{i}", location="L0", service=dt.timedelta(minutes=30)) for i in range(3)],
    )
    match = paidan.match(same, canonical=True)
    assert [pair.technician for pair in match.pairs] == ["t0", "t1", "t2"]
    assert paidan.match(same, canonical=True, max_candidates=2).cost == match.cost
