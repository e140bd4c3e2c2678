# SPDX-License-Identifier: GPL-2.0-or-later
# Twenty languages: what is taken from an article finds it. Needs a corpus the project may not ship (NEWS_LANGUAGES).
. "$(dirname "$0")/_lib.sh"
corpus=${NEWS_LANGUAGES:-$(dirname "$NEWS_DATA")/../shared/corpora/languages/news-languages.jsonl.zst}
if [ ! -e "$corpus" ]; then
  echo "skipped: no corpus at $corpus"
  exit 77
fi
zstd -dq "$corpus" -o "$work/corpus.jsonl"
"$NEWS_INDEXER" add -q "$work/archive" "$corpus"
py "$work/archive" "$work/corpus.jsonl"
