"""What field days and weeks are drawn from: every number, in this one place, written down before anything was compared on them.

Whoever changes one begins the comparisons anew (`fingerprint`): what was measured before counts no more.

Days
    240 of them, numbered from 1; the number is the seed. Six bands of size, 40 to 600 orders, equally wide on a logarithmic scale;
    day n is in band (n − 1) mod 6 and its count is drawn log-uniformly in the band, so any run of days has all sizes. The load wanted is 60
    to 140 %, one day of a band in each fortieth of that stretch, in an order that has all loads in any run of days.
Load
    Work is setup, service and one typical leg an order. The typical leg is `LEG_FACTOR` × √(settled area / orders) in a straight line,
    plus the stop: several times the leg of one tour through all orders, because skills, appointments and the ways home scatter them. The factor
    was set so that the leg is near the travel per visit that the planner's own plans of a dozen of these days show, and no plan was compared
    with another for it. A technician's hours are the shift without lunch and without what is suspended, less one typical leg (the way home), times efficiency. Technicians are
    drawn until one more would be farther from the hours that the load asks for: small days differ from the load wanted by up to half a technician.
Town
    A disc of (5 + .45 √orders) km times .8 to 1.25. *Even* (35 % of the days): bell-shaped around the middle. *Towns* (35 %): four to seven
    centres with drawn weights; three places in four are within a bell of .09 radii around one, the others are even. *River* (30 %): a strip
    in which nobody lives, to one side; one order in five and one home in ten lie beyond it. Homes are drawn as places of orders are, but three in ten
    lie in the outskirts, .6 to 1.2 radii from the middle. One order in sixteen is in the building of an earlier one.
Travel
    Straight lines with the library's detour of 127 %; a day's speed is 18, 22, 25 or 28 km/h, its stop (parking, stairs) 3 to 5 minutes. On
    three days in ten technicians differ: speeds of 85 to 115 % and efficiencies of 80 to 120 %; on the others all have 100 %.
Trades
    Five to eight of `TRADES`, asked for as often as weights of 2 to 10 say. Minutes of service are the trade's median × exp(.4 × bell): skewed, cut
    off at 30 and 150, in fives. Levels needed are 1 to 5, most of them low; one order in twenty needs a second trade at level 1.
Appointments
    60 % of the orders: arrival agreed ± 30 minutes, soft as the library's default is. Hours by `AGREED_HOURS`, with peaks at nine and two; three in
    four on the hour, one in five on the half hour, the others on a quarter; never before 8:30 and never so late that the work would end after
    17:30. Of the other orders half are free all day, a quarter have a hard half day (8–12 or 13–18), a quarter a soft one.
Urgent, preferred, blocked, rework
    8 % of the orders have a priority of 2 to 5. 6 % prefer one or two of those who could do them, 4 % refuse one of these, 3 % are rework of one.
Technicians
    Two to four trades, drawn as they are asked for, at levels 1 to 5, most of them middling. A trade that nobody holds, or nobody at a level that is
    needed, is given to somebody: an order that nobody could do says nothing about a planner. Shifts begin from 7:30 to 9:30 and last 8, 8½ or 9
    hours with lunch: 30, 45 or 60 minutes that begin at 11:00 or 11:30 or up to two hours later. 40 % have no overtime, the others up to 30, 60 or 90
    minutes. Ratings are 3.80 to 5.00, one in twenty has none. 6 % are suspended for the first half, the second half or two hours of the shift.
Weeks
    60 of them, numbered from 1: 100 to 500 orders from Monday to Saturday, fewer on Saturday, loads of 60 to 140 % as above, towns, trades, appointments
    and technicians as above – what the tables of a week can say: a half day is an appointment with that stretch of time (3 orders in 10),
    1 in 10 is for its day at any time. Technicians work Monday to Friday, to Saturday or daily; one in six has a day off.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

DAYS = 240
WEEKS = 60

# ---------------------------------------------------------------- sizes and loads
FEWEST_ORDERS = 40
MOST_ORDERS = 600
BANDS = 6
LEAST_LOAD = 0.60
GREATEST_LOAD = 1.40
LEG_FACTOR = 3.2
FEWEST_TECHNICIANS = 3

# ---------------------------------------------------------------- town
TOWN_KINDS = {"even": 35, "towns": 35, "river": 30}
SETTLED = {"even": 0.60, "towns": 0.45, "river": 0.60}
"""Settled part of the disc, for the typical leg."""
RADIUS_KM = 5.0
RADIUS_KM_PER_ROOT = 0.45
RADIUS_SPREAD = (0.8, 1.25)
EVEN_SPREAD = 0.45
CENTRES = (4, 7)
CENTRE_SPREAD = 0.09
AT_CENTRES = 0.75
RIVER_AT = 0.35
RIVER_WIDTH = 0.15
BEYOND_RIVER = 0.20
HOMES_BEYOND_RIVER = 0.10
OUTSKIRTS = 0.30
SAME_BUILDING = 1 / 16
CENTRE_DEGREES = (31.2, 121.4)
KM_PER_DEGREE = (110.9, 95.3)

# ---------------------------------------------------------------- travel
SPEEDS_KMH = (18, 22, 25, 28)
STOP_SECONDS = (180, 240, 300)
DETOUR_PERCENT = 127
DIFFERING_DAYS = 0.30
DIFFERING_SPEED = (85, 115)
DIFFERING_EFFICIENCY = (80, 120)


# ---------------------------------------------------------------- trades
@dataclass(frozen=True, kw_only=True)
class Trade:
    name: str
    minutes: int
    """Median of the service."""
    setup: int


TRADES = (
    Trade(name="electric", minutes=45, setup=0),
    Trade(name="plumbing", minutes=55, setup=5),
    Trade(name="refrigeration", minutes=75, setup=5),
    Trade(name="gas", minutes=50, setup=5),
    Trade(name="appliance", minutes=60, setup=0),
    Trade(name="heating", minutes=90, setup=5),
    Trade(name="locks", minutes=40, setup=0),
    Trade(name="waterproofing", minutes=100, setup=10),
)
FEWEST_TRADES = 5
ASKED_FOR = (2, 10)
SERVICE_SPREAD = 0.4
SHORTEST_SERVICE = 30
LONGEST_SERVICE = 150
LEVELS_NEEDED = {1: 34, 2: 28, 3: 20, 4: 12, 5: 6}
LEVELS_HELD = {1: 8, 2: 22, 3: 30, 4: 24, 5: 16}
SECOND_TRADE = 0.05

# ---------------------------------------------------------------- appointments
APPOINTED = 0.60
AGREED_HOURS = {8: 5, 9: 18, 10: 15, 11: 9, 12: 4, 13: 11, 14: 16, 15: 11, 16: 8, 17: 3}
AGREED_MINUTES = {0: 75, 30: 20, 15: 3, 45: 2}
EARLIEST_AGREED = 8 * 60 + 30
LATEST_END = 17 * 60 + 30
HALF_DAYS = {"none": 50, "hard": 25, "soft": 25}
"""Of the orders without an appointment."""
MORNING = (8 * 60, 12 * 60)
AFTERNOON = (13 * 60, 18 * 60)
URGENT = 0.08
PRIORITIES = (2, 5)
PREFERRED = 0.06
BLOCKED = 0.04
REWORK = 0.03

# ---------------------------------------------------------------- technicians
TRADES_HELD = {2: 35, 3: 40, 4: 25}
SHIFT_STARTS = {450: 10, 480: 35, 510: 30, 540: 20, 570: 5}
SHIFT_MINUTES = {480: 30, 510: 30, 540: 40}
LUNCH_MINUTES = (30, 45, 60)
LUNCH_EARLIEST = (11 * 60, 11 * 60 + 30)
LUNCH_WINDOW = 120
OVERTIME_MINUTES = {0: 40, 30: 20, 60: 25, 90: 15}
RATINGS = (380, 500)
UNRATED = 0.05
SUSPENDED = 0.06
SUSPENSIONS = {"first half": 40, "second half": 40, "two hours": 20}

# ---------------------------------------------------------------- weeks
WEEK_ORDERS = (100, 500)
WEEK_DAYS = {0: 19, 1: 18, 2: 18, 3: 18, 4: 18, 5: 9}
"""How orders are spread from Monday (0) to Saturday."""
ANY_TIME = 0.10
WORKING_DAYS = {"Mon-Fri": 55, "Mon-Sat": 30, "daily": 15}
DAY_OFF = 1 / 6
WEEK_SPEEDS_KMH = (18, 22, 25)


def fingerprint() -> str:
    """Of these numbers and of everything that draws with them."""
    drawing = ("parameters.py", "draw.py", "town.py", "days.py", "weeks.py")
    text = b"".join(Path(__file__).with_name(name).read_bytes() for name in drawing)
    return hashlib.sha256(text).hexdigest()[:12]
