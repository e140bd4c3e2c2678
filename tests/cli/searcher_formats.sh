# SPDX-License-Identifier: GPL-2.0-or-later
# Formats of search for other programs: tables with tabs, ids, run files, templates.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
"$NEWS_SEARCHER" "$archive" bridge --all --format ndjson --fields id | sed 's/.*:"\(.*\)"}/\1/' >"$work/ids"

expect_exit 0 "$NEWS_SEARCHER" "$archive" bridge --all --format ids
expect_silence err
cmp "$work/out" "$work/ids"
"$NEWS_SEARCHER" "$archive" bridge --all --format ids --print0 | tr '\0' '\n' | cmp - "$work/ids"
"$NEWS_SEARCHER" "$archive" bridge --all --template '{id}' --print0 | tr '\0' '\n' | cmp - "$work/ids"
expect_exit 1 "$NEWS_SEARCHER" "$archive" nowhereatall --format ids
expect_silence out

# A table with tabs says the same as the one with commas.
"$NEWS_SEARCHER" "$archive" bridge --all --format csv --fields rank,id,title,text >"$work/csv"
expect_exit 0 "$NEWS_SEARCHER" "$archive" bridge --all --format tsv --fields rank,id,title,text
expect_silence err
python3 - "$work/csv" "$work/out" <<'PY'
import csv, re, sys
plain = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}
def unescaped(cell): return re.sub(r"\\[nt\\]", lambda m: plain[m[0]], cell)
lines = open(sys.argv[2], newline="").read().removesuffix("\n").split("\n")
table = [[unescaped(cell) for cell in line.split("\t")] for line in lines]
assert table == list(csv.reader(open(sys.argv[1], newline="")))
assert len(table) > 10 and any("\n" in cell for row in table for cell in row)
PY

# A run file keeps our order under tools that sort by score, 32-bit numbers as they may be.
for query in '*' 'bridge OR source:"Harbour Gazette"'; do
  for sort in relevance newest; do
    expect_exit 0 "$NEWS_SEARCHER" "$archive" "$query" --all --format trec --query-id q7 --sort $sort
    expect_silence err
    "$NEWS_SEARCHER" "$archive" "$query" --all --format ids --sort $sort >"$work/ids"
    python3 - "$work/out" "$work/ids" <<'PY'
import struct, sys
rows = [line.split() for line in open(sys.argv[1])]
assert [row[2] for row in rows] == open(sys.argv[2]).read().split("\n")[:-1]
assert all(row[0] == "q7" and row[1] == "Q0" and row[5] == "newsarchive" for row in rows)
assert [row[3] for row in rows] == [str(n + 1) for n in range(len(rows))]
small = [struct.unpack("f", struct.pack("f", float(row[4])))[0] for row in rows]
assert all(a > b for a, b in zip(small, small[1:])), small
PY
  done
done
"$NEWS_SEARCHER" "$archive" bridge --format trec --limit 1 | grep -q '^1 Q0 '

expect_exit 0 "$NEWS_SEARCHER" "$archive" id:hg-2014-003 --template '{{{rank}}}\t{source}\n{date}'
expect_silence err
expect_equal "$(cat "$work/out")" "$(printf '{1}\tHarbour Gazette\n2014-02-18')"
expect_exit 2 "$NEWS_SEARCHER" "$archive" bridge --template '{headline}'
expect_silence out
expect_text err "no field 'headline'"
expect_text err 'Fields are rank, id, score, title'

# Nothing that an article holds breaks a line or reaches the terminal.
printf '%s\n' '{"id":"a\tb c","title":"tab\there \\ \u001b[31mred","text":"evil text\n\nmore"}' >"$work/evil.jsonl"
"$NEWS_INDEXER" add -q "$work/evil" "$work/evil.jsonl"
for how in '--format tsv --fields id,title,text' '--format ids' '--format trec' '--template {id}{title}{text}'; do
  # shellcheck disable=SC2086
  expect_exit 0 "$NEWS_SEARCHER" "$work/evil" evil $how
  expect_silence err
  if LC_ALL=C grep -q "$(printf '\033')" "$work/out"; then echo "escape with $how" >&2; exit 1; fi
  expect_equal "$(tail -n +1 "$work/out" | grep -vc '^id')" 1
  case $how in *trec*) expect_equal "$(wc -w <"$work/out")" 6 ;; esac
done

# What does not go together is said before anything is opened.
for wrong in '--format ids --fields id' '--format csv --print0' '--format csv --query-id 3' \
    '--format trec --query-id ' '--format json --template x' '--template {id' '--template id}' \
    '--template \q' '--format-version 2'; do
  # shellcheck disable=SC2086
  expect_exit 2 "$NEWS_SEARCHER" "$work/none" bridge $wrong
  expect_silence out
  expect_text err '^searcher: '
done
expect_text err "'2' is none of 1$"
expect_exit 0 "$NEWS_SEARCHER" "$archive" bridge --format json --format-version 1
expect_exit 2 "$NEWS_SEARCHER" show "$archive" hg-2014-003 --format tsv

# The first hit is there while the rest waits for a reader; one who goes away is no error.
for how in '--format ids' '--format trec' '--template {title}' '--format tsv'; do
  # shellcheck disable=SC2086
  "$NEWS_SEARCHER" "$archive" '*' --all $how --line-buffered 2>"$work/err" | head -1 >/dev/null
  expect_silence err
done

# A result of any length is written as it is read: no more memory for all hits than some bytes a hit. The
# shares of files that are mapped do not count.
python3 - "$work/long.jsonl" <<'PY'
import json, sys
with open(sys.argv[1], "w") as out:
    for n in range(20000):
        out.write(json.dumps({"id": f"n{n:05}", "title": f"Bridge {n}", "text": "A bridge. " + "river and dam, " * 40}) + "\n")
PY
"$NEWS_INDEXER" add -q "$work/long" "$work/long.jsonl"
# Equal hits come by id, in whichever segments they are.
for half in 1 0; do sed -n "$half~2p" "$work/long.jsonl" >"$work/half.jsonl"; "$NEWS_INDEXER" add -q "$work/halves" "$work/half.jsonl"; done
for query in '*' 'bridge'; do
  cmp <("$NEWS_SEARCHER" "$work/long" "$query" --all --format ids) <("$NEWS_SEARCHER" "$work/halves" "$query" --all --format ids)
done
cmp <("$NEWS_SEARCHER" "$work/long" '*' --limit 7 --offset 99 --format ids) <("$NEWS_SEARCHER" "$work/halves" '*' --limit 7 --offset 99 --format ids)
python3 - "$NEWS_SEARCHER" "$work/long" <<'PY'
import subprocess, sys
if b"__asan_init" in open(sys.argv[1], "rb").read() or b"__tsan_init" in open(sys.argv[1], "rb").read():
    sys.exit(0)  # its own memory would be measured
for query in "*", "bridge":
    process = subprocess.Popen([sys.argv[1], sys.argv[2], query, "--all", "--format", "ndjson"], stdout=subprocess.PIPE)
    most = lines = 0
    for line in process.stdout:
        lines += 1
        if lines % 1000 == 0 and lines < 20000:
            status = open(f"/proc/{process.pid}/status").read()
            most = max(most, int(status.split("RssAnon:")[1].split()[0]))
    assert process.wait() == 0 and lines == 20000
    assert 0 < most < 40_000, f"{most} kB of memory for '{query}'"
PY
