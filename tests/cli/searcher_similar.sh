# SPDX-License-Identifier: GPL-2.0-or-later
# More like this: a changed copy comes first, the article itself never.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
similar() { "$NEWS_SEARCHER" similar "$archive" "$@"; }

"$NEWS_INDEXER" export "$archive" >"$work/all.jsonl"
py copies "$work/all.jsonl" >"$work/copies.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/copies.jsonl"
[ "$(wc -l <"$work/copies.jsonl")" -gt 30 ]
py check_copies "$archive" "$work/copies.jsonl"
similar hg-2014-003 --all --format csv --fields id >"$work/all"
if grep -qx hg-2014-003 "$work/all"; then echo "an article is like itself" >&2; exit 1; fi

# It prints as search does.
expect_exit 0 similar hg-2014-003
expect_silence err
expect_text out 'articles match, [0-9]* stories, showing stories 1–10$'
expect_exit 0 similar hg-2014-003 --format json --limit 4
py check_page "$work/out" "$work/all"
expect_equal "$(similar hg-2014-003 --format ndjson --offset 3 --limit 2 --fields id | tr -d '{}"' | cut -d: -f2)" "$(sed -n '5,6p' "$work/all")"
expect_exit 0 similar hg-2014-003 --explain
expect_text err '^tidal (Wen:tidal): [0-9]* times, in [0-9]* articles, tf-idf [0-9.]*, weight [0-9.]*$'
expect_equal "$(wc -l <"$work/err")" 25

expect_exit 1 similar nobody
expect_silence out
expect_text err "no article has the id 'nobody'"
expect_exit 2 similar
expect_text err 'no id given'
expect_exit 2 similar a b
expect_text err "similar takes one id, not also 'b'"
expect_exit 2 similar hg-2014-003 --sort newest
expect_exit 2 similar hg-2014-003 --format xml

# Nothing is like an article that shares no word, or has none.
printf '{"id":"1","text":"alone"}\n{"id":"2","text":"other"}\n{"id":"3","title":"...","text":"..."}\n' >"$work/a.jsonl"
"$NEWS_INDEXER" add -q "$work/a" "$work/a.jsonl" || true
expect_exit 1 "$NEWS_SEARCHER" similar "$work/a" 1
expect_text out '^no article matches$'
