# SPDX-License-Identifier: GPL-2.0-or-later
# Sourced by the CLI tests: a scratch directory, and a way to say what was expected.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PYTHONDONTWRITEBYTECODE=1 # nothing is written beside the sources
cli=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
own_py=$(cd "$(dirname "$0")" && pwd)/$(basename "$0" .sh).py

# py ARGUMENT...: runs the Python file beside the test, of the same name.
py() { python3 "$own_py" "$@"; }

# expect_exit CODE COMMAND...: runs the command, keeps its output in $work/out and $work/err.
expect_exit() {
  local want=$1 got=0
  shift
  "$@" >"$work/out" 2>"$work/err" || got=$?
  if [ "$got" != "$want" ]; then
    echo "exit $got, expected $want: $*" >&2
    cat "$work/out" "$work/err" >&2
    exit 1
  fi
}

# expect_text FILE PATTERN: FILE (out or err) holds a line that matches the basic regular expression.
expect_text() {
  grep -q -- "$2" "$work/$1" || { echo "no '$2' in std$1:" >&2; cat "$work/$1" >&2; exit 1; }
}

expect_silence() {
  [ ! -s "$work/$1" ] || { echo "std$1 should be empty:" >&2; cat "$work/$1" >&2; exit 1; }
}

expect_equal() {
  [ "$1" = "$2" ] || { echo "expected '$2', got '$1'" >&2; exit 1; }
}

# expect_schema NAME FILE: each line of FILE is JSON as docs/schema/NAME.schema.json says.
expect_schema() { python3 "$cli/json_schema.py" "$cli/../../docs/schema/$1.schema.json" "$2"; }

# $work/archive: two segments, a dictionary, tombstones of both kinds.
make_worn_archive() {
  "$NEWS_INDEXER" add -q "$work/archive" "$NEWS_DATA/sample"
  "$NEWS_INDEXER" export "$work/archive" | sed 's/"text":"/"text":"Again: /' | head -n 40 >"$work/again.jsonl"
  "$NEWS_INDEXER" add -q "$work/archive" "$work/again.jsonl"
  "$NEWS_INDEXER" delete -q "$work/archive" "id:$("$NEWS_SEARCHER" "$work/archive" '*' --format csv --fields id --limit 1 | tail -n 1)"
  "$NEWS_INDEXER" prune -q "$work/archive"
}
