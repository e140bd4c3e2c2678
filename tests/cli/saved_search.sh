# SPDX-License-Identifier: GPL-2.0-or-later
# Saved searches: each article is told once, a changed one again, and nothing is lost when printing fails.
. "$(dirname "$0")/_lib.sh"
export XDG_STATE_HOME=$work/state
archive=$work/archive
article() { printf '{"id":"%s","title":"%s","text":"%s","date":"%s"}\n' "$@" >>"$work/in.jsonl"; }
index() { "$NEWS_INDEXER" add -q "$archive" "$work/in.jsonl"; rm "$work/in.jsonl"; }
ids() { "$NEWS_SEARCHER" new "$archive" "$1" --format csv --fields id 2>/dev/null | tail -n +2 | tr '\n' ' '; }

article a1 'Flood one' water 2020-01-01
article b1 'Other' nothing 2020-01-02
index
expect_exit 1 "$NEWS_SEARCHER" saved "$archive"
expect_exit 0 "$NEWS_SEARCHER" save "$archive" floods flood OR water
expect_silence out
expect_text err '^1 articles match now'
expect_exit 0 "$NEWS_SEARCHER" saved "$archive"
expect_equal "$(cat "$work/out")" $'floods\tflood OR water'
expect_exit 1 "$NEWS_SEARCHER" new "$archive" floods
expect_text out '^no article matches'

# What was added since, newest first, once.
article a2 'Flood two' water 2020-02-01
article a3 'Flood three' water 2020-03-01
article b2 'Other' nothing 2020-03-02
index
expect_exit 0 "$NEWS_SEARCHER" new "$archive" floods
expect_text out '^ 1\. Flood three'
expect_text out '^2 articles match'
expect_exit 1 "$NEWS_SEARCHER" new "$archive" floods

# Compaction, deletion and what matches no longer are no news; what says something else is, and is marked.
"$NEWS_INDEXER" compact -q "$archive"
"$NEWS_INDEXER" delete -q "$archive" id:a3
expect_exit 1 "$NEWS_SEARCHER" new "$archive" floods
article a1 'Flood one' 'more water' 2020-01-01
article a4 'Flood four' water 2020-04-01
index
expect_exit 0 "$NEWS_SEARCHER" new "$archive" floods --format json
expect_equal "$(jq -c '[.total, (.hits[] | [.id, .changed])]' "$work/out")" '[2,["a4",null],["a1",true]]'
expect_exit 1 "$NEWS_SEARCHER" new "$archive" floods --format ndjson
expect_silence out
article a1 'Flood one' 'still more water' 2020-01-01
index
expect_exit 0 "$NEWS_SEARCHER" new "$archive" floods
expect_text out '^    changed · 2020-01-01'
article a1 'Flood one' 'water again' 2020-01-01
index
expect_exit 0 "$NEWS_SEARCHER" new "$archive" floods --format csv
expect_text out ',changed$'
expect_text out ',true$'

# Output that could not be printed is told again: a reader that has gone, a full disk, a pager left early.
for i in $(seq 100 400); do article "c$i" "Flood $i" "water $(seq 1 80 | tr '\n' ' ')" 2021-01-01; done
index
"$NEWS_SEARCHER" new "$archive" floods --format ndjson 2>"$work/err" | head -n 1 >/dev/null
expect_silence err
if [ -c /dev/full ]; then
  got=0
  "$NEWS_SEARCHER" new "$archive" floods >/dev/full 2>"$work/err" || got=$?
  expect_equal "$got" 3
fi
NEWSARCHIVE_PAGER='head -n 1' expect_exit 0 "$NEWS_SEARCHER" new "$archive" floods --no-group --pager always
expect_silence err
expect_equal "$(ids floods | wc -w)" 301
expect_equal "$(ids floods | wc -w)" 0

# Each search and each archive has a state of its own, which follows the archive.
mv "$archive" "$work/moved"
archive=$work/moved
expect_exit 0 "$NEWS_SEARCHER" save "$archive" any-words --any flood nothing
expect_exit 1 "$NEWS_SEARCHER" new "$archive" floods
"$NEWS_INDEXER" add -q "$work/second" "$NEWS_DATA/sample"
expect_exit 2 "$NEWS_SEARCHER" new "$work/second" floods
expect_text err "no search 'floods' is saved"

# Names and files.
expect_exit 2 "$NEWS_SEARCHER" save "$archive" floods flood
expect_text err 'already'
for name in ../x .hidden 'a b' a/b -- x.new; do
  expect_exit 2 "$NEWS_SEARCHER" save "$archive" "$name" flood
done
expect_exit 2 "$NEWS_SEARCHER" save "$archive" broken '(flood'
expect_exit 2 "$NEWS_SEARCHER" new "$archive"
expect_exit 2 "$NEWS_SEARCHER" new "$archive" floods flood
expect_text err "takes no argument 'flood'"
expect_equal "$("$NEWS_SEARCHER" complete -- new "$archive" fl)" floods
file=$(echo "$XDG_STATE_HOME"/newsarchive/searches/*/floods)
sed -i 's/^query flood/query blood/' "$file"
expect_exit 3 "$NEWS_SEARCHER" new "$archive" floods
expect_text err 'damaged'
expect_exit 0 "$NEWS_SEARCHER" forget "$archive" floods
expect_exit 2 "$NEWS_SEARCHER" forget "$archive" floods
expect_exit 0 "$NEWS_SEARCHER" saved "$archive"
expect_equal "$(cut -f1 "$work/out")" any-words
