# SPDX-License-Identifier: GPL-2.0-or-later
# info --coverage: every count by brute force over the export, gaps by definition, deleted articles left out.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
# The sample's dates that a regular expression understands.
grep -E '"date": ?"[0-9]{4}-' "$NEWS_DATA/sample/articles.jsonl" >"$work/iso.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/iso.jsonl"
printf '%s\n' '{"id":"1","title":"a","source":"Gap, \"Daily\"","date":"2016-01-31"}' \
  '{"id":"2","title":"b","source":"Gap, \"Daily\"","date":"2016-04-01"}' \
  '{"id":"3","title":"c","source":"Gap, \"Daily\"","date":"2017"}' \
  '{"id":"4","title":"d","source":"Gap, \"Daily\"","date":"one day"}' >"$work/gap.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/gap.jsonl"
# Replaced articles are counted once.
echo '{"id":"1","title":"a2","source":"Gap, \"Daily\"","date":"2016-01-30"}' >"$work/new.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/new.jsonl"

"$NEWS_INDEXER" export "$archive" >"$work/all.jsonl"
"$NEWS_INDEXER" info "$archive" --coverage --format csv >"$work/coverage.csv"
"$NEWS_INDEXER" info "$archive" --coverage --format json >"$work/coverage.json"
python3 - "$work/all.jsonl" "$work/coverage.csv" "$work/coverage.json" <<'PY'
import collections, csv, json, re, sys
expected = collections.Counter()
for line in open(sys.argv[1], encoding="utf-8"):
    a = json.loads(line)
    date = re.match(r"(\d{4})(-\d\d)?", a.get("date", ""))
    month = "undated" if not date else date[0] if date[2] else "year only"
    expected[a.get("source", ""), month] += 1
rows = list(csv.reader(open(sys.argv[2], encoding="utf-8")))
assert rows[0] == ["source", "month", "articles"], rows[0]
got = {(s, m): int(n) for s, m, n in rows[1:]}
assert {k: n for k, n in got.items() if n} == dict(expected), set(got.items()) ^ set(expected.items())
assert got['Gap, "Daily"', "2016-02"] == 0 and got['Gap, "Daily"', "2016-03"] == 0
j = json.load(open(sys.argv[3], encoding="utf-8"))
gap = next(s for s in j["sources"] if s["source"].startswith("Gap"))
assert gap == {"source": 'Gap, "Daily"', "articles": 4, "undated": 1, "year_only": 1,
               "months": {"2016-01": 1, "2016-04": 1}, "gaps": [["2016-02", "2016-03"]]}, gap
assert sum(s["articles"] for s in j["sources"]) == sum(expected.values()) == sum(j["languages"].values())
PY
expect_exit 0 "$NEWS_INDEXER" info "$archive" --coverage
expect_text out '^Gap, "Daily"  *4  *2  2016-01 to 2016-04  *2  2016-02–2016-03$'
expect_text out '^languages  .*en [0-9]* ('
expect_exit 2 "$NEWS_INDEXER" info "$archive" --format csv
