# SPDX-License-Identifier: GPL-2.0-or-later
# Of 2,000 articles of which it is known which are copies, the indexer finds the groups, and no others.
. "$(dirname "$0")/_lib.sh"
tools=$(dirname "$0")/../stories

python3 "$tools/generate.py" "$work/articles.jsonl" "$work/truth.jsonl"
expect_equal "$(wc -l <"$work/articles.jsonl")" 2000
"$NEWS_INDEXER" add -q "$work/archive" "$work/articles.jsonl"
python3 "$tools/groups.py" "$work/archive" >"$work/groups.jsonl"
python3 "$tools/brute.py" "$work/articles.jsonl" >"$work/exact.jsonl"
expect_exit 0 python3 "$tools/evaluate.py" "$work/truth.jsonl" "$work/groups.jsonl" \
  --exact "$work/exact.jsonl" --precision 0.98 --recall 0.95
cat "$work/out"

# In whatever parts they come.
split -n l/3 "$work/articles.jsonl" "$work/part-"
for part in "$work"/part-*; do
  mv "$part" "$part.jsonl"
  "$NEWS_INDEXER" add -q "$work/parts" "$part.jsonl"
done
python3 "$tools/groups.py" "$work/parts" >"$work/in-parts.jsonl"
cmp "$work/groups.jsonl" "$work/in-parts.jsonl"
