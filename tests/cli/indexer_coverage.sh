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
py "$work/all.jsonl" "$work/coverage.csv" "$work/coverage.json"
expect_exit 0 "$NEWS_INDEXER" info "$archive" --coverage
expect_text out '^Gap, "Daily"  *4  *2  2016-01 to 2016-04  *2  2016-02–2016-03$'
expect_text out '^languages  .*en [0-9]* ('
expect_exit 2 "$NEWS_INDEXER" info "$archive" --format csv
