# SPDX-License-Identifier: GPL-2.0-or-later
# Stories are the same from one addition as from many, with any number of threads, after compact and rebuild; copies that
# go take their stories along; the window is kept; damaged stories are seen and made again.
. "$(dirname "$0")/_lib.sh"
py make "$work"

# stories ARCHIVE: a line each, the ids of its articles in the order of the file.
stories() {
  "$NEWS_INDEXER" export "$1" >"$work/exported"
  py members "$1" "$work/exported"
}
# + 0: jq 1.7 keeps the spelling of a number it did not compute, jq 1.6 does not.
figures() { "$NEWS_INDEXER" info "$1" --format json | jq -c '[.articles, .stories, .story_articles, .copies, .copy_share + 0]'; }

for threads in 1 2 8; do "$NEWS_INDEXER" add -q --threads $threads "$work/one$threads" "$work/all.jsonl"; done
cmp "$work/one1/stories-000001" "$work/one2/stories-000001"
cmp "$work/one1/stories-000001" "$work/one8/stories-000001"
stories "$work/one1" >"$work/expected"
{ for ((i = 0; i < 40; ++i)); do echo "s$i-a s$i-cut"; done; echo "left right both"; } | sort | cmp - "$work/expected"
expect_equal "$(figures "$work/one1")" "[163,41,83,42,0.2577]"
expect_exit 0 "$NEWS_INDEXER" info "$work/one1"
expect_text out '^stories    41 of 83 articles, 42 of them copies: 25.8 % of all$'

# Twenty additions merge segments on the way.
for part in "$work"/part*.jsonl; do
  "$NEWS_INDEXER" add -q --threads 1 "$work/many" "$part"
  "$NEWS_INDEXER" add -q --threads 8 "$work/many8" "$part"
done
stories "$work/many" | cmp - "$work/expected"
for archive in many many8; do "$NEWS_INDEXER" prune -q "$work/$archive"; done
cmp "$work"/many/stories-* "$work"/many8/stories-*
for command in compact rebuild 'rebuild --untrusted'; do
  # shellcheck disable=SC2086
  "$NEWS_INDEXER" $command -q "$work/many"
  stories "$work/many" | cmp - "$work/expected"
  expect_exit 0 "$NEWS_INDEXER" verify --deep "$work/many"
done

# Without what joined them, two articles are no story; with it again, they are.
echo both | "$NEWS_INDEXER" delete -q "$work/many" --ids -
expect_equal "$(figures "$work/many")" "[162,40,80,40,0.2469]"
grep '"id": "both"' "$work/all.jsonl" >"$work/both.jsonl"
"$NEWS_INDEXER" add -q "$work/many" "$work/both.jsonl"
expect_equal "$(figures "$work/many")" "[163,41,83,42,0.2577]"
# A copy that becomes another article leaves its story.
echo '{"id":"s0-cut","title":"x","text":"quite another text","date":"2020-05-11"}' >"$work/other.jsonl"
"$NEWS_INDEXER" add -q "$work/many" "$work/other.jsonl"
expect_equal "$(figures "$work/many")" "[163,40,81,41,0.2515]"
expect_exit 0 "$NEWS_INDEXER" verify --deep "$work/many"

# A wider window joins the late ones, even if nothing is added; it stays.
"$NEWS_INDEXER" add -q --story-window 31 "$work/one1" "$work/all.jsonl"
expect_equal "$(figures "$work/one1")" "[163,41,123,82,0.5031]"
"$NEWS_INDEXER" rebuild -q "$work/one1"
expect_equal "$(figures "$work/one1")" "[163,41,123,82,0.5031]"
"$NEWS_INDEXER" rebuild -q --story-window 0 "$work/one1"
expect_equal "$(figures "$work/one1")" "[163,0,0,0,0]"
expect_exit 2 "$NEWS_INDEXER" add "$work/one1" "$work/all.jsonl" --story-window 36526
expect_text err '--story-window must be from 0 to 36525 days'

# One flipped bit is seen by verify and by every reader, and repaired; a backup has the stories.
"$NEWS_INDEXER" backup -q "$work/one2" "$work/copy"
cmp "$work/one2/stories-000001" "$work/copy/stories-000001"
rm "$work/copy/stories-000001" # a link
head -c 400 "$work/one2/stories-000001" >"$work/copy/stories-000001"
printf '\1' >>"$work/copy/stories-000001"
tail -c +402 "$work/one2/stories-000001" >>"$work/copy/stories-000001"
expect_exit 3 "$NEWS_INDEXER" verify "$work/copy"
expect_text err 'stories-000001: checksum does not match'
expect_exit 3 "$NEWS_INDEXER" info "$work/copy"
expect_exit 0 "$NEWS_INDEXER" verify --repair "$work/copy"
expect_text err '^restored: stories-000001: made new$'
stories "$work/copy" | cmp - "$work/expected"
# What is left of the damaged one goes with prune.
"$NEWS_INDEXER" prune -q "$work/copy"
[ ! -e "$work/copy/stories-000001" ]
