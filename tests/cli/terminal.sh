# SPDX-License-Identifier: GPL-2.0-or-later
# What a person sees in a terminal: widths, colours, the pager, progress, Ctrl-C.
. "$(dirname "$0")/_lib.sh"
if ! command -v tmux >/dev/null; then
  echo "skipped: no tmux to give the programs a terminal"
  exit 77
fi
. "$(dirname "$0")/_tmux.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
mkdir "$work/bin"
ln -s "$NEWS_SEARCHER" "$work/bin/searcher"
ln -s "$NEWS_INDEXER" "$work/bin/indexer"
export PATH=$work/bin:$PATH

for columns in 40 80 200; do
  open_terminal $columns 30
  type_line "cd $work; clear; searcher archive tidal --limit 2 --pager never"
  wait_for '^\$ $'
  wait_for 'articles\? match'
  # A line that the terminal had to break is one that the program made too wide.
  joined=$(screen -J | LC_ALL=C.UTF-8 wc -L)
  [ "$joined" -le "$columns" ] || { screen >&2; echo "$joined columns of $columns" >&2; exit 1; }
  screen -e | grep -q "$(printf '\033')\[1m" || { echo "no bold at $columns columns" >&2; exit 1; }
  type_line "clear; NO_COLOR=1 searcher archive tidal --limit 2 --pager never; echo done"
  wait_for '^done$'
  ! screen -e | grep -q "$(printf '\033')\[[0-9]*[1-9]m" || { echo "colour in spite of NO_COLOR" >&2; exit 1; }
  close_terminal
done

# Long text is in less, which is left by q; a terminal made smaller meanwhile is no harm.
if command -v less >/dev/null; then
  open_terminal 80 24
  type_line "cd $work; clear; unset PAGER NEWSARCHIVE_PAGER LESS; searcher archive '*' --all; echo left=\$?"
  wait_for '^:$'
  terminal resize-window -x 50 -y 10
  press Space
  press q
  wait_for '^left=0$'
  # Ctrl-C belongs to the pager: it stays.
  type_line "clear; searcher archive '*' --all; echo then=\$?"
  wait_for '^:$'
  press C-c
  press q
  wait_for '^then=0$'
  type_line "clear; searcher archive '*' --limit 1 --facets none; echo short=\$?"
  wait_for '^short=0$'
  type_line "clear; searcher archive '*' --all --pager never | head -n 1; echo pipe=\$?"
  wait_for '^pipe=0$'
  ! screen | grep -q 'searcher: ' || { screen >&2; exit 1; }
  close_terminal
else
  echo "skipped: no less to page with"
fi

# Progress: a line that is wiped, in a narrow terminal too; after Ctrl-C nothing of it is left.
mkfifo "$work/pipe"
words=$(seq 400 | tr '\n' ' ')
for columns in 40 80; do
  open_terminal $columns 24
  type_line "cd $work; clear; indexer add grown$columns - <pipe; echo code=\$?"
  exec 3>"$work/pipe"
  for i in $(seq 12); do
    seq 300 | sed "s/.*/{\"id\":\"$i-&\",\"title\":\"Story & of $i\",\"text\":\"$words\"}/" >&3
    sleep 0.1
  done
  wait_for '^[0-9]* articles, .*/s'
  press C-c
  exec 3>&-
  wait_for '^code=130$'
  ! screen | grep -q 'articles, .*/s' || { screen >&2; echo "the progress line is left" >&2; exit 1; }
  screen | grep -q '^indexer: interrupted' || { screen >&2; echo "no word about the interruption" >&2; exit 1; }
  close_terminal
done

# TERM=dumb: no escape sequence, no pager.
terminal_type=dumb
open_terminal 80 24
type_line "cd $work; clear 2>/dev/null; searcher archive '*' --all; echo plain=\$?"
wait_for '^plain=0$'
! screen -e | grep -q "$(printf '\033')\[[0-9]*[1-9]m" || { echo "colour in spite of TERM=dumb" >&2; exit 1; }
close_terminal
