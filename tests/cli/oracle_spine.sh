# SPDX-License-Identifier: GPL-2.0-or-later
# Random queries over the sample corpus: totals and all facets must equal the brute-force oracle's.
. "$(dirname "$0")/_lib.sh"
"$NEWS_INDEXER" add -q "$work/archive" "$NEWS_DATA/sample/articles.jsonl"
"$NEWS_QUERYGEN" "$NEWS_DATA/sample/articles.jsonl" --seed "${NEWS_SEED:-1}" --count 300 --spine >"$work/queries"
python3 "$cli/compare_with_oracle.py" "$work/archive" "$NEWS_DATA/sample/articles.jsonl" "$work/queries"
