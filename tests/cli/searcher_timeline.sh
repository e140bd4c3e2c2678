# SPDX-License-Identifier: GPL-2.0-or-later
# Hits over time: what is counted, that it adds up, and how it is drawn.
. "$(dirname "$0")/_lib.sh"
cd "$work"
unset COLUMNS NO_COLOR
escape=$(printf '\033')

timeline() { "$NEWS_SEARCHER" timeline "$@"; }
count() { "$NEWS_SEARCHER" count "$@" || true; }

# One article replaced and one deleted.
py make >articles.jsonl
"$NEWS_INDEXER" add -q a articles.jsonl
printf '{"id":"7","title":"new","text":"flood","date":"2015-07-07"}\n' >more.jsonl
"$NEWS_INDEXER" add -q a more.jsonl
"$NEWS_INDEXER" delete -q a id:8

# Every count against `count` with that range of dates, and the sums against the totals.
for by in week month year; do
  dates=
  if [ $by = week ]; then dates=date:2015-11..2016-06; fi
  expect_exit 0 timeline a "flood source:bbc $dates" --vs "drought lang:en $dates" --by $by --format json
  py brute a out
  expect_schema timeline out
done
expect_exit 0 timeline a 'fire date:2016-02..2016-05' --by day --format json
py brute a out
expect_equal "$(jq '[.periods[] | select(.gap)] | length > 60' out)" true
expect_silence err

# The period that fits, from the span.
by() { timeline a "$1" --format json | jq -r .by; }
expect_equal "$(by 'flood date:2015-01-01..2015-02-28')" day
expect_equal "$(by 'flood date:2015')" week
expect_equal "$(by flood)" month
printf '{"id":"old","title":"old","text":"flood","date":"1850-01-01"}\n' >old.jsonl
cp -r a old && "$NEWS_INDEXER" add -q old old.jsonl
expect_equal "$(timeline old flood --format json | grep -c '"by":"year"')" 1
printf '{"id":"%s","title":"x","text":"flood","date":"2016"}\n' 1 2 >years.jsonl
"$NEWS_INDEXER" add -q years years.jsonl
expect_equal "$(timeline years flood --format json | grep -c '"by":"year"')" 1

# The same figures in CSV and NDJSON; the average stands beside them.
expect_exit 0 timeline a flood --vs '"some words"' --by month --smooth 3 --format json
cp out smooth.json
expect_schema timeline smooth.json
timeline a flood --vs '"some words"' --by month --smooth 3 --format csv >smooth.csv
timeline a flood --vs '"some words"' --by month --smooth 3 --format ndjson >smooth.ndjson
py smooth smooth.json smooth.csv smooth.ndjson

# As text: a row a period, what it is of, and the total, which adds up.
expect_exit 0 env COLUMNS=80 "$NEWS_SEARCHER" timeline a 'flood source:bbc' --by year
expect_text out '^flood AND source:bbc$'
expect_text out '^by year, 2014 to 2017$'
expect_text out "^2015  *[0-9]*  *[0-9]*  *$(count a 'source:bbc date:2015')  *[0-9.]* %  █"
expect_text out "^$(count a 'flood source:bbc') articles match, .* of $(count a source:bbc): .* in these years, .* undated$"
expect_silence err
expect_exit 0 timeline a flood --by month
expect_text out '^2016-03  ░░ no articles for 2 months$'
expect_text out 'too coarsely$'
expect_exit 0 timeline a source:bbc --by year
if grep -q ' %' out; then echo "a share of itself" >&2; exit 1; fi
expect_exit 0 timeline a flood --vs drought --by month
expect_text out '^drought  *most in 201'
expect_text out '└─.*░'
expect_text out '^░ no articles at all$'
expect_text out "^drought: $(count a drought) articles match"

# As wide as the terminal, no wider; in colour only where it is wanted.
widest() { jq -Rn '[inputs | length] | max'; }
for columns in 30 40 80 200; do
  for arguments in 'flood --by year' 'flood --by month --share' 'flood --by month --vs drought' \
    'flood --by day --smooth 30 --vs fire --share' \
    'flood OR (drought nosuchword) OR (fire nosuchword) OR nothing OR nobody --by week'; do
    # shellcheck disable=SC2086
    COLUMNS=$columns timeline a $arguments >out
    wide=$(widest <out)
    [ "$wide" -le "$columns" ] && [ "$wide" -ge $((columns * 2 / 3)) ] || { echo "$wide of $columns: $arguments" >&2; cat out >&2; exit 1; }
  done
done
for arguments in '' '--vs drought'; do
  # shellcheck disable=SC2086
  timeline a flood $arguments >plain
  # shellcheck disable=SC2086
  NO_COLOR=1 timeline a flood $arguments --color always >coloured
  if grep -q "$escape" plain; then echo "colour in a file" >&2; exit 1; fi
  grep -q "$escape\[" coloured
  expect_equal "$(sed "s/$escape\[[0-9]*m//g" coloured)" "$(cat plain)"
done

# Nothing found, nothing understood.
expect_exit 1 timeline a nosuchword
expect_text out '^no article matches, 0.00 % of '
expect_exit 1 timeline a 'flood date:1999' --vs nosuchword --format json
expect_schema timeline out
expect_exit 1 timeline a 'flood date:1999' --svg none.svg --html none.html --format csv
expect_exit 0 timeline a nosuchword --vs flood
expect_exit 0 timeline a 'flood date:undated'
expect_text out ' undated$'
expect_exit 2 timeline a
expect_exit 2 timeline a flood --by hour
expect_text err "none of auto, day, week, month, year"
expect_exit 2 timeline a flood --smooth 0
expect_exit 2 timeline a flood --vs '(drought'
expect_text err 'never closed'
expect_silence out
expect_exit 2 timeline a flood --facets source
expect_exit 3 timeline nowhere flood
expect_exit 3 timeline a flood --svg missing/x.svg
expect_text err 'missing/x.svg'
expect_exit 0 timeline a flood --explain
expect_text err '^time: match .* ms, count .* ms$'

# Pictures and pages: well-formed, whatever the query holds, with nothing from outside and no script.
evil="flood OR source:\"<script>&'']]></title>\""
expect_exit 0 timeline a "$evil" --vs drought --by month --smooth 3 --svg two.svg --html two.html
expect_exit 0 timeline a flood --by year --svg one.svg --html one.html
py picture two.svg two.html one.svg one.html none.svg none.html

# In a terminal, and again after it was made wider.
if command -v tmux >/dev/null; then
  socket=$work/tmux
  pane() { tmux -S "$socket" "$@"; }
  pane -f /dev/null new-session -d -x 60 -y 40 "env -u COLUMNS TERM=screen-256color bash --norc"
  trap 'pane kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
  drawn() {
    pane send-keys "clear; '$NEWS_SEARCHER' timeline a flood --by year; echo do'ne'-$1" Enter
    for _ in $(seq 3000); do
      pane capture-pane -p >screen
      if grep -q "^done-$1" screen; then break; fi
      sleep 0.1
    done
    grep '█' screen | widest
  }
  expect_equal "$(drawn 1)" 60
  pane capture-pane -ep | grep -q "$escape\["
  pane set-option -g window-size manual
  pane resize-window -x 110 -y 40
  expect_equal "$(drawn 2)" 110
else
  echo "skipped: no tmux to give it a terminal"
fi
