# SPDX-License-Identifier: GPL-2.0-or-later
# add, add again, replace, reject, strict, lock, interrupt, verify: what a user sees and what the archive holds.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
sample=$NEWS_DATA/sample

expect_exit 0 "$NEWS_INDEXER" add "$archive" "$sample"
expect_silence out
expect_text err '^indexed    80$'
expect_exit 0 "$NEWS_INDEXER" add "$archive" "$sample"
expect_text err '^identical  80$'
expect_equal "$("$NEWS_SEARCHER" count "$archive" '*')" 80

# What a second run skips is told by the bytes and by how they are read.
printf '%s\n' '{"id":"v","title":"one","hl":"un"}' '{"id":"v","title":"two","hl":"deux"}' >"$work/versions.jsonl"
expect_exit 0 "$NEWS_INDEXER" add "$work/versions" "$work/versions.jsonl"
expect_text err '^replaced   1$'
expect_exit 0 "$NEWS_INDEXER" add "$work/versions" "$work/versions.jsonl"
expect_text err '^identical  2$'
expect_exit 0 "$NEWS_INDEXER" add "$work/versions" "$work/versions.jsonl" --map title=hl
expect_text err '^replaced   2$'
expect_equal "$("$NEWS_SEARCHER" count "$work/versions" deux)" 1

# The report accounts for every record of every file; the quarantine holds the rejected ones as they came.
mkdir "$work/mixed"
printf '%s\n' '{"id":"a","title":"good one"}' '{"id":"b","title":' '{"id":"c"}' >"$work/mixed/x.jsonl"
printf 'title,text\nt,"cut' >"$work/mixed/y.csv"
expect_exit 4 "$NEWS_INDEXER" add "$work/mixed.archive" "$work/mixed" --report "$work/report.json" --quarantine "$work/bad.tar"
expect_equal "$(jq -c '[.files[] | [(.file | split("/") | last), .format, .read, .indexed, .rejected]]' "$work/report.json")" \
  '[["x.jsonl","jsonl",3,1,2],["y.csv","csv",1,0,1]]'
expect_equal "$(jq '.total | .read - .indexed - .replaced - .identical - .skipped - .rejected' "$work/report.json")" 0
expect_equal "$(tar -xOf "$work/bad.tar" 'broken JSON/000001-record2-byte30-x.jsonl')" '{"id":"b","title":'
expect_exit 4 "$NEWS_INDEXER" add "$work/again" "$work/bad.tar"
expect_text err '^  broken JSON: 1$'

# A changed article under a known id takes the place of the old one.
echo '{"id":"hg-2014-003","title":"Changed","text":"zyzzyva"}' >"$work/new.jsonl"
expect_exit 0 "$NEWS_INDEXER" add "$archive" "$work/new.jsonl"
expect_text err '^replaced   1$'
expect_equal "$("$NEWS_SEARCHER" count "$archive" '*')" 80
expect_equal "$("$NEWS_SEARCHER" count "$archive" zyzzyva)" 1
expect_exit 1 "$NEWS_SEARCHER" count "$archive" "id:hg-2014-003 tidal"
expect_exit 0 "$NEWS_INDEXER" verify "$archive"

# Bad records are named and counted, the rest goes on.
printf '%s\n' '{"id":"a","title":"good one"}' '{"id":"b","title":' '{"id":"c"}' '{"id":"d","title":"good two"}' >"$work/bad.jsonl"
expect_exit 4 "$NEWS_INDEXER" add "$work/bad" "$work/bad.jsonl"
expect_text err 'record 2: rejected: broken JSON'
expect_text err '^  no title or text: 1$'
expect_equal "$("$NEWS_SEARCHER" count "$work/bad" good)" 2
expect_exit 4 "$NEWS_INDEXER" add --strict "$work/strict" "$work/bad.jsonl"
expect_exit 3 "$NEWS_SEARCHER" "$work/strict" good
expect_text err 'is not an archive'

# A second writer is told who holds the archive.
mkfifo "$work/pipe"
"$NEWS_INDEXER" add -q "$archive" - <"$work/pipe" 2>"$work/first" & writer=$!
exec 3>"$work/pipe"
until grep -q " $writer " /proc/locks; do sleep 0.1; done # it has the lock
expect_exit 75 "$NEWS_INDEXER" add "$archive" "$sample"
expect_text err "by process $writer"

# Ctrl-C leaves the last commit in force and says so.
echo '{"id":"late","title":"too late"}' >&3
kill -INT "$writer"
exec 3>&-
code=0; wait "$writer" || code=$?
expect_equal "$code" 130
grep -q 'interrupted; .* is whole, at revision 2' "$work/first"
expect_equal "$("$NEWS_SEARCHER" count "$archive" '*')" 80
expect_exit 0 "$NEWS_INDEXER" verify "$archive"

# Export and import give the same articles; 1, 2 or 8 threads give the same bytes but for what is random: the
# archive's name in the manifest, and that of Xapian's tables in iamglass.
"$NEWS_INDEXER" export "$archive" | sort >"$work/1.jsonl"
for threads in 1 2 8; do "$NEWS_INDEXER" add -q --threads $threads "$work/copy$threads" "$work/1.jsonl"; done
"$NEWS_INDEXER" export "$work/copy8" | sort | cmp - "$work/1.jsonl"
for threads in 2 8; do
  diff -rq "$work/copy1/segments" "$work/copy$threads/segments" >"$work/differ" || :
  expect_equal "$(wc -l <"$work/differ")" 1
  grep -q iamglass "$work/differ"
done

# verify names the damaged file.
file=$work/copy2/segments/000001/words.etdc
printf 'X' | dd of="$file" bs=1 seek=100 conv=notrunc status=none
expect_exit 3 "$NEWS_INDEXER" verify "$work/copy2"
expect_text err 'words.etdc: checksum does not match'
expect_exit 2 "$NEWS_INDEXER" frobnicate "$archive"
expect_text err "unknown command 'frobnicate'"
expect_exit 2 "$NEWS_INDEXER" add "$archive" "$work/nothing-here"

# A full disk leaves the last commit in force and says so. Only root can make a small disk.
if [ "$(id -u)" = 0 ] && mkdir "$work/disk" && mount -t tmpfs -o size=1m tmpfs "$work/disk" 2>/dev/null; then
  trap 'umount "$work/disk"; rm -rf "$work"' EXIT
  "$NEWS_INDEXER" add -q "$work/disk/a" "$NEWS_DATA/sample"
  py >"$work/random.jsonl"
  expect_exit 3 "$NEWS_INDEXER" add "$work/disk/a" "$work/random.jsonl"
  expect_text err 'No space left'
  expect_text err 'is whole, at its last commit, revision 1'
  expect_exit 0 "$NEWS_INDEXER" verify "$work/disk/a"
  expect_equal "$("$NEWS_SEARCHER" count "$work/disk/a" '*')" 80
else
  echo "skipped: no right to mount a small disk and fill it"
fi
