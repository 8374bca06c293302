#!/usr/bin/env python3
"""Print COUNT random operations on decimals as Python's `decimal` answers them: operation;a;b;result.

    decimal_oracle.py COUNT SEED

An empty result means "absent". Powers are computed with 150 digits and rounded once: with 34 alone `decimal` promises
only "almost always correctly rounded".
"""

import decimal
import random
import sys
from decimal import Decimal

SETTINGS = {
    "Emax": 6144,
    "Emin": -6143,
    "clamp": 0,
    "rounding": decimal.ROUND_HALF_EVEN,
    "traps": [decimal.Overflow, decimal.DivisionByZero, decimal.InvalidOperation],
}
CONTEXT = decimal.Context(prec=34, **SETTINGS)
LONG = decimal.Context(prec=150, **{**SETTINGS, "Emax": 999_999, "Emin": -999_999})
MODES = {
    "half_up": decimal.ROUND_HALF_UP,
    "half_even": decimal.ROUND_HALF_EVEN,
    "half_down": decimal.ROUND_HALF_DOWN,
    "down": decimal.ROUND_DOWN,
    "up": decimal.ROUND_UP,
    "floor": decimal.ROUND_FLOOR,
    "ceiling": decimal.ROUND_CEILING,
}


def number(rng: random.Random) -> Decimal:
    digits = rng.choice((1, 1, 2, 3, 4, 6, 9, 10, 17, 18, 19, 20, 28, 33, 34))
    style = rng.random()
    if style < 0.1:
        coefficient = "9" * digits
    elif style < 0.25:
        coefficient = rng.choice("15") + "0" * (digits - 1)
    elif style < 0.35:
        coefficient = "49"[rng.randrange(2)] + "9" * (digits - 1)
    else:
        coefficient = str(rng.randrange(10**digits))
    low, high = rng.choice(((-3, 0), (-3, 0), (-10, 4), (-40, 40), (-80, 80), (-6000, 6000)))
    return Decimal(f"{rng.choice(('', '-'))}{coefficient}E{rng.randint(low, high)}")


def near(rng: random.Random, a: Decimal) -> Decimal:
    """A number whose digits overlap with those of a, so that something cancels or is rounded."""
    b = number(rng)
    sign, digits, _ = b.as_tuple()
    exponent = a.adjusted() - len(digits) + rng.randint(-36, 36)
    return Decimal((sign, digits, max(-6176, min(6000, exponent))))


def power(a: Decimal, b: Decimal) -> Decimal:
    return CONTEXT.plus(LONG.power(a, b))


def exponent(rng: random.Random) -> Decimal:
    return Decimal(rng.choice((rng.randint(-5, 5), rng.randint(-40, 400), rng.randint(-99_999, 99_999))))


def main() -> None:
    rng = random.Random(int(sys.argv[2]))
    operations = {"plus": CONTEXT.add, "minus": CONTEXT.subtract, "times": CONTEXT.multiply, "over": CONTEXT.divide}
    names = [*operations, "compare", "power", "round"]
    for _ in range(int(sys.argv[1])):
        name, a = rng.choice(names), number(rng)
        b = near(rng, a) if rng.random() < 0.5 else number(rng)
        try:
            if name == "power":
                if rng.random() < 0.3:  # near 1, where large powers are neither 0 nor too large
                    a = CONTEXT.plus(1 + Decimal(rng.randint(-999, 999)).scaleb(-rng.randint(3, 9)))
                b = exponent(rng)
                result = power(a, b)
            elif name == "round":
                mode, b = rng.choice(list(MODES)), Decimal(rng.choice((rng.randint(-3, 8), rng.randint(-90, 90))))
                name = f"round_{mode}"
                result = a.quantize(Decimal(1).scaleb(-int(b)), rounding=MODES[mode], context=CONTEXT)
            elif name == "compare":
                result = a.compare(b)
            else:
                result = operations[name](a, b)
            text = "" if result.is_infinite() else str(result.copy_abs() if result.is_zero() else result)
        except (decimal.Overflow, decimal.DivisionByZero, decimal.InvalidOperation):
            text = ""
        print(f"{name};{a};{b};{text}")


if __name__ == "__main__":
    main()
