# SPDX-License-Identifier: GPL-2.0-or-later
# Concordances: as many lines as there are matches, each where search finds it, in the order asked for.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
kwic() { "$NEWS_SEARCHER" kwic "$@"; }

# By the offsets of search: the same places, and what stands there.
for query in the 'the OR of' '"of the"' 'bridge NEAR/5 river' 'title:bridge' 'the -bridge' 'ATLEAST/2 the' 'b*' 'case:The' \
    'first/20:the' 'lead:(a OR the)' 'is SENTENCE of' 'de OR la' '“of *"'; do
  for sort in none left right date source; do
    lines=$(py compare "$archive" $sort "$query")
    [ "$lines" -gt 0 ] || { echo "nothing for $query" >&2; exit 1; }
  done
done

expect_exit 1 kwic "$archive" nowhereatall
expect_silence out
expect_text err '^no article matches$'
expect_exit 1 kwic "$archive" 'source:"Harbour Gazette"'
expect_silence out
expect_text err 'no word in them was asked for$'
expect_exit 0 kwic "$archive" the --limit 3
expect_equal "$(wc -l <"$work/out")" 3
expect_text err ' matches in [0-9]* articles ([0-9]* stories), showing the first 3$'
expect_exit 0 kwic "$archive" the --limit 3 --format json --sort left
expect_silence err
kwic "$archive" the --sort right 2>/dev/null >"$work/all"
kwic "$archive" the --sort right --limit 50 2>/dev/null | cmp - <(head -50 "$work/all")
NEWSARCHIVE_LIMIT=1 kwic "$archive" the --sort right 2>/dev/null | cmp - "$work/all"
expect_exit 2 kwic "$archive" the --sort newest
expect_text err "'newest' is none of none, left, right, date, source"
expect_exit 2 kwic "$archive" the --format xml
expect_exit 2 kwic "$archive" the --facets source
expect_exit 2 kwic "$archive" the --limit ''
expect_exit 2 "$NEWS_SEARCHER" "$archive" the --context 3
expect_exit 2 kwic "$archive"
# A reader that has gone is no failure, and has nothing said to it.
for sort in none left; do
  kwic "$archive" '*e* OR the' --sort $sort 2>"$work/err" | head -1 >"$work/out"
  expect_equal "${PIPESTATUS[*]}" "0 0"
  [ "$sort" = left ] || expect_silence err
done

# Orders, over several segments: case does not count, the nearest word comes first, beginnings too.
small=$work/small
n=0
for text in 'b a X c d' 'X' 'a B x C D' 'Z a x c E' 'A x' 'x b'; do
  n=$((n + 1))
  echo "{\"id\":\"$n\",\"date\":\"20$((20 - n))\",\"source\":\"s$((n % 3))\",\"title\":\"t\",\"text\":\"$text\"}" >"$work/$n.jsonl"
  "$NEWS_INDEXER" add -q "$small" "$work/$n.jsonl"
done
order() { kwic "$small" x --format tsv --sort "$1" 2>/dev/null | tail -n +2 | cut -f 6 | tr -d '\n'; }
expect_equal "$(order none)" 123456
expect_equal "$(order left)" 265143
expect_equal "$(order right)" 256134
expect_equal "$(order date)" 654321
expect_equal "$(order source)" 634152
"$NEWS_INDEXER" compact -q "$small"
expect_equal "$(order left)$(order right)$(order source)" 265143256134634152

# Wide characters line up, and nothing foreign reaches the terminal.
py make_wide >"$work/wide.jsonl"
"$NEWS_INDEXER" add -q "$work/wide" "$work/wide.jsonl"
expect_exit 0 kwic "$work/wide" =x --context 30 --color always
py check_wide "$work/out"
