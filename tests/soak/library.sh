# SPDX-License-Identifier: GPL-2.0-or-later
# A hundred thousand queries through one handle from four threads: the answers of one thread, and memory that stays.
. "$(dirname "$0")/../cli/_lib.sh"
corpus=${NEWS_CORPUS_JSONL:-$NEWS_DATA/sample}
"$NEWS_INDEXER" add -q "$work/archive" "$corpus"
"$NEWS_SEARCHER" terms "$work/archive" 'date:2010..' --limit 150 --format tsv | tail -n +2 | cut -f1 >"$work/words"
shuf --random-source=<(yes) "$work/words" | paste -d' ' - - | sed 's/ *$//' | cat "$work/words" - >"$work/queries"
printf '%s\n' '"prime minister"' 'gov* AND NOT the' '(' 'the NEAR/3 of' >>"$work/queries"
"$NEWS_LIBRARY_THREADS" "$work/archive" "$work/queries" "${NEWS_LIBRARY_QUERIES:-100000}" 4
