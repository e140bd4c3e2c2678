# SPDX-License-Identifier: GPL-2.0-or-later
# Typical words: the counts and the measure are those of a count of all words in the texts.
. "$(dirname "$0")/_lib.sh"
# Several segments, and dead articles.
py make "$work"
archive=$work/archive
for part in 0 1 2 3; do "$NEWS_INDEXER" add -q "$archive" "$work/$part.jsonl"; done
"$NEWS_INDEXER" delete -q "$archive" id:0-7
"$NEWS_INDEXER" export "$archive" >"$work/export"
terms() { "$NEWS_SEARCHER" terms "$archive" "$@"; }

for query in =waa '=waa OR =wab' 'the -wbb' '"of the"' 'title:=wca' 'NOT =wdd' =wee; do
  for limit in 1 5 25 1000; do py check "$archive" "$work/export" "$query" $limit; done
done

expect_exit 0 terms =waa
expect_silence err
expect_text out '^  *articles  *of  *times  *of  *G2$'
expect_text out ' of 5[0-9]* articles match; most typical of them, by log-likelihood (G2)$'
# Words that are everywhere are typical of nothing.
if terms =waa --limit 10 --format csv | grep '^\(the\|and\|of\|said\),'; then exit 1; fi
expect_exit 0 terms '*'
expect_text out 'no word is typical of them'
expect_exit 1 terms nowhere
expect_text out '^no article matches$'
expect_exit 1 terms nowhere --format tsv
expect_exit 0 terms =waa --limit 0 --format csv
expect_equal "$(cat "$work/out")" "word,usual,articles,archive_articles,occurrences,archive_occurrences,g2"
expect_exit 2 terms =waa --format ndjson
expect_exit 2 terms =waa --limit many
expect_equal "$(NEWSARCHIVE_LIMIT=3 terms =waa --format csv | wc -l)" 26

# Words are shown as they are mostly written, and are harmless.
printf '{"id":"1","text":"Merkel met merkel and Merkel"}\n{"id":"2","text":"x"}\n' >"$work/m.jsonl"
"$NEWS_INDEXER" add -q "$work/m" "$work/m.jsonl"
expect_exit 0 "$NEWS_SEARCHER" terms "$work/m" met --format csv
expect_text out '^merkel,Merkel,1,1,3,3,[0-9.]*$'
