"""Decision tables that people keep in spreadsheets: exact decimals, checked, explained.

    table = rules.DecisionTable.from_csv("fees.csv")
    table.evaluate(service="repair", km=7).value
    table.evaluate_many(frame).values
    table.explain(service="repair", km=7).text(language="en")
    [finding.text(language="en") for finding in table.lint().findings]

Cells are FEEL (OMG DMN); the sheet's layout is described in paidan/sheets/rules_csv.hpp and in README. Numbers come out as
``decimal.Decimal``. Floats are taken as the decimal that Python shows: 0.1 is one tenth.
"""

from ._rooms import fill

__all__ = fill(globals())
