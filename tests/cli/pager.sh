# SPDX-License-Identifier: GPL-2.0-or-later
# The pager: what goes through it, how it is started, and that leaving it is no failure. Links to urls.
. "$(dirname "$0")/_lib.sh"
export XDG_CONFIG_HOME=$work/config
unset PAGER NEWSARCHIVE_PAGER NO_COLOR
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
cd "$work"

# Told to, a result goes to the pager's words, which no shell reads.
export NEWSARCHIVE_PAGER='sed s/^/P:/'
expect_exit 0 "$NEWS_SEARCHER" "$archive" '*' --pager always
expect_text out '^P: 1\.'
expect_text out '^P:80 articles match'
expect_exit 1 "$NEWS_SEARCHER" "$archive" zyzzyva --pager always
expect_text out '^P:no article matches'
id=$("$NEWS_SEARCHER" "$archive" '*' --limit 1 --format csv --fields id | tail -n 1)
expect_exit 0 "$NEWS_SEARCHER" show "$archive" "$id" --pager always
expect_text out "^P:id: $id"
expect_exit 0 "$NEWS_SEARCHER" count "$archive" '*'
expect_equal "$(cat "$work/out")" 80
NEWSARCHIVE_PAGER='sed s/^/$HOME/;touch made' expect_exit 0 "$NEWS_SEARCHER" "$archive" '*' --pager always
[ ! -e made ] || { echo "a shell has read the pager's name" >&2; exit 1; }
PAGER='sed s/^/Q:/' expect_exit 0 "$NEWS_SEARCHER" "$archive" '*' --pager always
expect_text out '^P:'
NEWSARCHIVE_PAGER= PAGER='sed s/^/Q:/' expect_exit 0 "$NEWS_SEARCHER" "$archive" '*' --pager always
expect_text out '^ 1\.'

# Not told to, what is no terminal gets it as it is; JSON too on a terminal.
expect_exit 0 "$NEWS_SEARCHER" "$archive" '*'
expect_text out '^ 1\.'
mkdir -p "$work/config/newsarchive"
echo 'pager = always' >"$work/config/newsarchive/searcher.conf"
expect_exit 0 "$NEWS_SEARCHER" "$archive" '*'
expect_text out '^P: 1\.'
expect_exit 0 "$NEWS_SEARCHER" "$archive" '*' --pager never
expect_text out '^ 1\.'
rm "$work/config/newsarchive/searcher.conf"

# A pager that is left early is quiet; one that is not there is named.
NEWSARCHIVE_PAGER='head -n 1' expect_exit 0 "$NEWS_SEARCHER" "$archive" '*' --all --pager always
expect_equal "$(wc -l <"$work/out")" 1
expect_silence err
NEWSARCHIVE_PAGER='no-such-pager -x' expect_exit 0 "$NEWS_SEARCHER" "$archive" '*' --all --pager always
expect_text err "the pager 'no-such-pager' cannot be run"
expect_text out '^80 articles match'

# On a terminal: what is longer than the screen.
if command -v script >/dev/null; then
  on_terminal() { # on_terminal ROWS ARGUMENTS: of the searcher
    TERM=xterm script -qec "stty rows $1 cols 80; '$NEWS_SEARCHER' '$archive' '*' --color never $2" /dev/null </dev/null | tr -d '\r' >"$work/out"
  }
  on_terminal 20 '--limit 9'
  expect_text out '^P: 1\.'
  expect_text out '^P:80 articles match'
  on_terminal 200 '--limit 9'
  expect_text out '^ 1\.'
  expect_text out '^80 articles match'
  on_terminal 20 '--limit 9 --pager never'
  expect_text out '^ 1\.'
  on_terminal 2 '--limit 9 --format json'
  expect_text out '^{"schema"'
  NEWSARCHIVE_PAGER='less -FRX' on_terminal 200 '--limit 2'
  expect_text out '^80 articles match'
  TERM=dumb script -qec "stty rows 5; '$NEWS_SEARCHER' '$archive' '*'" /dev/null </dev/null | tr -d '\r' >"$work/out"
  expect_text out '^ 1\.'
else
  echo "skipped: no script(1) to give the searcher a terminal"
fi

# Links: from the title to the url, which cannot end the escape sequence it stands in.
printf '%s\n' '{"id":"u","title":"Linked words","url":"https://example.org/a b?\u001b\\é","text":"hostile"}' \
  '{"id":"v","title":"Other scheme","url":"javascript:alert(1)","text":"scheme"}' >links.jsonl
"$NEWS_INDEXER" add -q links links.jsonl
esc=$(printf '\033')
expect_exit 0 "$NEWS_SEARCHER" links hostile --hyperlinks always
expect_equal "$(head -n 1 "$work/out")" " 1. $esc]8;;https://example.org/a%20b?%1B\\%C3%A9$esc\\Linked words$esc]8;;$esc\\"
expect_exit 0 "$NEWS_SEARCHER" show links u --hyperlinks always
expect_text out "^$esc\]8;;https://example.org/a%20b"
expect_exit 0 "$NEWS_SEARCHER" links scheme --hyperlinks always
! grep -q "$esc" "$work/out" || { echo "a link to a script" >&2; exit 1; }
TERM=xterm-kitty expect_exit 0 "$NEWS_SEARCHER" links hostile
! grep -q "$esc" "$work/out" || { echo "a link in a file" >&2; exit 1; }
