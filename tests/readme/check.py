"""check.py ROOT: the first C++ and the first Python block of each README are the examples that run as tests."""

import re
import sys
from pathlib import Path

EXAMPLES = {"cpp": "examples/readme.cpp", "python": "examples/readme.py"}
LINES = 15


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    wrong = []
    for readme in ("README.md", "README.zh-CN.md"):
        text = (root / readme).read_text(encoding="utf-8")
        for language, example in EXAMPLES.items():
            block = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
            if block is None:
                wrong.append(f"{readme}: has no {language} block")
                continue
            if block[1].strip() != (root / example).read_text(encoding="utf-8").strip():
                wrong.append(f"{readme}: its {language} block differs from {example}")
            lines = sum(bool(line.strip()) for line in block[1].splitlines())
            if lines > LINES:
                wrong.append(f"{readme}: its {language} block has {lines} lines, more than {LINES}")
    print(*wrong, sep="\n")
    print(f"README examples: {len(wrong)} wrong")
    return 1 if wrong else 0


sys.exit(main())
