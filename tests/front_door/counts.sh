#!/usr/bin/env bash
# counts.sh ROOT: what ./dev counts when a part of the tests is killed, hangs or ends well.
set -euo pipefail
source_root=$1
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/build" "$place/.venv/bin" "$place/tests/python"
cp "$source_root/dev" "$place/dev"
touch "$place/tests/python/test_nothing.py"

# try NAME PASSED FAILED: pytest is the script on standard input.
wrong=0
try() {
  local name=$1 expected="$2 passed, $3 failed" got
  { echo '#!/usr/bin/env bash'; cat; } >"$place/.venv/bin/python"
  chmod +x "$place/.venv/bin/python"
  got=$(cd "$place" && PAIDAN_PYTEST_LIMIT=1s bash -c '. ./dev; run_pytest >/dev/null || true; echo "$passed passed, $failed failed"')
  if [[ $got == "$expected" ]]; then echo "ok    $name"; else echo "WRONG $name: $got, not $expected"; wrong=1; fi
}

try "all pass" 7 0 <<<'echo "7 passed in 1.2s"'
try "one fails" 6 1 <<<'echo "1 failed, 6 passed in 1.2s"; exit 1'
try "an error in a fixture" 6 1 <<<'echo "6 passed, 1 error in 1.2s"; exit 1'
try "killed" 0 1 <<<'echo "....."; kill -KILL $$'
try "never ends" 0 1 <<<'echo "....."; sleep 60'
try "deaf to the first signal" 0 1 <<<'trap "" TERM; echo "....."; for i in {1..60}; do sleep 1; done'
try "cannot start" 0 1 <<<'exit 4'

# ctest: the same through a stand-in that prints what ctest prints.
mkdir -p "$place/bin" "$place/build/default"
try_ctest() {
  local name=$1 expected="$2 passed, $3 failed" got
  { echo '#!/usr/bin/env bash'; cat; } >"$place/bin/ctest"
  chmod +x "$place/bin/ctest"
  got=$(cd "$place" && PATH=$place/bin:$PATH bash -c '. ./dev; run_ctest default >/dev/null || true; echo "$passed passed, $failed failed"')
  if [[ $got == "$expected" ]]; then echo "ok    $name"; else echo "WRONG $name: $got, not $expected"; wrong=1; fi
}
try_ctest "ctest: one of nine fails" 8 1 <<<'echo "89% tests passed, 1 tests failed out of 9"; exit 8'
try_ctest "ctest: killed" 0 1 <<<'echo "Start 1"; kill -KILL $$'
exit "$wrong"
