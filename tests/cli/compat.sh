# SPDX-License-Identifier: GPL-2.0-or-later
# Archives that earlier versions wrote (data/compat) are sound, say what they said, and can be built on.
. "$(dirname "$0")/_lib.sh"
for folder in "$NEWS_DATA"/compat/*/; do
  cp -r "$folder/archive" "$work/archive"
  expect_exit 0 "$NEWS_INDEXER" verify "$work/archive"
  "$NEWS_INDEXER" export "$work/archive" | cmp - "$folder/export.jsonl"
  while IFS=$'\t' read -r query count; do
    expect_equal "$query: $("$NEWS_SEARCHER" count "$work/archive" "$query")" "$query: $count"
  done <"$folder/counts.tsv"
  "$NEWS_INDEXER" add -q "$work/archive" "$NEWS_DATA/sample"
  "$NEWS_INDEXER" compact -q "$work/archive"
  expect_exit 0 "$NEWS_INDEXER" verify "$work/archive"
  rm -r "$work/archive"
done
