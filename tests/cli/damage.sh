# SPDX-License-Identifier: GPL-2.0-or-later
# A hundred flipped bits and some cut files; NEWS_FLIPS and NEWS_CUTS ask for more.
. "$(dirname "$0")/_lib.sh"
# Two segments, a dictionary, tombstones of both kinds.
"$NEWS_INDEXER" add -q "$work/archive" "$NEWS_DATA/sample"
"$NEWS_INDEXER" export "$work/archive" | sed 's/"text":"/"text":"Again: /' | head -n 40 >"$work/again.jsonl"
"$NEWS_INDEXER" add -q "$work/archive" "$work/again.jsonl"
"$NEWS_INDEXER" delete -q "$work/archive" "id:$("$NEWS_SEARCHER" "$work/archive" '*' --format csv --fields id --limit 1 | tail -n 1)"
"$NEWS_INDEXER" prune -q "$work/archive"
python3 "$(dirname "$0")/damage.py" "$NEWS_INDEXER" "$NEWS_SEARCHER" "$work/archive" \
  "${NEWS_FLIPS:-100}" "${NEWS_CUTS:-30}" "${NEWS_SEED:-1}"
