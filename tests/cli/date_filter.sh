# SPDX-License-Identifier: GPL-2.0-or-later
# An article matches a date when its whole interval lies inside: months end on their own last day.
. "$(dirname "$0")/_lib.sh"
for date in 2015 2015-02 2015-02-28 2016-02 2016-02-29 2015-04 2015-12-31T23:59:59Z; do
  printf '{"id":"%s","title":"x","text":"y","date":"%s"}\n' "$date" "$date"
done >"$work/dated.jsonl"
echo '{"id":"none","title":"x","text":"y"}' >>"$work/dated.jsonl"
"$NEWS_INDEXER" add -q "$work/archive" "$work/dated.jsonl"

finds() { # finds DATE IDS: exactly these, in byte order
  expect_equal "$("$NEWS_SEARCHER" "$work/archive" "date:$1" --format ids | LC_ALL=C sort | xargs)" "$2"
}
finds 2015-02-01..2015-02-28 '2015-02 2015-02-28'
finds 2015-02-01..2015-02-27 ''
finds 2015-02 '2015-02 2015-02-28'
finds 2016-02-01..2016-02-28 ''
finds 2016-02-01..2016-02-29 '2016-02 2016-02-29'
finds 2015-04-01..2015-04-30 '2015-04'
finds 2015-04-02..2015-04-30 ''
finds 2015-01-01..2015-12-31 '2015 2015-02 2015-02-28 2015-04 2015-12-31T23:59:59Z'
finds 2015-01-01..2015-12-30 '2015-02 2015-02-28 2015-04'
finds ..2015-03-01 '2015-02 2015-02-28'
finds undated none
