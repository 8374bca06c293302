"""500 places on the road network of Campo Grande (12,939 crossings, 31,850 stretches): every way between them, on one core.

The network lies outside the repository; without it the claim is skipped. The places are drawn from a seed, up to 200 m from a
crossing. SciPy's Dijkstra on the same network, where it is installed, checks every time.
"""

import importlib.util
import os
import random
import sys
import time
import warnings

from _claim import ROOT, Claim, calibration_seconds, skip

PEERS_PYTHON = ROOT / "build" / "peers-venv" / "bin" / "python"
if (
    importlib.util.find_spec("scipy") is None and PEERS_PYTHON.exists()
):  # what we are compared with has a place of its own
    os.execv(PEERS_PYTHON, [str(PEERS_PYTHON), *sys.argv])

try:
    import numpy as np
    import paidan
    from paidan import frames
except ModuleNotFoundError as missing:
    skip(f"{missing}; run ./dev claims roads")

DATA = ROOT.parent / "shared" / "data" / "roads"
PLACES = 500
TURNS = 5


def main() -> None:
    files = [DATA / f"campo-grande-{name}.csv" for name in ("nodes", "edges")]
    if not all(path.is_file() for path in files):
        skip(f"{DATA} is not there")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", paidan.Notice)
        begun = time.process_time()
        roads = frames.read_roads(*files, columns={"index": "node"})
        reading = time.process_time() - begun
    draw = random.Random(1)
    points = []
    for node in draw.sample(range(len(roads.nodes)), PLACES):
        near = roads.nodes[node]
        points.append(
            paidan.GeoPoint(lat=near.lat + draw.uniform(-0.0018, 0.0018), lon=near.lon + draw.uniform(-0.0018, 0.0018))
        )
    problem = paidan.Problem(
        zone="UTC",
        locations=[paidan.Location(id=f"p{n}", point=point) for n, point in enumerate(points)],
        technicians=[paidan.Technician(id="t", home="p0")],
        orders=[],
    )
    times = []
    for _ in range(TURNS):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", paidan.Notice)
            begun = time.process_time()
            matrix = paidan.road_matrix(problem, roads)
            times.append(time.process_time() - begun)
    seconds = sorted(times)[TURNS // 2]

    claim = Claim()
    claim.holds(
        "network", "12,939 and 31,850", f"{len(roads.nodes):,} and {len(roads.edges):,}", len(roads.nodes) == 12_939
    )
    claim.at_most(f"ways between {PLACES} places, one core, median of {TURNS}", 3, seconds, "s")
    print(
        f"      {seconds / calibration_seconds():.0f} times the calibration kernel; reading the tables takes {reading:.2f} s"
    )
    reached = float((matrix.seconds >= 0).mean())
    claim.holds("pairs with a way", "all", f"{reached:.2%}", reached == 1)
    compare(claim, problem, roads, matrix)
    claim.finish()


def compare(claim: Claim, problem: paidan.Problem, roads: paidan.RoadData, matrix: paidan.MatrixData) -> None:
    """Somebody else's shortest ways over the same milliseconds: from 25 places to all crossings."""
    try:
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import connected_components, dijkstra
    except ModuleNotFoundError:
        print("      SciPy is not there: the times are not compared (./dev peers)")
        return
    size = len(roads.nodes)
    shortest: dict[tuple[int, int], int] = {}
    for edge in roads.edges:
        milliseconds = (edge.decimetres * 360_000 + edge.metres_per_hour // 2) // edge.metres_per_hour
        pair = (edge.from_, edge.to)
        shortest[pair] = min(shortest.get(pair, milliseconds), milliseconds)
    graph = csr_array(
        (np.array(list(shortest.values()), dtype=float), np.array(list(shortest), dtype=int).T), shape=(size, size)
    )
    _, label = connected_components(graph, directed=True, connection="strong")
    main_part = np.flatnonzero(label == np.bincount(label).argmax())
    at = np.array([(node.lat, node.lon) for node in roads.nodes])
    # Metres of a degree there (Snyder, "Map Projections", USGS 1395, 1987, p. 25): 0.3 % decide which of two crossings is nearer.
    middle = np.radians((at[:, 0].min() + at[:, 0].max()) / 2)
    north = 111_132.954 - 559.822 * np.cos(2 * middle) + 1.175 * np.cos(4 * middle)
    east = 111_412.84 * np.cos(middle) - 93.5 * np.cos(3 * middle) + 0.118 * np.cos(5 * middle)
    scale = np.array([north, east])
    nodes, clear = [], []
    for place in problem.locations:
        assert place.point is not None
        gaps = np.sqrt((((at[main_part] - (place.point.lat, place.point.lon)) * scale) ** 2).sum(axis=1))
        first, second = np.argsort(gaps)[:2]
        nodes.append(int(main_part[first]))
        clear.append(gaps[second] - gaps[first] > 1)  # else the rounding to decimetres decides which one is nearer
    kept = np.flatnonzero(clear)
    print(f"      {PLACES - len(kept)} places between two crossings equally far are left out")
    wrong = compared = 0
    for row in kept[:: len(kept) // 25]:
        expected = np.ceil(dijkstra(graph, indices=nodes[row])[nodes] / 1000)
        compared += len(kept)
        wrong += int((expected != matrix.seconds[row])[kept].sum())
    claim.holds(f"times that differ from SciPy's, of {compared:,}", "0", str(wrong), wrong == 0)


main()
