# SPDX-License-Identifier: GPL-2.0-or-later
# What is not the article's is neither found nor shown, unless asked for; export keeps it; threads change nothing.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
mkdir -p "$work/in/paper"
for n in 1 2 3 4 5 6; do
  cat >"$work/in/paper/$n.txt" <<EOF
Story $n

The council met for session $n and talked for hours about the bridge, which nobody in the town wants to pay for.

See also  The wonderful world of the binturong

It will meet again in week $n, when the engineers have finished their report on the state of the river.

Printed by zyzzyva and sons

Leave a Reply

Your email address will not be published. Required fields are marked *
EOF
done
expect_exit 0 "$NEWS_INDEXER" add "$archive" "$work/in"
expect_equal "$("$NEWS_SEARCHER" count "$archive" river)" 6
for word in binturong zyzzyva published; do
  expect_exit 1 "$NEWS_SEARCHER" count "$archive" "$word"
done

"$NEWS_INDEXER" export "$archive" | sort >"$work/1.jsonl"
id=$(head -1 "$work/1.jsonl" | sed 's/^{"id":"\([^"]*\)".*/\1/')
expect_exit 0 "$NEWS_SEARCHER" show "$archive" "$id"
expect_text out 'state of the river\.$'
if grep -q binturong "$work/out"; then exit 1; fi
expect_exit 0 "$NEWS_SEARCHER" show "$archive" "$id" --full
expect_text out '^See also  The wonderful world of the binturong$'
expect_text out '^Leave a Reply$'
expect_exit 0 "$NEWS_SEARCHER" show "$archive" "$id" --full --color always
expect_text out "$(printf '\033\\[2mSee also')"
expect_exit 0 "$NEWS_SEARCHER" show "$archive" "$id" --full --format json
expect_text out 'binturong.*"boilerplate":\[\['

"$NEWS_INDEXER" add -q "$work/copy" "$work/1.jsonl"
"$NEWS_INDEXER" export "$work/copy" | sort | cmp - "$work/1.jsonl"
expect_exit 1 "$NEWS_SEARCHER" count "$work/copy" binturong
"$NEWS_INDEXER" add -q --boilerplate keep "$work/kept" "$work/1.jsonl"
expect_equal "$("$NEWS_SEARCHER" count "$work/kept" binturong)" 6

"$NEWS_INDEXER" add -q --threads 1 "$work/one" "$work/in"
"$NEWS_INDEXER" add -q --threads 3 "$work/three" "$work/in"
for file in articles.zst words.etdc lexicon columns ids; do
  cmp "$work/one/segments/000001/$file" "$work/three/segments/000001/$file"
done

echo '{"id":"x","title":"t","text":"A long enough story about the bridge.\n\nAdvertisement"}' >"$work/x.jsonl"
"$NEWS_INDEXER" add -q "$work/x" "$work/x.jsonl"
expect_equal "$("$NEWS_SEARCHER" count "$work/x" advertisement)" 1
"$NEWS_INDEXER" add -q --boilerplate drop "$work/y" "$work/x.jsonl"
expect_exit 1 "$NEWS_SEARCHER" count "$work/y" advertisement
expect_exit 2 "$NEWS_INDEXER" add --boilerplate some "$work/y" "$work/x.jsonl"
expect_text err 'none of auto, drop, keep'
