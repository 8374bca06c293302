"""Time, money and places at the border."""

import copy
import datetime as dt
import decimal
import pickle
import zoneinfo

import paidan
import pytest
from city import SHANGHAI, at


def message(caught: pytest.ExceptionInfo[paidan.InvalidInput], language: str = "en") -> str:
    return caught.value.message(language)


def released(when: object) -> dt.datetime | None:
    return paidan.Order(id="A", location="L", release=when).release  # type: ignore[arg-type]


# ---------------------------------------------------------------- datetimes


def test_an_aware_datetime_comes_back_as_the_same_instant() -> None:
    for zone in (dt.UTC, SHANGHAI, zoneinfo.ZoneInfo("America/New_York"), dt.timezone(dt.timedelta(seconds=-12345))):
        moment = dt.datetime(2024, 7, 8, 14, 5, 7, tzinfo=zone)
        assert released(moment) == moment


def test_both_readings_of_a_repeated_hour_are_kept() -> None:
    zone = zoneinfo.ZoneInfo("America/New_York")
    first = dt.datetime(2024, 11, 3, 1, 30, tzinfo=zone, fold=0)
    second = first.replace(fold=1)
    early, late = released(first), released(second)
    assert early is not None
    assert late is not None
    assert late - early == dt.timedelta(hours=1)


@pytest.mark.parametrize("year", [1, 1900, 1969, 1970, 2038, 9999])
def test_far_years_are_kept(year: int) -> None:
    moment = dt.datetime(year, 6, 30, 23, 59, 59, tzinfo=dt.UTC)
    assert released(moment) == moment


def test_a_naive_datetime_is_refused_in_both_languages() -> None:
    with pytest.raises(paidan.InvalidInput) as caught:
        released(dt.datetime(2024, 7, 8, 9))
    assert message(caught) == "Order.release: 2024-07-08 09:00:00 has no time zone; give the datetime a tzinfo"
    assert message(caught, "zh") == "Order.release:2024-07-08 09:00:00没有时区,请给datetime加上tzinfo"
    assert caught.value.errors[0].code == "naive_datetime"
    assert caught.value.errors[0].path == "Order.release"


def test_a_fraction_of_a_second_is_refused() -> None:
    with pytest.raises(paidan.InvalidInput) as caught:
        released(dt.datetime(2024, 7, 8, 9, 0, 0, 500000, tzinfo=dt.UTC))
    assert caught.value.errors[0].code == "fraction_of_second"
    with pytest.raises(paidan.InvalidInput, match=r"Order\.service: 0:00:00\.000001 has a fraction of a second"):
        paidan.Order(id="A", location="L", service=dt.timedelta(microseconds=1))


def test_pandas_times_are_times_and_nat_is_not() -> None:
    import pandas as pd

    stamp = pd.Timestamp("2024-07-08 09:00", tz="Asia/Shanghai")
    assert released(stamp) == at(9)
    assert paidan.Order(id="A", location="L", service=pd.Timedelta(minutes=5)).service == dt.timedelta(minutes=5)
    for wrong in (pd.NaT, pd.Timestamp("2024-07-08 09:00:00.000000001", tz="UTC")):
        with pytest.raises(paidan.InvalidInput):
            released(wrong)
    with pytest.raises((paidan.InvalidInput, TypeError)):
        paidan.Order(id="A", location="L", service=pd.NaT)


def test_durations_keep_their_sign_and_size() -> None:
    for length in (
        dt.timedelta(),
        dt.timedelta(seconds=-1),
        dt.timedelta(days=-3, seconds=5),
        dt.timedelta(days=400_000),
    ):
        assert paidan.Order(id="A", location="L", service=length).service == length


def test_a_date_is_not_a_datetime() -> None:
    assert paidan.SkillHeld(skill="gas", valid_until=dt.date(2024, 2, 29)).valid_until == dt.date(2024, 2, 29)
    with pytest.raises(TypeError, match=r"^SkillHeld.valid_until must be datetime.date, not datetime$"):
        paidan.SkillHeld(skill="gas", valid_until=at(9))


# ---------------------------------------------------------------- zones


def test_zones_by_name_by_zoneinfo_and_as_rules_are_the_same(problem: paidan.Problem) -> None:
    rules = paidan.ZoneRules.load("America/New_York")
    data = problem.data
    assert data.with_(zone="America/New_York").zone == rules
    assert data.with_(zone=zoneinfo.ZoneInfo("America/New_York")).zone == rules
    assert rules.offset_at(dt.datetime(2024, 7, 8, tzinfo=dt.UTC)) == dt.timedelta(hours=-4)
    assert pickle.loads(pickle.dumps(rules)) == rules
    assert rules.tz_version == paidan.tz_version()


def test_zone_rules_agree_with_zoneinfo_on_every_day_of_a_decade() -> None:
    for name in ("America/New_York", "Europe/London", "Asia/Shanghai", "Australia/Lord_Howe"):
        rules, zone = paidan.ZoneRules.load(name), zoneinfo.ZoneInfo(name)
        moment = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
        while moment.year < 2030:
            assert rules.offset_at(moment) == moment.astimezone(zone).utcoffset(), (name, moment)
            moment += dt.timedelta(hours=23)


def test_a_local_time_that_occurs_twice_or_never_is_reported() -> None:
    rules = paidan.ZoneRules.load("America/New_York")
    kind, early, late = rules.resolve(dt.datetime(2024, 11, 3, 1, 30))
    assert (kind, late - early) == ("ambiguous", dt.timedelta(hours=1))
    assert rules.resolve(dt.datetime(2024, 3, 10, 2, 30))[0] == "skipped"
    assert rules.resolve(dt.datetime(2024, 7, 8, 2, 30))[0] == "unique"


def test_an_unknown_zone_is_named_with_the_nearest() -> None:
    with pytest.raises(paidan.InvalidInput, match=r"Asia/Shanghia.*Asia/Shanghai"):
        paidan.ZoneRules.load("Asia/Shanghia")


def test_transitions_must_rise() -> None:
    with pytest.raises(paidan.InvalidInput, match="transitions must rise"):
        paidan.ZoneRules(name="X", transitions=[(10, 0), (5, 3600)])


# ---------------------------------------------------------------- money and numbers


def test_money_is_exact() -> None:
    money = paidan.Money("30.50")
    assert (money.minor, money.amount, money.currency) == (3050, decimal.Decimal("30.50"), "CNY")
    assert str(money) == "¥30.50"
    assert repr(money) == "Money('30.50')"
    assert repr(paidan.Money(5, "USD")) == "Money('5.00', 'USD')"
    assert money + paidan.Money("0.1") == paidan.Money("30.60")
    assert money - money == paidan.Money(0)
    assert money * 3 == paidan.Money("91.50")
    assert paidan.Money(decimal.Decimal("1E+1")) == paidan.Money(10)
    assert sorted([money, paidan.Money(1)])[0] == paidan.Money(1)
    assert {money: 1}[paidan.Money("30.5")] == 1
    assert not paidan.Money(0)
    assert paidan.Money.from_minor(7, "JPY").amount == decimal.Decimal(7)
    assert pickle.loads(pickle.dumps(paidan.Money("3.33", "USD"))) == paidan.Money("3.33", "USD")
    assert copy.deepcopy(money) is money


def test_money_is_immutable() -> None:
    with pytest.raises(AttributeError):
        paidan.Money(1).minor = 5  # type: ignore[misc]


def test_money_never_comes_from_a_float() -> None:
    with pytest.raises(TypeError) as caught:
        paidan.Money(0.1)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Money.amount must be decimal.Decimal, int or str, not float: 0.1 is not exactly the number that was written; "
        "use decimal.Decimal('0.1')"
    )


def test_money_of_two_currencies_does_not_mix() -> None:
    with pytest.raises(TypeError, match=r"^cannot add CNY and USD$"):
        paidan.Money(1) + paidan.Money(1, "USD")
    with pytest.raises(TypeError, match=r"^cannot compare CNY with USD$"):
        paidan.Money(1) < paidan.Money(1, "USD")  # noqa: B015
    assert paidan.Money(1) != paidan.Money(1, "USD")


def test_money_overflow_is_an_error() -> None:
    big = paidan.Money.from_minor(2**62)
    with pytest.raises(OverflowError):
        big + big
    with pytest.raises(paidan.InvalidInput, match="too large"):
        paidan.Money("9" * 30)


@pytest.mark.parametrize(
    ("amount", "currency", "en", "zh"),
    [
        (
            "1.555",
            "CNY",
            "Money.amount 1.555 has more digits than CNY allows (2)",
            "Money.amount的小数位数超过CNY允许的2位,实为1.555",
        ),
        (
            "1.5",
            "JPY",
            "Money.amount 1.5 has more digits than JPY allows (0)",
            "Money.amount的小数位数超过JPY允许的0位,实为1.5",
        ),
        ("ten", "CNY", "Money.amount: 'ten' is not a number", "Money.amount:“ten”不是数字"),
        (decimal.Decimal("NaN"), "CNY", "Money.amount: 'NaN' is not a number", "Money.amount:“NaN”不是数字"),
        (
            decimal.Decimal("Infinity"),
            "CNY",
            "Money.amount: 'Infinity' is not a number",
            "Money.amount:“Infinity”不是数字",
        ),
    ],
)
def test_a_wrong_amount_is_refused_in_both_languages(amount: str, currency: str, en: str, zh: str) -> None:
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.Money(amount, currency)
    assert message(caught) == en
    assert message(caught, "zh") == zh


def test_decimals_keep_their_digits_and_refuse_floats() -> None:
    measure = paidan.pricing.Measure(name="km", value=decimal.Decimal("12.50"))
    assert str(measure.value) == "12.50"
    assert paidan.pricing.Measure(name="km", value=3).value == 3
    assert paidan.pricing.Measure(name="km", value="1e3").value == 1000
    with pytest.raises(TypeError, match="not float"):
        paidan.pricing.Measure(name="km", value=0.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not bool"):
        paidan.pricing.Measure(name="km", value=True)


# ---------------------------------------------------------------- places


def test_a_place_keeps_seven_digits() -> None:
    point = paidan.GeoPoint(lat=31.2304163, lon=-121.4737012, datum="gcj02")
    assert (point.lat, point.lon, point.datum) == (31.2304163, -121.4737012, paidan.Datum.gcj02)
    assert repr(point) == "GeoPoint(lat=31.2304163, lon=-121.4737012, datum='gcj02')"
    assert pickle.loads(pickle.dumps(point)) == point
    assert hash(point) == hash(paidan.GeoPoint(lat=31.2304163, lon=-121.4737012, datum="gcj02"))


def test_places_off_the_earth_are_refused() -> None:
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.GeoPoint(lat=91, lon=0)
    assert message(caught) == "GeoPoint: latitude 91 and longitude 0 are not a place on Earth"
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.GeoPoint(lat=float("nan"), lon=0)
    assert message(caught) == "GeoPoint.lat must be a finite number, got nan"
    assert message(caught, "zh") == "GeoPoint.lat须为有限数值,实为nan"
    with pytest.raises(paidan.InvalidInput, match=r"datum has no value 'wgs'.*known: wgs84, gcj02, bd09"):
        paidan.GeoPoint(lat=1, lon=1, datum="wgs")


# ---------------------------------------------------------------- calendars and errors


def test_a_calendar_answers_by_reading() -> None:
    days = [paidan.CalendarDay(date=dt.date(2024, 10, day), statutory=day <= 3, name="国庆") for day in range(1, 8)]
    calendar = paidan.Calendar(version="x", days=days, years=[2024])
    assert calendar.kind(dt.date(2024, 10, 1), "statutory") == "rest"
    assert calendar.kind(dt.date(2024, 10, 5), "statutory") == "working"
    assert calendar.kind(dt.date(2024, 10, 5), paidan.RestDays.arranged) is paidan.DayKind.rest
    assert calendar.kind(dt.date(2026, 10, 5), "arranged") == "unknown"
    assert paidan.last_day(dt.date(2024, 10, 6), reading="arranged", calendar=calendar) == dt.date(2024, 10, 8)
    assert calendar.find(dt.date(2024, 10, 1)) == days[0]
    assert pickle.loads(pickle.dumps(calendar)) == calendar


def test_errors_survive_pickling() -> None:
    with pytest.raises(paidan.InvalidInput) as caught:
        paidan.GeoPoint(lat=91, lon=0)
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.errors == caught.value.errors
    assert str(again) == str(caught.value)
    assert isinstance(again, ValueError)
