"""Run by ./dev demo, with the examples' folder and the module on PYTHONPATH."""

import argparse
import sys

from demo import command


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m demo", description="派单: three exhibits on real requests, offline."
    )
    command.add_arguments(parser)
    return command.run(parser.parse_args())


sys.exit(main())
