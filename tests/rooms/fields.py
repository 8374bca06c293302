"""fields.py ROOT: every value is described once, on its own type, in its own room, and its bounds with it."""

import itertools
import re
import sys
from pathlib import Path

DESCRIPTION = re.compile(r'PAIDAN_FIELDS\(([\w:]+), "\w+"\) \{')
BY_HAND = re.compile(r"struct (?:paidan::)?Fields<(?!TYPE>)([\w:]+)>")
MEMBER = re.compile(r'\bv\(\s*"(\w+)"')
COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
FIELD = re.compile(r"\bField(?: \w+)?\{")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
DOC = re.compile(r'\.doc =((?:\s*"(?:[^"\\]|\\.)*")+)')
# A range in words: "0 to 9", "between 1 and 5", "at most 2".
RANGE = re.compile(r"(?<![\w.])(-?\d+) (?:to|…|–) (-?\d+)(?![\w.]*\d)|between -?\d+ and -?\d+|at (?:most|least) \d")
BOUND = r"\.{} = (-?[\d']+)[,}}\s]"
# Ranges in words of what is no number, and has no `.low` therefore.
WORDS = {
    "Breaks, at most 3.": "a list; more breaks are refused as too many, not as out of range",
}
OF_OTHER = re.compile(r"Fields<([\w:]+)>::visit")
# Where the namespace does not say the room.
PLACES = {"core": ("fields.hpp", "names.hpp")}
# What a door says of its own answers, of no room.
DOORS = {f"paidan_cli::{name}": "bindings/cli/operations.cpp" for name in ("Telling", "Speaking", "Addressing")}
# Types in somebody else's words, which are not ours to change.
FOREIGN = ("vroom::",)
# Pairs of described types with four or more names in common, and why each is a thing of its own.
REASONS = {
    ("catalog::EntryData", "pricing::EstimateRequest"): "what a catalog says of a service is what its estimate asks",
    ("Order", "Technician"): "what an order needs, and what a technician has",
    ("Technician", "SupplyDepot"): "what a van carries, and what a depot keeps",
    ("Order", "SupplyDepot"): "what a visit needs, and what a depot keeps",
    ("SupplyDepot", "sheets::OrderRow"): "a spreadsheet's row: text cells of another form",
    ("Order", "sheets::OrderRow"): "a spreadsheet's row: text cells of another form",
    ("Order", "sheets::TechnicianRow"): "a spreadsheet's row: text cells of another form",
    ("Technician", "sheets::OrderRow"): "a spreadsheet's row: text cells of another form",
    ("Technician", "sheets::TechnicianRow"): "a spreadsheet's row: text cells of another form",
    ("sheets::OrderRow", "sheets::TechnicianRow"): "two tables with columns of the same form",
    ("Cost", "matching::Weights"): "cost terms, and the price of a unit of each",
    ("check::Report", "Plan"): "what the judge works out, and what the plan says of itself",
    ("Cost", "check::Kpis"): "cost units there, times and counts here",
    ("Stop", "check::ActualVisit"): "planned, and what really happened",
    ("constraints::Refusal", "PairAnswer"): "a refusal alone, and within the answer about a match",
    ("constraints::Refusal", "WhyNot"): "a refusal alone, and within the answer about a plan",
    ("MatchedPair", "PairAnswer"): "a pair that was taken, and the answer about any pair",
    ("PairAnswer", "WhyNot"): "the same question to a match and to a plan",
    ("check::TechnicianKpis", "check::Kpis"): "figures of one technician, and of all",
    ("ledger::Line", "pricing::PriceRow"): "a line keeps the words of the row it was priced from",
    ("ledger::Line", "pricing::QuantityRule"): "a line keeps the rule its quantity came from",
    ("ledger::Line", "pricing::Item"): "asked, and priced",
    ("ledger::Line", "pricing::EstimateOption"): "a range before the visit, a line after it",
    ("ledger::Line", "pricing::AuditLine"): "a line, and what was charged for it",
    ("pricing::PriceRow", "pricing::EstimateOption"): "an option keeps the words of its row",
    ("pricing::PriceRow", "pricing::AuditLine"): "an audited line keeps the words of its row",
    ("pricing::EstimateOption", "pricing::AuditLine"): "both keep the words of their row",
    ("pricing::Quote", "pricing::Estimate"): "both are stamped with their price book",
    ("pricing::Quote", "pricing::Bill"): "a bill is a frozen quote under its outcome",
    ("warranty::PolicyData", "warranty::Verdict"): "a verdict keeps the words of the policy it applied",
    ("warranty::PolicyData", "warranty::Certificate"): "a certificate keeps the words of the policy it promises",
    ("warranty::PolicyData", "pricing::PriceBookData"): "both are versions with days of validity",
    ("warranty::Verdict", "warranty::Certificate"): "promised, and judged: both under one policy",
    ("warranty::CertificateRequest", "warranty::Certificate"): "a certificate repeats what it was asked for",
}


def rooms_of(name: str) -> tuple[str, ...]:
    """The rooms that a type may belong to, by its namespace; a top-level type's room is where its header is."""
    return (name.split("::")[0].removesuffix("_detail"),) if "::" in name else ()


def body_from(text: str, start: int) -> str:
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] == "{") - (text[i] == "}")
        if depth == 0:
            return text[start:i]
    return text[start:]


def declared_in(include: Path, name: str) -> set[str]:
    """Rooms whose headers define `struct Name` or `class Name`."""
    found = re.compile(rf"\b(?:struct|class) {name.rsplit('::', 1)[-1]}\b[^;]*?\{{")
    return {
        path.relative_to(include).parts[0]
        for path in include.rglob("*.[hi]pp")
        if path.name != "fwd.hpp" and found.search(path.read_text(encoding="utf-8"))
    }


def ranges_in_words(text: str) -> list[str]:
    """What is wrong with the ranges that stand in the sentences of a file's fields."""
    wrong = []
    plain = STRING.sub(lambda one: re.sub(r"[{}]", "_", one[0]), text)  # braces in sentences do not count
    for found in FIELD.finditer(plain):
        body = body_from(plain[found.start() :], found[0].index("{"))
        doc = DOC.search(body)
        sentence = "".join(STRING.findall(doc[1])) if doc else ""
        said = RANGE.search(sentence)
        if said is None or sentence in WORDS:
            continue
        if ".low = " not in body:
            wrong.append(f'"{sentence}" says a range that is not in .low and .high')
            continue
        for word, end in zip(said.groups(), ("low", "high"), strict=True):
            bound = re.search(BOUND.format(end), body + "}")
            if word and bound and int(word) != int(bound[1].replace("'", "")):
                wrong.append(f'"{sentence}" says {word} where .{end} is {bound[1]}')
    return wrong


def check(root: Path) -> tuple[list[str], int]:
    include = root / "include" / "paidan"
    wrong: list[str] = []
    names: dict[str, set[str]] = {}
    parents: dict[str, list[str]] = {}
    sentences: set[str] = set()
    files = [path for folder in ("include", "src", "bindings") for path in sorted((root / folder).rglob("*.[chi]pp"))]
    for path in files:
        text = COMMENT.sub("", path.read_text(encoding="utf-8"))
        place = path.relative_to(root).as_posix()
        wrong += [f"{place}: {name} is described without PAIDAN_FIELDS" for name in BY_HAND.findall(text)]
        wrong += [f"{place}: {one}" for one in ranges_in_words(text)]
        sentences.update(WORDS.keys() & {"".join(STRING.findall(doc)) for doc in DOC.findall(text)})
        for found in DESCRIPTION.finditer(text):
            name = found.group(1)
            if name in names:
                wrong.append(f"{place}: {name} is described a second time")
            body = body_from(text, found.end() - 1)
            names[name] = set(MEMBER.findall(body))
            parents[name] = OF_OTHER.findall(body)
            if DOORS.get(name) == place:
                continue
            if include not in path.parents:
                wrong.append(f"{place}: {name} is described outside its room")
                continue
            room = path.relative_to(include).parts[0]
            if name.split("::")[0] == f"{room}_detail":
                continue  # a row that only this room's definitions read
            if path.name not in PLACES.get(room, ("fields.hpp",)):
                wrong.append(f"{place}: {name} belongs in {room}/fields.hpp")
            if room not in (rooms_of(name) or declared_in(include, name)):
                wrong.append(f"{place}: {name} is described outside its room")
    pairs = set()
    for one, other in itertools.combinations(names, 2):
        if other in parents[one] or one in parents[other]:
            continue
        if one.startswith(FOREIGN) or other.startswith(FOREIGN):
            continue
        common = names[one] & names[other]
        if len(common) < 4:
            continue
        pair = (one, other) if (one, other) in REASONS else (other, one)
        pairs.add(pair)
        if pair not in REASONS:
            wrong.append(f"{one} and {other} share {', '.join(sorted(common))}: is one of them a copy?")
    wrong += [f"{one} and {other} share fewer than four names now" for one, other in REASONS.keys() - pairs]
    wrong += [f'"{sentence}" is said nowhere now' for sentence in WORDS.keys() - sentences]
    wrong += [f"{name} is described nowhere now" for name in DOORS.keys() - names.keys()]
    return wrong, len(names)


def main() -> int:
    wrong, count = check(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
    if count < 100:
        wrong.append(f"only {count} descriptions were found: has their form changed?")
    print(*wrong, sep="\n")
    print(f"fields: {count} described types, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
