#!/usr/bin/env python3
"""Write decimal_cases.csv: cases for Decimal, answered by Python's `decimal` with decimal128's parameters.

Run it in this folder; the seed is fixed, so the file comes out the same. An empty result means "absent": overflow,
division by zero, or a text that is not exactly representable. Zero has no sign here, as in the library.
"""

import csv
import decimal
import random
from decimal import Decimal

CONTEXT = decimal.Context(
    prec=34,
    Emax=6144,
    Emin=-6143,
    clamp=0,
    rounding=decimal.ROUND_HALF_EVEN,
    traps=[decimal.Overflow, decimal.DivisionByZero, decimal.InvalidOperation],
)
MODES = {
    "half_up": decimal.ROUND_HALF_UP,
    "half_even": decimal.ROUND_HALF_EVEN,
    "down": decimal.ROUND_DOWN,
    "up": decimal.ROUND_UP,
    "floor": decimal.ROUND_FLOOR,
    "ceiling": decimal.ROUND_CEILING,
}
TRAPPED = (decimal.Overflow, decimal.DivisionByZero, decimal.InvalidOperation)
RANDOM = random.Random(20240708)
NINES = "9" * 34


def text(value):
    return str(value.copy_abs() if value.is_zero() else value)


def attempt(operation):
    try:
        return text(operation())
    except TRAPPED:
        return ""


def number(digits=None, low=None, high=None):
    digits = digits or RANDOM.choice([1, 1, 2, 3, 4, 6, 9, 10, 17, 18, 19, 20, 28, 33, 34, 34])
    style = RANDOM.random()
    if style < 0.15:
        coefficient = "9" * digits
    elif style < 0.25:
        coefficient = "1" + "0" * (digits - 1)
    elif style < 0.35:
        coefficient = "5" + "0" * (digits - 1)
    elif style < 0.45:
        coefficient = str(RANDOM.randrange(10 ** max(digits // 2, 1))) + "0" * (digits - max(digits // 2, 1))
    else:
        coefficient = str(RANDOM.randrange(10 ** (digits - 1), 10**digits))
    if low is None:
        low, high = RANDOM.choice([(-3, 0), (-3, 0), (-10, 4), (-40, 40), (-80, 80)])
    value = Decimal(RANDOM.choice(["", "-"]) + coefficient + "E" + str(RANDOM.randint(low, high)))
    return value.copy_abs() if value.is_zero() else value


def extreme():
    return (
        number(low=RANDOM.choice([-6176, -3100, 3000, 6100]), high=RANDOM.choice([6105, 6108, 6110]))
        if RANDOM.random() < 0.5
        else number(low=-6176, high=-3050)
    )


def pairs():
    fixed = [
        "0",
        "0.00",
        "0E+10",
        "1",
        "-1",
        "1.0",
        "10",
        "3",
        "0.1",
        "0.333",
        "2.50",
        "-2.50",
        "1E+34",
        "1E-34",
        NINES,
        "-" + NINES,
        NINES + "E-34",
        "1E+6144",
        NINES + "E+6111",
        "1E-6176",
        "5E-6176",
        "-1E-6143",
        "1E+33",
        "0.5",
        "5E-35",
        "6E-35",
        "1" + "0" * 33,
        "1.000000000000000000000000000000001",
    ]
    for a in fixed:
        for b in RANDOM.sample(fixed, 9):
            yield Decimal(a), Decimal(b)
    for _ in range(130):
        yield number(), number()
    for _ in range(30):
        yield extreme(), extreme()
    for _ in range(25):  # sums whose parts hardly overlap: the 34th digit, its half, and the borrow
        a = number(digits=RANDOM.choice([1, 33, 34]), low=0, high=0)
        yield a, number(digits=RANDOM.choice([1, 2, 34]), low=-75, high=-30)
        exact_half = Decimal("5E" + str(a.adjusted() - 34))
        yield a, exact_half
        yield a, -exact_half


def parse_case(written):
    exact = decimal.Context(
        prec=34, Emax=6144, Emin=-6143, clamp=0, traps=[decimal.Inexact, decimal.Overflow, decimal.InvalidOperation]
    )
    try:
        value = exact.create_decimal(written)
        if len(Decimal(written).as_tuple().digits) > 34:
            return ""
    except (decimal.Inexact, *TRAPPED):
        return ""
    return text(value) if value.is_finite() else ""


def rows():
    for a, b in pairs():
        name = RANDOM.sample(["plus", "minus", "times", "over"], 3)
        for operation in name:
            function = {
                "plus": CONTEXT.add,
                "minus": CONTEXT.subtract,
                "times": CONTEXT.multiply,
                "over": CONTEXT.divide,
            }[operation]
            yield operation, str(a), str(b), attempt(lambda: function(a, b))
        if RANDOM.random() < 0.5:
            yield "compare", str(a), str(b), str(int(a.compare(b, CONTEXT)))
    for _ in range(420):
        mode = RANDOM.choice(list(MODES))
        digits = RANDOM.choice([0, 0, 1, 2, 2, 2, 3, 4, 10, 20, 33, -1, -2, -5, 40])
        if RANDOM.random() < 0.4:  # near a half
            value = Decimal(
                RANDOM.choice(["", "-"])
                + str(RANDOM.randrange(100000))
                + RANDOM.choice(["5", "50", "49", "51", "4999999999999999999", "5000000000000000001"])
                + "E"
                + str(-digits - 1)
            )
        else:
            value = number()
        if value.is_zero():
            continue
        yield (
            "round_" + mode,
            str(value),
            str(digits),
            attempt(lambda: value.quantize(Decimal((0, (1,), -digits)), rounding=MODES[mode], context=CONTEXT)),
        )
    written = [
        "0",
        "00",
        "007",
        "-0",
        "-0.00",
        "+1.50",
        ".5",
        "5.",
        "-.25",
        ".",
        "",
        "-",
        "+",
        "e5",
        "1e",
        "1e+",
        "1e-",
        "1e3",
        "1E3",
        "1E+3",
        "1e-3",
        "1e0003",
        "1.5e10",
        "12.50",
        "-12.50",
        "1..2",
        "1.2.3",
        "1,5",
        "1 ",
        " 1",
        "--1",
        "+-1",
        "0x10",
        "1e1.5",
        "1e6144",
        "1e6145",
        "9e6144",
        "10e6144",
        "0.1e6145",
        "1e-6176",
        "1e-6177",
        "10e-6177",
        "15e-6177",
        "0e9999",
        "0e-9999",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        NINES,
        NINES + "9",
        "0" * 50 + NINES,
        "0." + "0" * 50 + NINES,
        NINES + "e6111",
        NINES + "e6112",
        "1" + "0" * 33,
        "1" + "0" * 34,
        "0.000001",
        "0.0000001",
        "0.00000123",
        "123e-8",
        "Infinity",
        "NaN",
        "inf",
        "1_000",
        "1e5e5",
        "١",
        "½",
        "12.3%",
        "1e+-5",
        "0." + "0" * 7000,
        "0." + "0" * 6175 + "1",
        "0." + "0" * 6176 + "1",
    ]
    for value in written:
        expected = "" if "_" in value or value != value.strip() or not value.isascii() else parse_case(value)
        yield "parse", value, "", expected
    for _ in range(150):
        value = str(number())
        yield "parse", RANDOM.choice([value, value.lower(), "+" + value.lstrip("-")]), "", None


def main():
    with open("decimal_cases.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n", delimiter=";")
        writer.writerow(["operation", "a", "b", "result"])
        for operation, a, b, result in rows():
            writer.writerow([operation, a, b, parse_case(a) if result is None else result])


if __name__ == "__main__":
    main()
