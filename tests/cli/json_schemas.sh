# SPDX-License-Identifier: GPL-2.0-or-later
# Every JSON output is as its schema in docs/schema says.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
printf '%s\n' '{"id":"hg-2014-003","title":"Another text","text":"It was replaced, in part.","date":"2014","odd":{"member":1}}' \
  '{"id":"many","title":"Several authors of one bridge","author":["A. One","B. Two"],"text":"bridge"}' >"$work/new.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/new.jsonl"

# check SCHEMA COMMAND...: what the command prints is as the schema says.
check() {
  local schema=$1
  shift
  "$@" >"$work/json" 2>"$work/err" || { echo "failed: $*" >&2; cat "$work/err" >&2; exit 1; }
  expect_schema "$schema" "$work/json" ||
    { echo "not as $schema says: $*" >&2; exit 1; }
}
all_facets=source,section,lang,author,year,month,day
all_fields=rank,id,score,title,text,source,date,url,author,section,language,snippet,matches
for query in '*' 'bridge OR river' '"tidal power"' 'date:undated' 'lead:bridge OR first/50:bridg~1'; do
  check search "$NEWS_SEARCHER" "$archive" "$query" --format json --all --facets $all_facets
  check search "$NEWS_SEARCHER" "$archive" "$query" --format json --facets none --fields $all_fields --offset 1
  check ndjson-hit "$NEWS_SEARCHER" "$archive" "$query" --format ndjson --all
done
check search "$NEWS_SEARCHER" "$archive" 'tidal power' --any --expand --format json
check ndjson-hit "$NEWS_SEARCHER" "$archive" '*' --format ndjson --all --fields $all_fields --sort oldest
for format in json ndjson; do
  check show "$NEWS_SEARCHER" show "$archive" hg-2014-003 --format $format
  check show "$NEWS_SEARCHER" show "$archive" hg-2014-003 --format $format --full --version 1
  check show "$NEWS_SEARCHER" show "$archive" hg-2014-003 --format $format --versions
  check show "$NEWS_SEARCHER" show "$archive" hg-2014-003 --format $format --diff
  check show "$NEWS_SEARCHER" show "$archive" many --format $format
done
check info "$NEWS_INDEXER" info "$archive" --format json
check coverage "$NEWS_INDEXER" info "$archive" --coverage --format json
export XDG_STATE_HOME=$work/state
check_saved() { check saved "$NEWS_SEARCHER" saved "$archive" --format json; }
"$NEWS_SEARCHER" save "$archive" bridges 'bridge OR "tidal power"' 2>/dev/null
"$NEWS_SEARCHER" save "$archive" any --any 'a "b' 2>/dev/null
check_saved
grep -q '"name":"any","query":"a \\"b","syntax":"any","revision":2,"told":[0-9]*},{"name":"bridges"' "$work/json"
printf '%s\n' '{"id":"x","title":"one"}' '{"broken' '{"id":"empty"}' '{"id":"y","title":"two","date":"3000-01-01"}' >"$work/mixed.jsonl"
"$NEWS_INDEXER" add -q "$work/mixed" "$work/mixed.jsonl" "$NEWS_DATA/sample" --report "$work/report" 2>/dev/null || [ $? = 4 ]
check report sh -c 'tr -d "\n" <"$0"; echo' "$work/report"
check show "$NEWS_INDEXER" export "$archive"

# The comparison itself: it finds what is wrong.
refuse() {
  printf '%s\n' "$2" >"$work/json"
  ! expect_schema "$1" "$work/json" 2>/dev/null ||
    { echo "$1 takes $2" >&2; exit 1; }
}
refuse ndjson-hit '{"rank":0}'
refuse ndjson-hit '{"rank":"1"}'
refuse ndjson-hit '{"rank":true}'
refuse ndjson-hit '{"headline":"x"}'
refuse ndjson-hit '{"date":"11.2.2014"}'
refuse ndjson-hit '{"author":["a",1]}'
refuse ndjson-hit '{"matches":[{"field":"lead","start":0,"end":1,"unit":"utf8"}]}'
refuse ndjson-hit '{"id":"a","id":"b"}'
refuse report '{"schema":1,"files":[],"archive":"a"}'
refuse coverage '{"schema":1,"sources":[{"source":"x"}]}'
refuse search '{"schema":1}'
refuse show '{"id":"x"}'
