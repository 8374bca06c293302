"""Runs in an environment that holds nothing but the wheel: the engine is there, typed, and loads."""

import importlib.util
import subprocess
import sys
import tempfile
from importlib import resources
from pathlib import Path

import paidan

package = resources.files("paidan")
assert "site-packages" in str(package), f"paidan was not imported from the wheel but from {package}"
assert (package / "py.typed").is_file(), "py.typed is missing"
assert any(entry.name.endswith(".pyi") for entry in package.iterdir()), "the .pyi files are missing"
assert importlib.util.find_spec("paidan._paidan") is not None, "the engine is missing"
assert paidan.__version__ == "0.1.0", paidan.__version__
helped = subprocess.run([sys.executable, "-m", "paidan", "--help"], capture_output=True, text=True, check=False)
assert helped.returncode == 0, helped.stderr
# The command that the wheel brings: every operation of the program, and in one line what `week` still needs here.
command = Path(sys.executable).with_name("paidan")
table = subprocess.run([command, "operations"], capture_output=True, text=True, check=True).stdout
assert '"why_not"' in table, table
with tempfile.TemporaryDirectory() as place:
    week = ["week", "--orders", "o.csv", "--technicians", "t.csv", "--report", "r.html", "--lang", "en"]
    lacking = subprocess.run([command, *week], capture_output=True, text=True, check=False, cwd=place)
assert lacking.returncode == 2, lacking
assert lacking.stderr == "jinja2 is missing: pip install paidan[report]\n", lacking.stderr
print(f"wheel: paidan {paidan.__version__} from {package}")
