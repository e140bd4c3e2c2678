# SPDX-License-Identifier: GPL-2.0-or-later
# show --mark QUERY: what the query matches is in colour, at the bytes that search says, and nothing else changes.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"

for query in 'bridge' '"road bridge" OR coll* OR polic*' 'the NEAR/3 of' 'title:flood* OR Fluss OR puente' 'NOT bridge'; do
  py "$archive" "$query"
done

# What was left out of a text is shown dimmed among it, and the marks stay where they belong.
printf 'Ferry is back\n\nThe ferry crossed the bay.\n\nShare this article\n\nAnother ferry will follow.\n' >"$work/ferry.txt"
"$NEWS_INDEXER" add -q "$work/texts" "$work/ferry.txt"
id=$("$NEWS_SEARCHER" "$work/texts" '*' --format ids)
esc=$(printf '\033')
expect_exit 0 "$NEWS_SEARCHER" show "$work/texts" "$id" --mark ferry --full --color always
expect_text out "^The $esc\[1;33mferry$esc\[0m crossed"
expect_text out "Another $esc\[1;33mferry$esc\[0m will"

expect_exit 0 "$NEWS_SEARCHER" show "$archive" hg-2014-003 --mark nothinglikeit --color always
! grep -q "$esc\[1;33m" "$work/out" || { echo "a mark without a match" >&2; exit 1; }
"$NEWS_SEARCHER" show "$archive" hg-2014-003 >"$work/plain"
cmp "$work/plain" "$work/out"
expect_exit 2 "$NEWS_SEARCHER" show "$archive" hg-2014-003 --mark '(' --color always
expect_text err "the query cannot be read"
expect_exit 2 "$NEWS_SEARCHER" show "$archive" hg-2014-003 --mark x --diff
expect_text err "as it is now"
expect_exit 2 "$NEWS_SEARCHER" "$archive" bridge --mark x
expect_text err "search takes no --mark"
# In the shell an article is opened with the matches of the query.
printf '%s\n' tidal 1 | "$NEWS_SEARCHER" shell "$archive" --color always >"$work/out"
sed -n '/^id: /,$p' "$work/out" | grep -qi "$esc\[1;33mtidal$esc\[0m" || { cat "$work/out" >&2; exit 1; }
