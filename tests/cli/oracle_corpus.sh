# SPDX-License-Identifier: GPL-2.0-or-later
# 200 real keyword and phrase queries and a dozen Boolean and dated ones over a real corpus of 68,640 articles.
# Needs a corpus that the project may not ship: NEWS_CORPUS names news-en.jsonl.zst, NEWS_QUERIES the folder of
# its queries; both default to a folder 'shared' beside the checkout.
. "$(dirname "$0")/_lib.sh"
shared=$(dirname "$NEWS_DATA")/../shared
corpus=${NEWS_CORPUS:-$shared/corpora/news-en.jsonl.zst}
queries=${NEWS_QUERIES:-$shared/peers/queries}
if [ ! -e "$corpus" ] || [ ! -e "$queries/keywords.tsv" ]; then
  echo "skipped: no corpus at $corpus"
  exit 77
fi
zstd -dq "$corpus" -o "$work/corpus.jsonl"
"$NEWS_INDEXER" add -q "$work/archive" "$corpus"
py "$queries" >"$work/queries"
python3 "$cli/compare_with_oracle.py" "$work/archive" "$work/corpus.jsonl" "$work/queries"
