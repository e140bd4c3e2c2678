# SPDX-License-Identifier: GPL-2.0-or-later
# searcher pipe: each answer is what the command prints, in order and at once; nothing that is asked ends it.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
py "$archive" "$work"
expect_exit 3 "$NEWS_SEARCHER" pipe "$work/nothing" </dev/null
expect_exit 2 "$NEWS_SEARCHER" pipe "$archive" flood </dev/null
echo '{"op":"count","query":"*"}' | expect_exit 0 "$NEWS_SEARCHER" pipe -a "$archive"
expect_equal "$(cat "$work/out")" '{"status":0,"answer":81}'
echo '{"op":"count","query":"*"}' >"$work/one"
yes "$(cat "$work/one")" | "$NEWS_SEARCHER" pipe "$archive" | head -n 3 >"$work/out"
expect_equal "$(wc -l <"$work/out")" 3
