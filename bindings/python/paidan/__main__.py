"""``paidan`` and ``python -m paidan``: plan a week of one's own, write the templates; every operation as the program has it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

EXTRAS = {"jinja2": "report", "markupsafe": "report", "python_calamine": "excel", "xlsxwriter": "excel"}
"""Which extra of this package brings a module."""


def _parser() -> argparse.ArgumentParser:
    from paidan import desk
    from paidan.week import command as week

    names = ", ".join(name for name, *_ in desk.table())
    parser = argparse.ArgumentParser(
        prog="paidan",
        description="派单: plan a week of repairs, offline.",
        epilog=f"Commands with JSON in and out, each with --help: {names}, serve, operations.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    weekly = commands.add_parser("week", help="plan your own week from CSV or Excel tables and write a report")
    week.add_arguments(weekly)
    weekly.set_defaults(run=week.run)
    templates = commands.add_parser("templates", help="write CSV templates of every table into a folder")
    templates.add_argument("folder", type=Path)
    templates.add_argument("--lang", choices=("zh", "en"), default="zh", help="of headings and comments")
    templates.set_defaults(run=_write_templates)
    return parser


def _write_templates(options: argparse.Namespace) -> int:
    from importlib import resources

    options.folder.mkdir(parents=True, exist_ok=True)
    for template in sorted(
        resources.files("paidan.week").joinpath("templates", options.lang).iterdir(), key=lambda one: one.name
    ):
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
    from paidan import _paidan

    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] not in ("week", "templates", "help", "-h", "--help"):
        sys.stdout.flush()
        return _paidan.program(words)
    options = _parser().parse_args(["--help"] if words == ["help"] else words)
    try:
        return int(options.run(options))
    except ModuleNotFoundError as error:
        from paidan.report.words import word

        extra = EXTRAS.get(error.name or "")
        if extra is None:
            raise
        print(word("missing_extra", getattr(options, "lang", "en"), name=error.name, extra=extra), file=sys.stderr)
        return 2
    except SystemExit as error:
        if not isinstance(error.code, str):
            raise
        print(error.code, file=sys.stderr)
        return 2
    except paidan.InvalidInput as error:
        from paidan.report.words import Language, grouped

        language: Language = getattr(options, "lang", "en")
        print("\n".join(grouped(error.errors, language)), file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
