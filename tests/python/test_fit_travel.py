"""Speed, stop and hours of traffic from a table of drives."""

from __future__ import annotations

import csv
import datetime as dt
import random
from pathlib import Path

import paidan
import pytest
from paidan import frames


def table(path: Path, count: int = 3000) -> Path:
    """Drives at 24 km/h, twice as slow from five to seven."""
    draw = random.Random(5)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["出发时间", "到达时间", "起点纬度", "起点经度", "终点纬度", "终点经度", "米数", "司机"])
        for _ in range(count):
            left = dt.datetime(2025, 6, 2) + dt.timedelta(
                days=draw.randrange(21), hours=draw.randrange(7, 20), minutes=draw.randrange(60)
            )
            ends = [(31.2 + draw.uniform(-0.1, 0.1), 121.4 + draw.uniform(-0.1, 0.1)) for _ in range(2)]
            north, east = (ends[0][0] - ends[1][0]) * 110.9, (ends[0][1] - ends[1][1]) * 95.3
            km = (north**2 + east**2) ** 0.5 * 1.3
            minutes = (2 + km / 24 * 60) * draw.uniform(0.9, 1.1) * (2 if left.hour in (17, 18) else 1)
            arrived = left + dt.timedelta(minutes=round(minutes))
            rows.writerow([left, arrived, *ends[0], *ends[1], round(km * 1000), "李"])
    return path


def test_a_profile_is_fitted_and_told_how_far_off_it_is(tmp_path: Path) -> None:
    with pytest.warns(paidan.Notice, match="司机"):
        fit = frames.fit_travel(table(tmp_path / "drives.csv"), zone="Asia/Shanghai")
    assert abs(fit.straight_line.detour_percent - 130) <= 2
    assert abs(fit.straight_line.speed_metres_per_hour - 24_000) < 1_500
    (band,) = fit.bands
    assert (str(band.from_)[:5], str(band.to)[:5]) == ("17:00", "19:00")
    assert abs(band.percent - 200) < 20
    errors = {one.by: one.median for one in fit.errors}
    assert errors["fitted"] < errors["one speed"] < errors["assumed"]
    assert fit.drives == 3000
    assert fit.held_back > 500
    profile = paidan.TravelProfile(id="car", straight_line=fit.straight_line, bands=fit.bands)
    assert profile.bands == fit.bands


def test_what_is_wrong_with_drives_is_told_by_row(tmp_path: Path) -> None:
    head = b"left,arrived,from_lat,from_lon,to_lat,to_lon\n"
    bad = head + b"2025-06-02 08:00,,31.2,121.4,31.3,121.4\n2025-06-02 08:00,2025-06-02 07:00,31.2,121.4,131.3,121.4\n"
    with pytest.raises(paidan.InvalidInput) as wrong:
        frames.fit_travel(bad)
    assert [(error.row, error.code) for error in wrong.value.errors] == [
        (2, "drive_without_length"),
        (3, "no_place_on_earth"),
        (3, "arrived_before_left"),
    ]
    with pytest.raises(paidan.InvalidInput) as wrong:  # and not that the minutes are missing
        frames.fit_travel(head.replace(b"arrived", b"drive_minutes") + b"2025-06-02 08:00,soon,31.2,121.4,31.3,121.4\n")
    assert [error.row for error in wrong.value.errors] == [2]
    far = b"left,drive_minutes,metres,from_lat,from_lon,to_lat,to_lon\n2025-06-02 08:00,-3,-1,31.2,121.4,31.3,121.4\n"
    with pytest.raises(paidan.InvalidInput) as wrong:
        frames.fit_travel(far)
    assert [(error.path, error.code) for error in wrong.value.errors] == [
        ("drives.metres", "out_of_range"),
        ("drives.drive_minutes", "out_of_range"),
    ]
    with pytest.raises(paidan.InvalidInput, match="at least 50 are needed"):
        frames.fit_travel(head + b"2025-06-02 08:00,2025-06-02 08:30,31.2,121.4,31.3,121.4\n")
