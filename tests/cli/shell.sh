# SPDX-License-Identifier: GPL-2.0-or-later
# searcher shell: as a person uses it (under tmux), and as a script does.
. "$(dirname "$0")/_lib.sh"
export XDG_STATE_HOME=$work/state
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"

# Without a terminal: no prompt, the same answers; errors do not end it.
ask() { printf '%s\n' "$@" | expect_exit 0 "$NEWS_SEARCHER" shell "$archive"; }
ask '*' n p :count
expect_text out '^80 articles match, 70 stories, showing stories 1–10'
expect_text out '^11\. '
expect_equal "$(tail -n 1 "$work/out")" '80 articles, 70 stories'
! grep -q 'news>' "$work/out" || { echo "a prompt in a file" >&2; exit 1; }
ask '(' 'n' ':frob' 'zyzzyva' '3' ':sort up' 'p' ':count'
expect_text err 'the query cannot be read'
expect_text err 'ask something first'
expect_text err "no command ':frob'"
expect_text out 'no article matches'
expect_text err 'there is no hit 3; there are 0'
expect_text err 'relevance, newest or oldest'
expect_text err 'this is the first page'
expect_equal "$(tail -n 1 "$work/out")" '0 articles, 0 stories'
ask '*' ':sort newest' 1
newest=$("$NEWS_SEARCHER" "$archive" '*' --sort newest --limit 1 --format csv --fields id | tail -n 1)
expect_text out "^id: $newest"
ask '*' :facets
expect_text out '^source'
ask :help :quit '*'
expect_text out 'the next page'
! grep -q 'articles match' "$work/out" || { echo "went on after :quit" >&2; exit 1; }
ask '*' n n n n n n n
expect_text err 'this is the last page'
expect_text out '^70\. '
expect_exit 3 "$NEWS_SEARCHER" shell "$work/nothing" </dev/null
[ ! -e "$XDG_STATE_HOME" ] || { echo "a script has left a history" >&2; exit 1; }

if ! command -v tmux >/dev/null; then
  echo "skipped: no tmux to give it a terminal"
  exit 77
fi
. "$(dirname "$0")/_tmux.sh"
open_terminal 90 40
type_line "$NEWS_SEARCHER shell $archive --pager never --limit 2; echo left=\$?"
wait_for '^news> $'
type_line 'tidal'
wait_for 'articles\? match'
type_line '1'
wait_for '^id: '
press C-l
# TAB: a field, then a source of the archive.
press sour Tab
wait_for '^news> source:$'
press C-u
press 'xyz never sent'
press C-c
wait_for 'xyz never sent^C'
wait_for '^news> $'
type_line ':count'
wait_for '^[0-9]* articles\?, [0-9]* stor'
# Up brings back what was asked.
press Up Up Up
wait_for '^news> tidal$'
press C-u
press C-d
wait_for '^left=0$'
grep -qx tidal "$XDG_STATE_HOME/newsarchive/history"
expect_equal "$(stat -c %a "$XDG_STATE_HOME/newsarchive/history")" 600
close_terminal
