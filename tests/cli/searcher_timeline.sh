# SPDX-License-Identifier: GPL-2.0-or-later
# Hits over time: what is counted, that it adds up, and how it is drawn.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/_lib.sh"
cd "$work"
unset COLUMNS NO_COLOR
escape=$(printf '\033')

timeline() { "$NEWS_SEARCHER" timeline "$@"; }
count() { "$NEWS_SEARCHER" count "$@" || true; }

# Three years with a hole of two months, dates of every precision and none, two sources and two languages; one article
# replaced and one deleted.
python3 - >articles.jsonl <<'PY'
import datetime, json, random
random.seed(5)
day = datetime.date(2014, 12, 25)
for n in range(900):
    when = day + datetime.timedelta(random.randrange(1100))
    if datetime.date(2016, 3, 1) <= when < datetime.date(2016, 5, 9):
        continue
    date = when.isoformat()[:random.choice([0, 4, 7, 10, 10, 10, 10, 10])]
    words = [w for w in ("flood", "drought", "fire") if random.random() < 0.3]
    print(json.dumps({"id": str(n), "title": f"story {n}", "text": " ".join(["some", "words"] + words), "date": date,
                      "source": random.choice(["bbc", "cnn"]), "language": random.choice(["en", "de"])}))
PY
"$NEWS_INDEXER" add -q a articles.jsonl
printf '{"id":"7","title":"new","text":"flood","date":"2015-07-07"}\n' >more.jsonl
"$NEWS_INDEXER" add -q a more.jsonl
"$NEWS_INDEXER" delete -q a id:8

# Every count against `count` with that range of dates, and the sums against the totals.
cat >brute.py <<'PY'
import datetime, json, os, subprocess, sys
answer, queries = json.load(open(sys.argv[1])), sys.argv[2:]
def count(*parts):
    text = " ".join(f"({part})" for part in parts)
    return int(subprocess.run([os.environ["NEWS_SEARCHER"], "count", "a", text],
                              capture_output=True, text=True).stdout)
def end(start, by):
    day = datetime.date.fromisoformat(start)
    if by == "day": return day
    if by == "week":
        assert day.isoweekday() == 1
        return day + datetime.timedelta(6)
    months = {"month": 1, "year": 12}[by] + day.year * 12 + day.month - 1
    return datetime.date(months // 12, months % 12 + 1, 1) - datetime.timedelta(1)
by, expected = answer["by"], None
for period in answer["periods"]:
    first, last = datetime.date.fromisoformat(period["start"]), end(period["start"], by)
    assert expected in (None, first), (period, "a period is missing before")
    expected = last + datetime.timedelta(1)
    year, week, _ = first.isocalendar()
    names = {"day": f"{first}", "week": f"{year:04}-W{week:02}", "month": f"{first}"[:7], "year": f"{first}"[:4]}
    assert period["period"] == names[by], period
    dates = f"date:{names[by]}" if by in ("month", "year") else f"date:{first}..{last}"
    for query, found in zip(answer["queries"], zip(period["counts"], period["totals"])):
        want = count(query["query"], dates), count(query["filters"], dates)
        assert found == want, (period, query["query"], want)
    assert period["gap"] == (period["total"] == 0)
    assert period["total"] >= max(period["totals"])
assert not answer["periods"][0]["gap"] and not answer["periods"][-1]["gap"]
for n, query in enumerate(answer["queries"]):
    assert query["total"] == count(query["query"]) and query["all"]["total"] == count(query["filters"])
    assert query["undated"] == count(query["query"], "date:undated")
    for counts, key in ((query, "counts"), (query["all"], "totals")):
        assert counts["total"] == counts["undated"] + counts["coarse"] + sum(p[key][n] for p in answer["periods"])
everything = answer["all"]
assert everything["total"] == everything["undated"] + everything["coarse"] + sum(p["total"] for p in answer["periods"])
PY
for by in week month year; do
  dates=
  if [ $by = week ]; then dates=date:2015-11..2016-06; fi
  expect_exit 0 timeline a "flood source:bbc $dates" --vs "drought lang:en $dates" --by $by --format json
  python3 brute.py out
  python3 "$here/json_schema.py" "$here/../../docs/schema/timeline.schema.json" out
done
expect_exit 0 timeline a 'fire date:2016-02..2016-05' --by day --format json
python3 brute.py out
expect_equal "$(python3 -c 'import json; print(sum(p["gap"] for p in json.load(open("out"))["periods"]) > 60)')" True
expect_silence err

# The period that fits, from the span.
by() { timeline a "$1" --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)["by"])'; }
expect_equal "$(by 'flood date:2015-01-01..2015-02-28')" day
expect_equal "$(by 'flood date:2015')" week
expect_equal "$(by flood)" month
printf '{"id":"old","title":"old","text":"flood","date":"1850-01-01"}\n' >old.jsonl
cp -r a old && "$NEWS_INDEXER" add -q old old.jsonl
expect_equal "$(timeline old flood --format json | grep -c '"by":"year"')" 1
printf '{"id":"%s","title":"x","text":"flood","date":"2016"}\n' 1 2 >years.jsonl
"$NEWS_INDEXER" add -q years years.jsonl
expect_equal "$(timeline years flood --format json | grep -c '"by":"year"')" 1

# The same figures in CSV and NDJSON; the average stands beside them.
expect_exit 0 timeline a flood --vs '"some words"' --by month --smooth 3 --format json
cp out smooth.json
python3 "$here/json_schema.py" "$here/../../docs/schema/timeline.schema.json" smooth.json
timeline a flood --vs '"some words"' --by month --smooth 3 --format csv >smooth.csv
timeline a flood --vs '"some words"' --by month --smooth 3 --format ndjson >smooth.ndjson
python3 - <<'PY'
import csv, json
answer = json.load(open("smooth.json"))
rows = list(csv.DictReader(open("smooth.csv")))
periods, queries = answer["periods"], answer["queries"]
lines = [json.loads(line) for line in open("smooth.ndjson")]
assert lines == periods + queries
for n, query in enumerate(queries):
    own = [row for row in rows if row["query"] == query["query"]]
    assert len(own) == len(periods) + 3
    for i, (row, period) in enumerate(zip(own, periods)):
        assert (row["period"], row["start"], row["gap"]) == (period["period"], period["start"], str(int(period["gap"])))
        assert (int(row["count"]), int(row["total"])) == (period["counts"][n], period["totals"][n])
        if period["gap"]:
            assert row["share"] == row["smoothed"] == "" and period["smoothed"][n] is None
            continue
        near = [p for p in periods[max(0, i - 1):i + 2] if not p["gap"]]
        mean = sum(p["counts"][n] for p in near) / len(near)
        share = sum(p["counts"][n] for p in near) / sum(p["totals"][n] for p in near)
        assert abs(period["smoothed"][n] - mean) < 1e-3 and abs(float(row["smoothed"]) - mean) < 1e-3
        assert abs(period["smoothed_shares"][n] - share) < 1e-4
    rest = {row["period"]: int(row["count"]) for row in own[-3:]}
    assert rest == {"undated": query["undated"], "coarse": query["coarse"], "total": query["total"]}
    assert sum(int(row["count"]) for row in own[:-1]) == query["total"]
PY

# As text: a row a period, what it is of, and the total, which adds up.
expect_exit 0 env COLUMNS=80 "$NEWS_SEARCHER" timeline a 'flood source:bbc' --by year
expect_text out '^flood AND source:bbc$'
expect_text out '^by year, 2014 to 2017$'
expect_text out "^2015  *[0-9]*  *[0-9]*  *$(count a 'source:bbc date:2015')  *[0-9.]* %  █"
expect_text out "^$(count a 'flood source:bbc') articles match, .* of $(count a source:bbc): .* in these years, .* undated$"
expect_silence err
expect_exit 0 timeline a flood --by month
expect_text out '^2016-03  ░░ no articles for 2 months$'
expect_text out 'too coarsely$'
expect_exit 0 timeline a source:bbc --by year
if grep -q ' %' out; then echo "a share of itself" >&2; exit 1; fi
expect_exit 0 timeline a flood --vs drought --by month
expect_text out '^drought  *most in 201'
expect_text out '└─.*░'
expect_text out '^░ no articles at all$'
expect_text out "^drought: $(count a drought) articles match"

# As wide as the terminal, no wider; in colour only where it is wanted.
widest() { python3 -c 'import sys; print(max(len(line.rstrip("\n")) for line in sys.stdin))'; }
for columns in 30 40 80 200; do
  for arguments in 'flood --by year' 'flood --by month --share' 'flood --by month --vs drought' \
    'flood --by day --smooth 30 --vs fire --share' \
    'flood OR (drought nosuchword) OR (fire nosuchword) OR nothing OR nobody --by week'; do
    # shellcheck disable=SC2086
    COLUMNS=$columns timeline a $arguments >out
    wide=$(widest <out)
    [ "$wide" -le "$columns" ] && [ "$wide" -ge $((columns * 2 / 3)) ] || { echo "$wide of $columns: $arguments" >&2; cat out >&2; exit 1; }
  done
done
for arguments in '' '--vs drought'; do
  # shellcheck disable=SC2086
  timeline a flood $arguments >plain
  # shellcheck disable=SC2086
  NO_COLOR=1 timeline a flood $arguments --color always >coloured
  if grep -q "$escape" plain; then echo "colour in a file" >&2; exit 1; fi
  grep -q "$escape\[" coloured
  expect_equal "$(sed "s/$escape\[[0-9]*m//g" coloured)" "$(cat plain)"
done

# Nothing found, nothing understood.
expect_exit 1 timeline a nosuchword
expect_text out '^no article matches, 0.00 % of '
expect_exit 1 timeline a 'flood date:1999' --vs nosuchword --format json
python3 "$here/json_schema.py" "$here/../../docs/schema/timeline.schema.json" out
expect_exit 1 timeline a 'flood date:1999' --svg none.svg --html none.html --format csv
expect_exit 0 timeline a nosuchword --vs flood
expect_exit 0 timeline a 'flood date:undated'
expect_text out ' undated$'
expect_exit 2 timeline a
expect_exit 2 timeline a flood --by hour
expect_text err "none of auto, day, week, month, year"
expect_exit 2 timeline a flood --smooth 0
expect_exit 2 timeline a flood --vs '(drought'
expect_text err 'never closed'
expect_silence out
expect_exit 2 timeline a flood --facets source
expect_exit 3 timeline nowhere flood
expect_exit 3 timeline a flood --svg missing/x.svg
expect_text err 'missing/x.svg'
expect_exit 0 timeline a flood --explain
expect_text err '^time: match .* ms, count .* ms$'

# Pictures and pages: well-formed, whatever the query holds, with nothing from outside and no script.
evil="flood OR source:\"<script>&'']]></title>\""
expect_exit 0 timeline a "$evil" --vs drought --by month --smooth 3 --svg t.svg --html t.html
expect_exit 0 timeline a flood --by year --svg one.svg --html one.html
for file in t.svg t.html one.svg one.html none.svg none.html; do
  python3 - $file <<'PY'
import re, sys
import xml.etree.ElementTree as ET
text = open(sys.argv[1]).read()
root = ET.fromstring(text)
svg = root if sys.argv[1].endswith("svg") else root.find(".//{http://www.w3.org/2000/svg}svg")
s = "{http://www.w3.org/2000/svg}"
assert not re.search(r"<script|href=|src=|url\((?!#gap\))", text), "something from outside"
names = [e.get("id") for e in root.iter() if e.get("id")]
assert len(names) == len(set(names))
assert set(svg.get("aria-labelledby").split()) <= set(names) and svg.get("role") == "img"
assert svg.find(s + "title").text and svg.find(s + "desc").text
if "none" in sys.argv[1]: sys.exit()
lines = [p for p in svg.iter(s + "path") if (p.get("class") or "").startswith("line")]
curves = [p for p in lines if "L" in p.get("d")]
series = 2 if sys.argv[1][0] == "t" else 1
assert len({p.get("stroke") for p in curves}) == series
assert len(curves) == series * 2 * (2 if series == 2 else 1), len(curves)
labels = [t.text for t in svg.iter(s + "text")]
assert any("articles a " in t for t in labels) and any("share of all" in t for t in labels) and "0 %" in labels
gaps = [r for r in svg.iter(s + "rect") if r.get("fill") == "url(#gap)"]
assert len(gaps) == (3 if series == 2 else 0), len(gaps)
x, y, width, height = map(float, svg.get("viewBox").split())
for p in curves:
    for px, py in re.findall(r"[ML]([\d.-]+) ([\d.-]+)", p.get("d")):
        assert 0 < float(px) < width and 0 < float(py) < height
if sys.argv[1].endswith("html"):
    rows = list(root.iter("{http://www.w3.org/1999/xhtml}tr"))
    assert len(rows) > 5 and rows[-1][0].text == "total"
PY
done

# In a terminal, and again after it was made wider.
if command -v tmux >/dev/null; then
  socket=$work/tmux
  pane() { tmux -S "$socket" "$@"; }
  pane -f /dev/null new-session -d -x 60 -y 40 "env -u COLUMNS TERM=screen-256color bash --norc"
  trap 'pane kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
  drawn() {
    pane send-keys "clear; '$NEWS_SEARCHER' timeline a flood --by year; echo do'ne'-$1" Enter
    for _ in $(seq 3000); do
      pane capture-pane -p >screen
      if grep -q "^done-$1" screen; then break; fi
      sleep 0.1
    done
    grep '█' screen | widest
  }
  expect_equal "$(drawn 1)" 60
  pane capture-pane -ep | grep -q "$escape\["
  pane set-option -g window-size manual
  pane resize-window -x 110 -y 40
  expect_equal "$(drawn 2)" 110
else
  echo "skipped: no tmux to give it a terminal"
fi
