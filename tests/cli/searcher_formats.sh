# SPDX-License-Identifier: GPL-2.0-or-later
# Formats of search for other programs: tables with tabs, ids, run files, templates.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
"$NEWS_SEARCHER" "$archive" bridge --all --format ndjson --fields id | sed 's/.*:"\(.*\)"}/\1/' >"$work/ids"

expect_exit 0 "$NEWS_SEARCHER" "$archive" bridge --all --format ids
expect_silence err
cmp "$work/out" "$work/ids"
"$NEWS_SEARCHER" "$archive" bridge --all --format ids --print0 | tr '\0' '\n' | cmp - "$work/ids"
"$NEWS_SEARCHER" "$archive" bridge --all --template '{id}' --print0 | tr '\0' '\n' | cmp - "$work/ids"
expect_exit 1 "$NEWS_SEARCHER" "$archive" nowhereatall --format ids
expect_silence out

# A table with tabs says the same as the one with commas.
"$NEWS_SEARCHER" "$archive" bridge --all --format csv --fields rank,id,title,text >"$work/csv"
expect_exit 0 "$NEWS_SEARCHER" "$archive" bridge --all --format tsv --fields rank,id,title,text
expect_silence err
py same_table "$work/csv" "$work/out"

# A run file keeps our order under tools that sort by score, 32-bit numbers as they may be.
for query in '*' 'bridge OR source:"Harbour Gazette"'; do
  for sort in relevance newest; do
    expect_exit 0 "$NEWS_SEARCHER" "$archive" "$query" --all --format trec --query-id q7 --sort $sort
    expect_silence err
    "$NEWS_SEARCHER" "$archive" "$query" --all --format ids --sort $sort >"$work/ids"
    py run_file "$work/out" "$work/ids"
  done
done
"$NEWS_SEARCHER" "$archive" bridge --format trec --limit 1 | grep -q '^1 Q0 '

expect_exit 0 "$NEWS_SEARCHER" "$archive" id:hg-2014-003 --template '{{{rank}}}\t{source}\n{date}'
expect_silence err
expect_equal "$(cat "$work/out")" "$(printf '{1}\tHarbour Gazette\n2014-02-18')"
expect_exit 2 "$NEWS_SEARCHER" "$archive" bridge --template '{headline}'
expect_silence out
expect_text err "no field 'headline'"
expect_text err 'Fields are rank, id, score, title'

# Nothing that an article holds breaks a line or reaches the terminal.
printf '%s\n' '{"id":"a\tb c","title":"tab\there \\ \u001b[31mred","text":"evil text\n\nmore"}' >"$work/evil.jsonl"
"$NEWS_INDEXER" add -q "$work/evil" "$work/evil.jsonl"
for how in '--format tsv --fields id,title,text' '--format ids' '--format trec' '--template {id}{title}{text}'; do
  # shellcheck disable=SC2086
  expect_exit 0 "$NEWS_SEARCHER" "$work/evil" evil $how
  expect_silence err
  if LC_ALL=C grep -q "$(printf '\033')" "$work/out"; then echo "escape with $how" >&2; exit 1; fi
  expect_equal "$(tail -n +1 "$work/out" | grep -vc '^id')" 1
  case $how in *trec*) expect_equal "$(wc -w <"$work/out")" 6 ;; esac
done

# What does not go together is said before anything is opened.
for wrong in '--format ids --fields id' '--format csv --print0' '--format csv --query-id 3' \
    '--format trec --query-id ' '--format json --template x' '--template {id' '--template id}' \
    '--template \q' '--format-version 2'; do
  # shellcheck disable=SC2086
  expect_exit 2 "$NEWS_SEARCHER" "$work/none" bridge $wrong
  expect_silence out
  expect_text err '^searcher: '
done
expect_text err "'2' is none of 1$"
expect_exit 0 "$NEWS_SEARCHER" "$archive" bridge --format json --format-version 1
expect_exit 2 "$NEWS_SEARCHER" show "$archive" hg-2014-003 --format tsv

# The first hit is there while the rest waits for a reader; one who goes away is no error.
for how in '--format ids' '--format trec' '--template {title}' '--format tsv'; do
  # shellcheck disable=SC2086
  "$NEWS_SEARCHER" "$archive" '*' --all $how --line-buffered 2>"$work/err" | head -1 >/dev/null
  expect_silence err
done

# A result of any length is written as it is read: no more memory for all hits than some bytes a hit.
jq -cn 'range(20000) | {id: "n\("0000\(.)" | .[-5:])", title: "Bridge \(.)", text: ("A bridge. " + "river and dam, " * 40)}' \
  >"$work/long.jsonl"
"$NEWS_INDEXER" add -q "$work/long" "$work/long.jsonl"
# Equal hits come by id, in whichever segments they are.
for half in 1 0; do sed -n "$half~2p" "$work/long.jsonl" >"$work/half.jsonl"; "$NEWS_INDEXER" add -q "$work/halves" "$work/half.jsonl"; done
for query in '*' 'bridge'; do
  cmp <("$NEWS_SEARCHER" "$work/long" "$query" --all --format ids) <("$NEWS_SEARCHER" "$work/halves" "$query" --all --format ids)
done
cmp <("$NEWS_SEARCHER" "$work/long" '*' --limit 7 --offset 99 --format ids) <("$NEWS_SEARCHER" "$work/halves" '*' --limit 7 --offset 99 --format ids)
py memory "$work/long"
