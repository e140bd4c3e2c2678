# SPDX-License-Identifier: GPL-2.0-or-later
# Concordances: as many lines as there are matches, each where search finds it, in the order asked for.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
kwic() { "$NEWS_SEARCHER" kwic "$@"; }

# By the offsets of search: the same places, and what stands there.
cat >"$work/compare.py" <<'PY'
import json, re, subprocess, sys
searcher, archive, *options, query = sys.argv[1:]
def run(*arguments):
    return subprocess.run([searcher, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
def clean(bytes): return re.sub(r"\s+", " ", bytes.decode())
found = run("search", archive, "--all", "--format", "ndjson", "--fields", "id,date,source,title,text,matches", "--", query)
hits = {hit["id"]: hit for hit in map(json.loads, found.stdout.splitlines())}
wanted = {(h["id"], m["field"], m["start"], m["end"]) for h in hits.values() for m in h["matches"]}
answer = json.loads(run("kwic", archive, "--format", "json", *options, "--", query).stdout)
lines = answer["lines"]
assert answer["schema"] == 1 and answer["matches"] == len(lines) == len(wanted) and answer["articles"] == len(hits), answer
assert {(l["id"], l["field"], l["start"], l["end"]) for l in lines} == wanted
for l in lines:
    hit = hits[l["id"]]
    text = hit.get(l["field"], "").encode()
    assert l["match"] == clean(text[l["start"]:l["end"]]), l
    assert clean(text[:l["start"]]).endswith(l["left"]) and clean(text[l["end"]:]).startswith(l["right"]), l
    assert len(l["left"]) > 30 or l["start"] < 90, l
    assert l.get("date") == hit.get("date") and l.get("source") == hit.get("source")
assert len(run("kwic", archive, "--", query).stdout.splitlines()) == len(lines)
for format in "csv", "tsv", "ndjson":
    rows = run("kwic", archive, "--format", format, *options, "--", query).stdout.splitlines()
    assert len(rows) == len(lines) + (format != "ndjson"), format
dates = [l.get("date", "9999") for l in lines]
assert "date" not in options or dates == sorted(dates), dates
sources = [l.get("source", "\U0010ffff").casefold() for l in lines]
assert "source" not in options or sources == sorted(sources), sources
print(len(lines))
PY
for query in the 'the OR of' '"of the"' 'bridge NEAR/5 river' 'title:bridge' 'the -bridge' 'ATLEAST/2 the' 'b*' 'case:The' \
    'first/20:the' 'lead:(a OR the)' 'is SENTENCE of' 'de OR la' '“of *"'; do
  for sort in none left right date source; do
    python3 "$work/compare.py" "$NEWS_SEARCHER" "$archive" --sort $sort "$query" >"$work/lines"
    [ "$(cat "$work/lines")" -gt 0 ] || { echo "nothing for $query" >&2; exit 1; }
  done
done

expect_exit 1 kwic "$archive" nowhereatall
expect_silence out
expect_text err '^no article matches$'
expect_exit 1 kwic "$archive" 'source:"Harbour Gazette"'
expect_silence out
expect_text err 'no word in them was asked for$'
expect_exit 0 kwic "$archive" the --limit 3
expect_equal "$(wc -l <"$work/out")" 3
expect_text err ' matches in [0-9]* articles ([0-9]* stories), showing the first 3$'
expect_exit 0 kwic "$archive" the --limit 3 --format json --sort left
expect_silence err
kwic "$archive" the --sort right 2>/dev/null >"$work/all"
kwic "$archive" the --sort right --limit 50 2>/dev/null | cmp - <(head -50 "$work/all")
NEWSARCHIVE_LIMIT=1 kwic "$archive" the --sort right 2>/dev/null | cmp - "$work/all"
expect_exit 2 kwic "$archive" the --sort newest
expect_text err "'newest' is none of none, left, right, date, source"
expect_exit 2 kwic "$archive" the --format xml
expect_exit 2 kwic "$archive" the --facets source
expect_exit 2 kwic "$archive" the --limit ''
expect_exit 2 "$NEWS_SEARCHER" "$archive" the --context 3
expect_exit 2 kwic "$archive"
# A reader that has gone is no failure, and has nothing said to it.
for sort in none left; do
  kwic "$archive" '*e* OR the' --sort $sort 2>"$work/err" | head -1 >"$work/out"
  expect_equal "${PIPESTATUS[*]}" "0 0"
  [ "$sort" = left ] || expect_silence err
done

# Orders, over several segments: case does not count, the nearest word comes first, beginnings too.
small=$work/small
n=0
for text in 'b a X c d' 'X' 'a B x C D' 'Z a x c E' 'A x' 'x b'; do
  n=$((n + 1))
  echo "{\"id\":\"$n\",\"date\":\"20$((20 - n))\",\"source\":\"s$((n % 3))\",\"title\":\"t\",\"text\":\"$text\"}" >"$work/$n.jsonl"
  "$NEWS_INDEXER" add -q "$small" "$work/$n.jsonl"
done
order() { kwic "$small" x --format tsv --sort "$1" 2>/dev/null | tail -n +2 | cut -f 6 | tr -d '\n'; }
expect_equal "$(order none)" 123456
expect_equal "$(order left)" 265143
expect_equal "$(order right)" 256134
expect_equal "$(order date)" 654321
expect_equal "$(order source)" 634152
"$NEWS_INDEXER" compact -q "$small"
expect_equal "$(order left)$(order right)$(order source)" 265143256134634152

# Wide characters line up, and nothing foreign reaches the terminal.
python3 - >"$work/wide.jsonl" <<'PY'
import json
for n, text in enumerate(["東京の朝は早い x 京都の夜は長い", "ascii before x and behind", "\U0001F600\U0001F600 x e\u0301e\u0301\tz",
                          "\u202eevil\u202c \u001b[31m x \u001b[0m", "שלום x עולם", "a " * 200 + "x" + " b" * 200, "xx" * 300 + " x" + "-" * 300]):
    print(json.dumps({"id": f"i{n}", "date": "2020-01-02T03:04:05Z", "source": "東京新聞" if n % 2 else "S", "text": text}))
PY
"$NEWS_INDEXER" add -q "$work/wide" "$work/wide.jsonl"
expect_exit 0 kwic "$work/wide" =x --context 30 --color always
python3 - "$work/out" <<'PY'
import sys, unicodedata
def width(text):
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf" else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
assert len(lines) == 7
for line in lines:
    left, rest = line.split("\x1b[1;33m")
    match, rest = rest.split("\x1b[0m", 1)
    right, facts = rest.split("\x1b[2m")
    assert width(left) == 30 and match == "x" and width(match + right) == 44, line
    assert "\x1b[31m" not in line and "\u202e" not in line
    assert facts.startswith("2020-01-02  ") and facts.endswith("\x1b[0m") and width(facts[:facts.rindex("  ")]) >= 12, facts
PY
