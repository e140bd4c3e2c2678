# SPDX-License-Identifier: GPL-2.0-or-later
# Facets alone: the counts that search has, in each format.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
facets() { "$NEWS_SEARCHER" facets "$archive" "$@"; }
all=source,section,lang,author,year,month,day

for query in bridge 'the OR de' '*' 'date:2014' nowhereatall; do
  for limit in 0 1 3 10; do
    "$NEWS_SEARCHER" search "$archive" "$query" --facets $all --facet-limit $limit --format json --limit 0 >"$work/search" || true
    for format in json csv tsv; do facets "$query" --facets $all --facet-limit $limit --format $format >"$work/$format" || true; done
    py "$work/search" "$work/json" "$work/csv" "$work/tsv"
    "$NEWS_SEARCHER" search "$archive" "$query" --facets $all --facet-limit $limit --limit 0 >"$work/search" || true
    facets "$query" --facets $all --facet-limit $limit | cmp - "$work/search"
  done
done

expect_exit 0 facets bridge
expect_silence err
expect_text out '^source (articles, stories)$'
expect_text out '^year (articles, stories)$'
expect_exit 1 facets nowhereatall
expect_text out '^no article matches$'
expect_exit 1 facets nowhereatall --format csv
expect_equal "$(cat "$work/out")" "facet,value,count,stories"
expect_exit 2 facets bridge --facets none
expect_text err 'nothing to count'
expect_silence out
expect_exit 2 facets bridge --facets week
expect_exit 2 facets bridge --format ndjson
expect_text err "'ndjson' is none of text, json, csv, tsv"
expect_exit 2 facets bridge --limit 3
expect_exit 2 facets
expect_exit 0 env NEWSARCHIVE_FACETS=lang NEWSARCHIVE_FACET_LIMIT=1 "$NEWS_SEARCHER" facets "$archive" '*' --format csv
expect_text out '^lang,other,'
