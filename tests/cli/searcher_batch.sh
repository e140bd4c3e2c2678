# SPDX-License-Identifier: GPL-2.0-or-later
# Many queries in one run: what is printed of each, in which order, and what becomes of bad ones.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
printf 'b1\tbridge\nb2\tnowhereatall\n\nb3\t"tidal power" OR dam\r\n{"id":4,"query":"title:bridge","limit":2}\n' >"$work/queries"
batch() { "$NEWS_SEARCHER" batch "$archive" --queries "$work/queries" "$@"; }

# Each answer is what a search alone gives.
expect_exit 0 batch
expect_silence err
expect_schema batch "$work/out"
"$NEWS_SEARCHER" "$archive" title:bridge --limit 2 --format json --facets none >"$work/alone"
expect_equal "$(jq -cs 'map(.id)' "$work/out")" '["b1","b2","b3","4"]'
expect_equal "$(jq -cs '[.[1].total, .[1].hits, (.[2].hits | length)]' "$work/out")" '[0,[],10]'
expect_equal "$(sed -n 4p "$work/out" | jq -cS .)" "$(jq -cS '.id = "4"' "$work/alone")"
expect_exit 0 batch --format ndjson
expect_silence err
expect_schema batch "$work/out"
expect_equal "$(grep -c '^{"query_id":"4","rank":' "$work/out")" 2
expect_exit 0 batch --format csv --fields id,rank
expect_equal "$(head -1 "$work/out")" query_id,id,rank
expect_equal "$(sed -n '2,$s/,.*//p' "$work/out" | uniq | tr '\n' ' ')" 'b1 b3 4 '
tr , '\t' <"$work/out" >"$work/tabs"
batch --format tsv --fields id,rank | cmp - "$work/tabs"
batch --format ids | cmp - <(sed -n '2,$s/\t[0-9]*$//p' "$work/tabs")
expect_exit 0 batch --format trec --limit 3
expect_equal "$(cut -d' ' -f1,2,4,6 "$work/out" | tail -3)" "$(printf '%s\n' 'b3 Q0 3 newsarchive' '4 Q0 1 newsarchive' '4 Q0 2 newsarchive')"
expect_exit 0 batch --count
expect_silence err
expect_equal "$(cat "$work/out")" "$(printf 'b1\t%s\nb2\t0\nb3\t14\n4\t9' "$("$NEWS_SEARCHER" count "$archive" bridge)")"
expect_exit 0 "$NEWS_SEARCHER" batch "$archive" --queries - --count <"$work/queries"
expect_equal "$(wc -l <"$work/out")" 4
printf 'x\t(bridge river\n' | "$NEWS_SEARCHER" batch "$archive" --queries - --count --any >"$work/out"
expect_equal "$(cut -f2 "$work/out")" "$("$NEWS_SEARCHER" count "$archive" 'bridge OR river')"
printf 'x\tbridge w/5 river\n' | "$NEWS_SEARCHER" batch "$archive" --queries - --count --syntax nexis >"$work/out"
expect_equal "$(cut -f2 "$work/out")" "$("$NEWS_SEARCHER" count "$archive" --syntax nexis 'bridge w/5 river')"
printf 'x\t*\n' | "$NEWS_SEARCHER" batch "$archive" --queries - --format ids --sort oldest --all >"$work/out"
"$NEWS_SEARCHER" "$archive" '*' --format ids --sort oldest --all | cmp - <(cut -f2 "$work/out")

# The order is that of the queries, however many threads there are.
for n in $(seq 300); do printf '%s\t%s\n' "$n" "$(sed -n "$((n % 7 + 1))p" <<<$'*\nbridge\ndate:2014\n"tidal power"\n*ism\nriver NEAR/5 bridge\nnone')"; done >"$work/queries"
batch --threads 1 >"$work/one"
for threads in 2 7; do batch --threads $threads | cmp - "$work/one"; done
expect_equal "$(wc -l <"$work/one")" 300

# A query at fault does not stop the others.
printf 'ok\tbridge\nbad\ttitle:(flood\nno tab\n{"id":"half"\n{"id":"x","query":"a","limt":3}\n{"query":"a"}\n\xff\tx\nmany\t*e*\nlast\triver\n' >"$work/queries"
expect_exit 4 batch --max-expansions 20
expect_silence err
expect_schema batch "$work/out"
expect_equal "$(jq -cs 'map(.line)' "$work/out")" '[null,2,3,4,5,6,7,8,null]'
expect_equal "$(jq -cs 'map(.id)' "$work/out")" '["ok","bad",null,null,"x",null,null,"many","last"]'
expect_equal "$(sed -n 2p "$work/out" | jq .error.column)" 7
expect_equal "$(sed -n 5p "$work/out" | jq '.error.message | contains("limt")')" true
expect_exit 4 batch --max-expansions 20 --count
expect_equal "$(cut -f1 "$work/out" | tr '\n' ' ')" 'ok last '
expect_text err '^searcher: line 2 (bad): '
expect_text err '^searcher: line 3: there is no tab'
expect_equal "$(grep -c '^searcher: line' "$work/err")" 7
expect_exit 4 batch --max-expansions 20 --format ndjson
expect_schema batch "$work/out"

# No query, no answer; a table has its header all the same.
: >"$work/queries"
expect_exit 0 batch
expect_silence out
expect_exit 0 batch --format csv --fields id
expect_equal "$(cat "$work/out")" query_id,id

expect_exit 3 "$NEWS_SEARCHER" batch "$work/none" --queries "$work/queries"
expect_exit 2 "$NEWS_SEARCHER" batch "$archive" --queries "$work/no-such-file"
expect_text err 'no-such-file'
expect_exit 2 "$NEWS_SEARCHER" batch "$archive" --queries "$work"
expect_exit 2 "$NEWS_SEARCHER" batch "$archive"
expect_text err 'no --queries given'
for wrong in bridge '--format text' '--count --format json' '--threads 257' '--threads x' '--offset 1' '--template x'; do
  # shellcheck disable=SC2086
  expect_exit 2 "$NEWS_SEARCHER" batch "$archive" --queries - $wrong </dev/null
  expect_silence out
done

# A reader that goes away is no error, and ends the run; one that waits for an answer gets it.
(yes "$(printf 'x\tbridge')" || true) 2>/dev/null | "$NEWS_SEARCHER" batch "$archive" --queries - 2>"$work/err" | head -1 >/dev/null
expect_silence err
coproc answers { exec "$NEWS_SEARCHER" batch "$archive" --queries - --count --line-buffered; }
pid=$answers_PID questions=${answers[1]}
for n in 0 1 2; do
  printf '%s\tbridge\n' $n >&"$questions"
  read -r line <&"${answers[0]}"
  expect_equal "${line%%$'\t'*}" $n
done
exec {questions}>&-
wait "$pid"
