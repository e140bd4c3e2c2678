# SPDX-License-Identifier: GPL-2.0-or-later
# What the searcher prints, where it prints it, and how it exits.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"

expect_exit 0 "$NEWS_SEARCHER" "$archive" '"tidal power" OR dam'
expect_silence err
expect_text out '^14 articles match, 12 stories, showing stories 1–10$'
expect_text out '^source (articles, stories)$'
expect_exit 0 "$NEWS_SEARCHER" search "$archive" --format json --limit 2 bridge title:bridge
expect_silence err
py "$work/out"
expect_exit 1 "$NEWS_SEARCHER" "$archive" nowhereatall --format ndjson
expect_silence out
expect_silence err
expect_exit 0 "$NEWS_SEARCHER" "$archive" date:undated --format csv --fields id,date,author
expect_equal "$(sed -n 2p "$work/out" | cut -d, -f1,2)" "el-undated-001,"
expect_exit 2 "$NEWS_SEARCHER" "$archive" 'title:(flood'
expect_silence out
expect_text err '^      ^$'
expect_exit 2 "$NEWS_SEARCHER" "$archive" -flood
expect_text err "goes after '--'"
expect_exit 0 "$NEWS_SEARCHER" count "$archive" -- -flood
expect_exit 0 "$NEWS_SEARCHER" "$archive" 'bridge and river'
expect_text err 'hint'
expect_exit 3 "$NEWS_SEARCHER" "$work/none" flood
expect_text err 'Make one with'
expect_exit 1 "$NEWS_SEARCHER" show "$archive" no-such-id
expect_exit 0 "$NEWS_SEARCHER" show "$archive" hg-2014-003
expect_text out '^source: Harbour Gazette$'

# Pages join up to the whole, and --any asks for any of the words, whatever signs stand among them.
"$NEWS_SEARCHER" "$archive" '*' --all --format ndjson --fields id >"$work/all"
expect_equal "$(wc -l <"$work/all")" 80
for offset in 0 30 60; do
  "$NEWS_SEARCHER" "$archive" '*' --limit 30 --offset $offset --format ndjson --fields id
done | cmp - "$work/all"
expect_equal "$("$NEWS_SEARCHER" count "$archive" --any '(bridge AND:')" "$("$NEWS_SEARCHER" count "$archive" 'bridge OR and')"

# Escape sequences of an article do not reach the terminal, in no format.
printf '{"id":"evil","title":"\\u001b[31mred\\u0007 \\u009b title","text":"evil \\u001b]0;x\\u0007 text"}\n' >"$work/evil.jsonl"
"$NEWS_INDEXER" add -q "$work/evil" "$work/evil.jsonl"
for format in text json ndjson csv; do
  "$NEWS_SEARCHER" "$work/evil" evil OR red --format $format --color never >"$work/out"
  if LC_ALL=C grep -q "$(printf '[\033\007]')" "$work/out"; then echo "escape in $format" >&2; exit 1; fi
done
# A reader that goes away is no error.
"$NEWS_SEARCHER" "$archive" '*' --all --format ndjson | head -1 >/dev/null

# --explain says what a pattern stood for, in which time zone dates are read, and where the time went.
expect_exit 0 env TZ=UTC-5:30 "$NEWS_SEARCHER" "$archive" '*ferr* date:2023' --explain
expect_text err '^dates: .*(UTC+05:30)$'
expect_text err '  \*ferr\* .* words: ferry ('
expect_text err '^time: match .* ms, rank .* ms, facets .* ms$'
# A url is found by its beginning, and only by it.
printf '%s\n' '{"id":"u1","text":"a","url":"https://example.org/b"}' '{"id":"u2","text":"a"}' \
  '{"id":"u3","text":"a","url":"https://example.org/a/1"}' '{"id":"u4","text":"a","url":"https://example.net/a"}' >"$work/urls.jsonl"
"$NEWS_INDEXER" add -q "$work/urls" "$work/urls.jsonl"
for pair in https://example.org/:2 https://example.org/a:1 https:4 https://example.net/a:1 http://:0 /a:0; do
  want=${pair##*:} url=${pair%:*}
  [ "$want" != 4 ] || want=3
  expect_equal "$("$NEWS_SEARCHER" count "$work/urls" "url:\"$url\"" || true)" "$want"
done
