"""What `--results` asks for: folders of CSV, workbooks, or both."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from paidan.report.words import Language, word
from paidan.week import results, workbook
from paidan.week.tables import Cell

if TYPE_CHECKING:
    from paidan.week.run import Week


def folder_of(page: Path, language: Language) -> Path:
    """Where what belongs to single cities goes, beside what tells of all."""
    return page.with_name(f"{page.stem}-{'cities' if language == 'en' else '城市'}")


@dataclass(frozen=True, kw_only=True)
class Outputs:
    folders: Sequence[Path]
    workbooks: Sequence[Path]
    language: Language
    documents: bool
    """Days as JSON too, which hold names and addresses as they are."""

    @classmethod
    def of(cls, options: argparse.Namespace) -> Outputs:
        """A path that ends in .xlsx is a workbook, any other a folder."""
        books = [path for path in options.results if path.suffix.lower() == ".xlsx"]
        return cls(
            folders=[path for path in options.results if path not in books],
            workbooks=books,
            language=options.lang,
            documents=options.no_masks,
        )

    def write(self, weeks: Mapping[str, Week], text: Callable[[str], str]) -> list[str]:
        """Of one week; what could not be written whole, as sentences."""
        return self._write(self.folders, self.workbooks, weeks, text)

    def make_folders(self) -> None:
        for path in self.workbooks:
            folder_of(path, self.language).mkdir(exist_ok=True)

    def write_city(self, name: str, weeks: Mapping[str, Week], text: Callable[[str], str]) -> list[str]:
        """Of a city: a folder in the folder, a workbook beside the one of all."""
        folders = [folder / name for folder in self.folders]
        return self._write(
            folders, [folder_of(path, self.language) / f"{name}.xlsx" for path in self.workbooks], weeks, text
        )

    def write_national(self, sheet: tuple[str, Sequence[str], Iterable[Sequence[Cell]]]) -> list[str]:
        return [line for path in self.workbooks for line in workbook.write_sheets(path, [sheet], self.language)]

    def left_out(self) -> list[str]:
        return [word("no_documents", self.language)] if self.folders and not self.documents else []

    def _write(
        self,
        folders: Sequence[Path],
        books: Sequence[Path],
        weeks: Mapping[str, Week],
        text: Callable[[str], str],
    ) -> list[str]:
        said: list[str] = []
        for folder in folders:
            results.write(folder, weeks, language=self.language, text=text, documents=self.documents)
        for path in books:
            said += workbook.write(path, weeks, language=self.language, text=text)
        return said
