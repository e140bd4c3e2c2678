# SPDX-License-Identifier: GPL-2.0-or-later
# Random queries of the whole grammar over the sample corpus: totals, ids and facets must equal the oracle's.
# NEWS_CORPUS_JSONL and NEWS_COUNT run the same over a larger corpus: scripts/soak does.
. "$(dirname "$0")/_lib.sh"
corpus=${NEWS_CORPUS_JSONL:-$NEWS_DATA/sample/articles.jsonl}
"$NEWS_INDEXER" add -q "$work/archive" "$corpus"
"$NEWS_QUERYGEN" "$corpus" --seed "${NEWS_SEED:-2}" --count "${NEWS_COUNT:-500}" >"$work/queries"
python3 "$cli/compare_with_oracle.py" "$work/archive" "$corpus" "$work/queries"
