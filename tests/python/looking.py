"""A look at a page with a real browser: what a reader would find fault with, on a screen, on a telephone, on paper.

`looks(page)` opens the page at two widths and as paper has it and lists what is wrong (looking.js says what is looked for);
`paper(page)` prints it to PDF and tells on which pages each day sheet begins and ends. Both work on a copy.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_suffix(".js")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MODES = (
    {"name": "wide", "width": 1280, "least": 9, "print": False},
    {"name": "phone", "width": 400, "least": 9, "print": False},
    # A4 less margins of 12 mm, at 96 px an inch; letters of 5.5 pt.
    {"name": "print", "width": 703, "least": 7.3, "print": True},
)


class Absent(Exception):
    """What is needed to look is not installed; the text says what."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    mode: str
    what: str
    text: str
    more: str

    def __str__(self) -> str:
        return f"{self.mode}: {self.what}: {self.text[:60]!r} ({self.more[:80]})"


def browser() -> str:
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    raise Absent("no browser: Debian package chromium (./dev look installs it)")


def printer() -> str:
    if path := shutil.which("pdftotext"):
        return path
    raise Absent("no pdftotext: Debian package poppler-utils (./dev look installs it)")


def _run(page: Path, *options: str) -> str:
    """Chromium without a window, in a home of its own."""
    with tempfile.TemporaryDirectory(prefix="look-") as home:
        command = [browser(), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]
        command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        command += [f"--user-data-dir={home}", *options, page.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    if done.returncode:
        raise RuntimeError(f"the browser ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def looks(page: str) -> list[Fault]:
    """Everything that is wrong, in every mode; a day that paper does not show too."""
    frames = "".join(
        f'<iframe id="{mode["name"]}" style="border:0;width:{mode["width"]}px;height:900px" '
        f'srcdoc="{html.escape(page, quote=True)}"></iframe>'
        for mode in MODES
    )
    script = SCRIPT.read_text(encoding="utf-8")
    around = f"""<!doctype html><meta charset="utf-8"><body>{frames}<script>{script}
addEventListener("load", () => {{
  const answer = {json.dumps(MODES)}.map((mode) => {{
    try {{ return look(document.getElementById(mode.name), mode); }}
    catch (error) {{ return {{mode: mode.name, error: String(error.stack)}}; }}
  }});
  document.body.replaceChildren(Object.assign(document.createElement("pre"), {{textContent: JSON.stringify(answer)}}));
}});</script>"""
    with tempfile.TemporaryDirectory(prefix="look-") as folder:
        path = Path(folder, "around.html")
        path.write_text(around, encoding="utf-8")
        dumped = _run(path, "--window-size=1400,1000", "--virtual-time-budget=60000", "--dump-dom")
    found = re.search(r"<pre>(.*)</pre>", dumped, re.DOTALL)
    if not found:
        raise RuntimeError(f"the browser gave no answer: {dumped[:300]}")
    faults = []
    for answer in json.loads(html.unescape(found[1])):
        mode = answer["mode"]
        if "error" in answer:
            raise RuntimeError(f"{mode}: {answer['error']}")
        wanted = next(one["width"] for one in MODES if one["name"] == mode)
        if answer["width"] != wanted or not answer["texts"]:
            raise RuntimeError(f"{mode}: {answer['width']} px wide and {answer['texts']} texts: nothing was looked at")
        faults += [Fault(mode=mode, **fault) for fault in answer["faults"]]
        faults += [
            Fault(mode=mode, what="day not shown", text=day["title"], more="")
            for day in answer["days"]
            if not day["shown"]
        ]
    return faults


@dataclass(frozen=True, kw_only=True)
class Paper:
    pages: list[str]
    """The text of each page."""
    faults: list[Fault]
    sheets: int
    words: str
    """All of it in the order it was written, without blanks: a cell that wraps is in one piece."""

    def lacks(self, texts: Iterable[str]) -> list[str]:
        """Those that are not on paper."""
        return [text for text in dict.fromkeys(texts) if "".join(text.split()) not in self.words]


def paper(page: str) -> Paper:
    """The page as PDF: every day and every day sheet is there, each sheet alone on a page of its own."""
    sheets = 0
    headings: list[str] = []

    def marked(found: re.Match[str]) -> str:
        # Out of the flow, so that nothing moves; read back from the text of the PDF.
        nonlocal sheets
        sheets += 1
        headings.append("".join(html.unescape(re.sub("<[^>]*>", "", found[2])).split()))
        style = "position:absolute;font-size:3px;color:#000;white-space:nowrap"
        return (
            f'{found[1]} style="position:relative"><i style="{style};left:0;top:0">QB{sheets}Q</i>'
            f'<i style="{style};left:0;bottom:0">QE{sheets}Q</i>{found[2]}'
        )

    copy = re.sub(r'(<div class="sheet busy"[^>]*)>(.*?</h4>)', marked, page, flags=re.DOTALL)
    copy = copy.replace("</head>", "<style>@page{size:A4}</style></head>")
    with tempfile.TemporaryDirectory(prefix="look-") as folder:
        path, pdf = Path(folder, "page.html"), Path(folder, "page.pdf")
        path.write_text(copy, encoding="utf-8")
        _run(path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
        text, raw = (
            subprocess.run([printer(), mode, str(pdf), "-"], capture_output=True, text=True, check=True).stdout
            for mode in ("-layout", "-raw")
        )
    pages = text.removesuffix("\f").split("\f")
    faults = []

    def fault(what: str, text: str, more: str = "") -> None:
        faults.append(Fault(mode="paper", what=what, text=text, more=more))

    def where(mark: str) -> list[int]:
        return [number for number, one in enumerate(pages, 1) if mark in one]

    for number in range(1, sheets + 1):
        begin, end = where(f"QB{number}Q"), where(f"QE{number}Q")
        if len(begin) != 1 or len(end) != 1:
            fault("day sheet not printed", f"sheet {number}", f"pages {begin}, {end}")
            continue
        first = pages[begin[0] - 1]
        title = next((line.strip() for line in first.splitlines() if line.strip()), "")
        if begin != end:
            fault("day sheet runs on", title, f"pages {begin[0]} to {end[0]}")
        if len(set(re.findall(r"Q[BE](\d+)Q", first))) > 1:
            fault("two day sheets on one page", title, f"page {begin[0]}")
        # The mark may come after some words of the heading beside it.
        if "".join(first[: first.index(f"QB{number}Q")].split()) not in headings[number - 1]:
            fault("something stands above the day sheet", title, f"page {begin[0]}")
    return Paper(pages=pages, faults=faults, sheets=sheets, words="".join(raw.split()))
