"""What if? A problem never changes; `with_` makes a changed copy, validated again. (A whole week: what_if.py.)"""

from pathlib import Path

import paidan

DATA = Path(__file__).parent / "data"

today = paidan.Problem.from_json((DATA / "day.json").read_text(encoding="utf-8"))
wang, li, zhang = today.technicians
licensed = li.with_(skills=[*li.skills, paidan.SkillHeld(skill="gas", level=2)])
questions = {
    "as it is": today,
    "Zhang is ill": today.with_(technicians=[wang, li]),
    "Li gets a gas licence": today.with_(technicians=[wang, licensed, zhang]),
    "lateness counts double": today.with_(
        objective=today.objective.with_(per_lateness_second=2 * today.objective.per_lateness_second)
    ),
}
served = {}
for question, problem in questions.items():
    kpis = paidan.evaluate(problem, paidan.plan(problem, iterations=10_000)).kpis
    served[question] = kpis.served
    print(f"{question}: {kpis.served} served, {kpis.on_time} of {kpis.promised} on time")
assert served["Zhang is ill"] < served["as it is"] < served["Li gets a gas licence"]
assert today.technicians[1] == li  # the original is as it was
