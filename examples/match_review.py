"""A match that answers: why not this technician, who would have to move, what cannot be served, what a place is worth."""

from pathlib import Path

import paidan

DATA = Path(__file__).parent / "data"
NAMES = {"gas": ("燃气", "gas"), "electric": ("电工", "electric"), "refrigeration": ("制冷", "cooling")}

problem = paidan.Problem.from_json((DATA / "day.json").read_text(encoding="utf-8"))
review = paidan.MatchReview(problem)
assert review.match.certified
for order in problem.orders:
    for technician in problem.technicians:
        answer = review.why_not(order.id, technician.id)
        for language in ("zh", "en"):
            print(f"{order.id}:", paidan.render.pair_answer(problem, answer, language=language, names=NAMES))
        if answer.regret is not None:
            # Exact: matching again with the pair forced costs that much more.
            forced = paidan.match(problem, forced=[(order.id, technician.id)])
            assert forced.cost == review.match.cost + answer.regret
print(paidan.render.skill_value(problem, "gas", review.skill_value("gas"), names=NAMES))

# Wang alone can cool, and has one place: two orders that must be served cannot both be.
urgent = paidan.match(problem, must_serve=["2081", "2082"])
for shortage in urgent.shortages:
    print(paidan.render.shortage(problem, shortage, names=NAMES))
assert [list(shortage.orders) for shortage in urgent.shortages] == [["2081", "2082"]]
