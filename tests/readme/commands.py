"""commands.py ROOT PAIDAN [MODULES]: every command of the READMEs runs as written from a fresh clone, or is known to exist.

Those of `paidan` and, with MODULES on PYTHONPATH, of `python -m paidan` are run in a folder that holds what a clone holds.
What takes minutes (`./dev …`) is tried elsewhere; here it must exist. A command that this program does not know is wrong.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

READMES = ("README.md", "README.zh-CN.md")


class Wrong(Exception):
    pass


class Reader:
    def __init__(self, root: Path, program: Path, modules: str) -> None:
        self.root = root
        self.program = program
        self.modules = modules
        self.dev = (root / "dev").read_text(encoding="utf-8")
        self.ran = self.known = 0

    def command(self, line: str, folder: Path) -> None:
        """One line of a block, its comment cut off."""
        plain, _, comment = line.partition("#")
        words = plain.split()
        if words[0] == "./dev":
            self.dev_command(words[1:])
        elif words[0] == "paidan":
            self.run([str(self.program), *words[1:]], folder, comment)
        elif words[:3] == ["python", "-m", "paidan"]:
            if self.modules:
                self.run([sys.executable, *words[1:]], folder, comment)
        elif words[:2] == ["apt", "install"]:
            self.packages(words[2:])
        elif words[0] == "g++":
            self.known += 1  # package_by_hand runs these
        else:
            raise Wrong("nothing here knows how to try it")

    def run(self, words: list[str], folder: Path, comment: str) -> None:
        environment = os.environ | {"PYTHONPATH": self.modules, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False
        )
        # A comment may say which other exit codes are fine: `0: fine, 1: findings`.
        if done.returncode not in {0, *(int(code) for code in re.findall(r"\b(\d)[:：]", comment))}:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise Wrong(f"ended with {done.returncode}: {said[:300]}")
        self.ran += 1

    def dev_command(self, words: list[str]) -> None:
        name, *rest = words
        if not re.search(rf"^\./dev (?:\w+ \| )*{name}\b", self.dev, re.MULTILINE):
            raise Wrong(f"./dev has no command {name}")
        if name == "claims" and rest and not list((self.root / "benchmarks" / "claims").glob(f"{rest[0]}.*")):
            raise Wrong(f"there is no claim {rest[0]}")
        self.known += 1

    def packages(self, names: list[str]) -> None:
        if missing := [name for name in names if not re.search(rf"\b{re.escape(name)}(?![\w-])", self.dev)]:
            raise Wrong(f"./dev, which is known to suffice, does not install {', '.join(missing)}")
        self.known += 1

    def inline(self, text: str, operations: set[str]) -> None:
        """A command in a sentence, perhaps with words that stand for something: it must exist."""
        words = text.split()
        if words[0] == "./dev" and len(words) > 1:
            self.dev_command(words[1:])
        elif words[:2] == ["apt", "install"]:
            self.packages(words[2:])
        elif words[0] == "paidan" and len(words) > 1 and re.fullmatch(r"[a-z_]+", words[1]):
            if words[1] not in operations:
                raise Wrong(f"paidan has no operation {words[1]}")
            self.known += 1


def main() -> int:
    root, program = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    reader = Reader(root, program, str(Path(sys.argv[3]).resolve()) if len(sys.argv) > 3 and sys.argv[3] else "")
    table = subprocess.run([program, "operations"], capture_output=True, text=True, check=True).stdout
    operations = {*re.findall(r'"name": "([a-z_]+)"', table), "serve", "operations", "week", "templates"}
    wrong = []
    for name in READMES:
        text = (root / name).read_text(encoding="utf-8")
        blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        sentences = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
        with tempfile.TemporaryDirectory() as place:
            (Path(place) / "examples").symlink_to(root / "examples")
            for line in "".join(blocks).splitlines():
                if not line.strip() or line.startswith("#"):
                    continue
                try:
                    reader.command(line, Path(place))
                except (Wrong, subprocess.TimeoutExpired, OSError) as why:
                    wrong.append(f"{name}: {line.strip()}\n    {why}")
        for command in re.findall(r"`((?:\./dev|paidan|apt install) [^`]+)`", sentences):
            try:
                reader.inline(command, operations)
            except Wrong as why:
                wrong.append(f"{name}: {command}\n    {why}")
    print(*wrong, sep="\n")
    print(f"README commands: {reader.ran} run, {reader.known} known, {len(wrong)} wrong")
    return 1 if wrong or not reader.ran else 0


sys.exit(main())
