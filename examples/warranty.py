"""Who pays for the second visit? The certificate after the first, the verdict on the second, and what would turn it."""

import datetime as dt
from pathlib import Path

import paidan
from paidan import frames, render, warranty

DATA = Path(__file__).parent / "data"
DONE = dt.date(2024, 7, 8)

policies = warranty.PolicySet.from_data(frames.read_policies(DATA / "policies.csv"))
calendar = paidan.Calendar.load(DATA / "holidays-cn")

certificate = warranty.certificate(
    policies,
    calendar,
    warranty.CertificateRequest(
        order="2081",
        category="appliance",
        service_date=DONE,
        technician="王师傅",
        cause="风扇电机接插件松动",
        method="重新插接并固定",
    ),
)
print(render.certificate(certificate), end="\n\n")
assert certificate.last_day == dt.date(2024, 10, 8)

# 7 October: 91 days later, but day 90 was in the National Day holidays.
claim = warranty.Claim(id="R1", order="2081", category="appliance", service_date=DONE, claim_date=dt.date(2024, 10, 7))
unclear = warranty.verdict(policies, calendar, claim)
print(render.verdict(unclear, calendar))
assert unclear.status == "needs_evidence"
assert list(unclear.needed) == ["same_fault"]

known = claim.with_(same_fault=True)
print(render.verdict(warranty.verdict(policies, calendar, known), calendar))
turn = warranty.counterfactual(policies, calendar, known)
for change in turn.changes:
    print(f"would turn if {change.fact} were {change.to} instead of {change.from_}")
