"""A progress line on the terminal: one line, rewritten; silent when the output is not a terminal."""

from __future__ import annotations

import datetime as dt
import sys
from types import TracebackType

WIDTH = 28


class Bar:
    def __init__(self, title: str) -> None:
        self._title = title
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\n")

    def show(self, done: int, total: int, what: str) -> None:
        if not self._shown:
            return
        filled = WIDTH * done // max(1, total)
        sys.stderr.write(f"\r{self._title} [{'█' * filled}{'·' * (WIDTH - filled)}] {done}/{total} {what}\x1b[K")
        sys.stderr.flush()

    def day(self, done: int, total: int, date: dt.date) -> None:
        self.show(done, total, date.isoformat())
