from ._paidan import Audience as Audience
from ._paidan import render_assignment as assignment
from ._paidan import render_audit as audit
from ._paidan import render_bill as bill
from ._paidan import render_bill_html as bill_html
from ._paidan import render_certificate as certificate
from ._paidan import render_certificate_html as certificate_html
from ._paidan import render_estimate as estimate
from ._paidan import render_line as line
from ._paidan import render_long_date as long_date
from ._paidan import render_pair_answer as pair_answer
from ._paidan import render_place_value as place_value
from ._paidan import render_quote as quote
from ._paidan import render_reason as reason
from ._paidan import render_shortage as shortage
from ._paidan import render_skill_value as skill_value
from ._paidan import render_verdict as verdict
from ._paidan import render_why_not as why_not
from ._paidan import render_why_unassigned as why_unassigned

__all__ = [
    "Audience",
    "assignment",
    "audit",
    "bill",
    "bill_html",
    "certificate",
    "certificate_html",
    "estimate",
    "line",
    "long_date",
    "pair_answer",
    "place_value",
    "quote",
    "reason",
    "shortage",
    "skill_value",
    "verdict",
    "why_not",
    "why_unassigned",
]
