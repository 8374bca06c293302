#!/usr/bin/env python3
"""Write zone_cases.csv: transitions and local times of awkward zones, answered by Python's `zoneinfo`.

Rows: `rule;zone;utc_seconds;offset` (first row of a zone: the offset before all transitions, utc_seconds empty),
`local;zone;YYYY-MM-DD HH:MM:SS;mapping earlier later` and `instant;zone;utc_seconds;local text with offset`.
"""

import csv
import datetime as dt
import random
import zoneinfo

ZONES = ["America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Monrovia", "Europe/Dublin"]
BEGIN = int(dt.datetime(1960, 1, 1, tzinfo=dt.UTC).timestamp())
END = int(dt.datetime(2031, 1, 1, tzinfo=dt.UTC).timestamp())
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
RANDOM = random.Random(7)


def offset_at(zone, seconds):
    moment = (EPOCH + dt.timedelta(seconds=seconds)).astimezone(zone)
    return int(moment.utcoffset().total_seconds())


def transitions(zone):
    """Found by halving two-day steps: nothing of the tz file's own layout is used."""
    found = []
    for start in range(BEGIN, END, 172_800):
        low, high = start, start + 172_800
        if offset_at(zone, low) == offset_at(zone, high):
            continue
        target = offset_at(zone, low)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset_at(zone, middle) == target else (low, middle)
        found.append((high, offset_at(zone, high)))
    return found


def resolved(zone, local):
    candidates = []
    for fold in (0, 1):
        utc = local.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC)
        candidates.append((int((utc - EPOCH).total_seconds()), utc.astimezone(zone).replace(tzinfo=None) == local))
    (first, real), (second, _) = candidates
    kind = "unique" if first == second else "ambiguous" if real else "skipped"
    return f"{kind} {min(first, second)} {max(first, second)}"


def rows():
    for name in ZONES:
        zone = zoneinfo.ZoneInfo(name)
        rules = transitions(zone)
        yield "rule", name, "", offset_at(zone, BEGIN)
        for at, offset in rules:
            yield "rule", name, at, offset
        moments = [
            at + step
            for at, _ in RANDOM.sample(rules, min(len(rules), 6)) + rules[-2:]
            for step in (-7200, -3600, -1800, -1, 0, 1, 1799, 1800, 3599, 3600, 7200, -86400, 86400)
        ]
        moments += [RANDOM.randrange(BEGIN + 200_000, END - 200_000) for _ in range(20)]
        for moment in moments:
            aware = (EPOCH + dt.timedelta(seconds=moment)).astimezone(zone)
            yield "instant", name, moment, aware.isoformat()
            for offset in {offset_at(zone, moment - 90_000), offset_at(zone, moment + 90_000)}:
                local = (EPOCH + dt.timedelta(seconds=moment + offset)).replace(tzinfo=None)
                yield "local", name, local.isoformat(sep=" "), resolved(zone, local)


def main():
    with open("zone_cases.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n", delimiter=";")
        writer.writerow(["kind", "zone", "when", "answer"])
        writer.writerows(rows())


if __name__ == "__main__":
    main()
