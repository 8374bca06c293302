"""check.py COMPILER INCLUDE CASE: the twin compiles, the misuse does not and says why.

A case starts with `// expect: REGEX`; the expression must match the compiler's messages for the misuse.
"""

import re
import subprocess
import sys
from pathlib import Path


def compile_case(compiler: str, include: str, case: Path, *defines: str) -> subprocess.CompletedProcess[str]:
    command = [compiler, "-std=c++20", "-fsyntax-only", "-fno-diagnostics-color", "-Wall", "-Wextra", "-I", include]
    return subprocess.run([*command, *defines, str(case)], capture_output=True, text=True, check=False)


def main() -> int:
    compiler, include, case = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    first = case.read_text(encoding="utf-8").splitlines()[0]
    if not first.startswith("// expect: "):
        print(f"{case}: the first line must be '// expect: REGEX'")
        return 1
    expected = first.removeprefix("// expect: ")
    twin = compile_case(compiler, include, case)
    if twin.returncode != 0:
        print(f"the twin does not compile:\n{twin.stderr}")
        return 1
    misuse = compile_case(compiler, include, case, "-DMISUSE")
    if misuse.returncode == 0:
        print("the misuse compiles")
        return 1
    errors = "\n".join(line for line in misuse.stderr.splitlines() if "error:" in line)
    if not re.search(expected, errors):
        print(f"expected a message like /{expected}/, got:\n{misuse.stderr}")
        return 1
    return 0


sys.exit(main())
