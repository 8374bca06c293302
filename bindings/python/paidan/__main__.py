"""``python -m paidan``: plan a week of one's own, write the templates."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def _parser() -> argparse.ArgumentParser:
    from paidan.week import command as week

    parser = argparse.ArgumentParser(prog="python -m paidan", description="派单: plan a week of repairs, offline.")
    commands = parser.add_subparsers(dest="command", required=True)
    weekly = commands.add_parser("week", help="plan your own week from CSV or Excel tables and write a report")
    week.add_arguments(weekly)
    weekly.set_defaults(run=week.run)
    templates = commands.add_parser("templates", help="write the CSV templates (工单, 师傅, 价目) into a folder")
    templates.add_argument("folder", type=Path)
    templates.set_defaults(run=_write_templates)
    return parser


def _write_templates(options: argparse.Namespace) -> int:
    from importlib import resources

    options.folder.mkdir(parents=True, exist_ok=True)
    for template in sorted(resources.files("paidan.week").joinpath("templates").iterdir(), key=lambda one: one.name):
        target = options.folder / template.name
        if target.exists():
            print(f"kept {target}: it exists already")
            continue
        target.write_bytes(template.read_bytes())
        print(target)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 2 and every error found when the input is bad."""
    import paidan

    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except paidan.InvalidInput as error:
        language = getattr(options, "lang", "en")
        print(error.message(language), file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
