# SPDX-License-Identifier: GPL-2.0-or-later
# delete, compact, rebuild, backup and prune: what is in the archive afterwards, and what is not.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive

article() { printf '{"id":"%s","title":"%s","text":"%s"}\n' "$1" "$2" "$3"; }
ids() { "$NEWS_SEARCHER" "$1" "${2:-*}" --format csv --fields id --limit 1000 2>/dev/null | tail -n +2 | sort | tr '\n' ' '; }
exported() { "$NEWS_INDEXER" export "$1" | sort; }

# Fifteen additions: thirteen segments would be too many.
for i in $(seq 1 15); do
  { article "a$i" "Story $i" "the common word and only$i"; article "b$i" "Other $i" "nothing to see"; } >"$work/$i.jsonl"
  "$NEWS_INDEXER" add -q "$archive" "$work/$i.jsonl"
done
expect_exit 0 "$NEWS_INDEXER" info "$archive"
segments=$(sed -n 's/^segments *//p' "$work/out")
[ "$segments" -le 12 ] || { echo "$segments segments" >&2; exit 1; }
expect_exit 0 "$NEWS_INDEXER" verify "$archive"

# An article that changes, and comes again as it was and as it is.
article a1 "Story 1" "first it said only1" >"$work/old.jsonl"
article a1 "Story 1" "then it said changed" >"$work/new.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/old.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/new.jsonl"
expect_equal "$(ids "$archive" changed)" "a1 "
expect_equal "$(ids "$archive" only1)" ""

# Deleting: first only told, then done; by query and by id.
expect_exit 0 "$NEWS_INDEXER" delete "$archive" only2 OR only3 --dry-run
expect_text out "^a2	Story 2$"
expect_text err "2 articles would be deleted"
expect_equal "$(ids "$archive" only2)" "a2 "
expect_exit 0 "$NEWS_INDEXER" delete "$archive" only2 OR only3
expect_text err "2 articles deleted"
expect_equal "$(ids "$archive" only2)" ""
expect_exit 1 "$NEWS_INDEXER" delete "$archive" only2
printf 'b4\nb5\nnobody\n' >"$work/ids"
expect_exit 4 "$NEWS_INDEXER" delete "$archive" --ids "$work/ids"
expect_text err "no article has the id nobody"
expect_equal "$(ids "$archive" 'id:b4 OR id:b5 OR id:b6')" "b6 "
expect_exit 2 "$NEWS_INDEXER" delete "$archive"
expect_exit 2 "$NEWS_INDEXER" delete "$archive" '"never closed'
expect_exit 3 "$NEWS_INDEXER" delete "$work/none" word

# What is merged says the same, takes less, and is sound; so is what is built again.
exported "$archive" >"$work/before"
"$NEWS_INDEXER" backup -q "$archive" "$work/backup"
expect_exit 0 "$NEWS_INDEXER" compact "$archive"
expect_text err "segments were"
exported "$archive" | cmp - "$work/before"
expect_exit 0 "$NEWS_INDEXER" info "$archive"
expect_text out "^segments   1$"
expect_text out "^deleted    0$"
expect_exit 0 "$NEWS_INDEXER" verify "$archive"
expect_silence err
expect_exit 0 "$NEWS_INDEXER" rebuild "$archive"
exported "$archive" | cmp - "$work/before"
expect_exit 0 "$NEWS_INDEXER" verify "$archive"

# The backup is an archive of its own, of that moment.
exported "$work/backup" | cmp - "$work/before"
expect_exit 0 "$NEWS_INDEXER" verify "$work/backup"
expect_exit 2 "$NEWS_INDEXER" backup "$archive" "$work/backup"

# A dump that comes again changes nothing, although what it held first was replaced and dropped ...
cat "$work/old.jsonl" "$work/new.jsonl" >"$work/both.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/old.jsonl"
expect_equal "$(ids "$archive" changed)" "a1 "
# ... but what was deleted comes back.
"$NEWS_INDEXER" add -q "$archive" "$work/2.jsonl"
expect_equal "$(ids "$archive" only2)" "a2 "

# Nothing is left to prune but what others left.
expect_exit 0 "$NEWS_INDEXER" prune "$archive"
expect_exit 0 "$NEWS_INDEXER" prune "$archive" --dry-run
expect_silence out
mkdir "$archive/segments/999999"
echo rubbish >"$archive/segments/999999/columns"
echo mine >"$archive/notes.txt"
expect_exit 0 "$NEWS_INDEXER" prune "$archive" --dry-run
expect_text out "^segments/999999/columns$"
expect_exit 0 "$NEWS_INDEXER" prune "$archive"
[ ! -e "$archive/segments/999999" ]
[ -e "$archive/notes.txt" ]
expect_exit 0 "$NEWS_INDEXER" verify "$archive"

# An archive that has lost CURRENT is not begun again over its segments.
cp -r "$archive" "$work/lost"
rm "$work/lost/CURRENT"
expect_exit 3 "$NEWS_INDEXER" add -q "$work/lost" "$work/new.jsonl"
expect_text err "lost its CURRENT"
cp "$archive/CURRENT" "$work/lost"
expect_exit 0 "$NEWS_INDEXER" verify "$work/lost"
