"""Why not this technician? Three kinds of answer: something is missing, possible but dearer, nobody at all."""

from pathlib import Path

import paidan

DATA = Path(__file__).parent / "data"
NAMES = {"gas": ("燃气", "gas"), "electric": ("电工", "electric"), "refrigeration": ("制冷", "cooling")}

problem = paidan.Problem.from_json((DATA / "day.json").read_text(encoding="utf-8"))
plan = paidan.plan(problem, iterations=10_000)


def ask(order: str, technician: str) -> list[str]:
    """Print the answer in both languages; the checker finds the smallest set of reasons on its own."""
    answer = paidan.why_not(problem, plan, order=order, technician=technician)
    for language in ("zh", "en"):
        print(f"{order}:", paidan.render.why_not(problem, answer, language=language, names=NAMES))
    smallest = paidan.minimal_reasons(problem, plan, order=order, technician=technician)
    assert smallest.families == answer.families
    return list(answer.families)


assert ask("2084", "W") == ["skill"]  # Wang has no gas licence
assert ask("2083", "W") == []  # Wang could, at a price

assert len(plan.unassigned) == 1
for order in plan.unassigned:
    nobody = paidan.why_unassigned(problem, plan, order=order)
    print(problem.order(order).name, paidan.render.why_unassigned(problem, nobody, names=NAMES), sep=":\n")
    assert list(nobody.families) == ["skill"]
