# SPDX-License-Identifier: GPL-2.0-or-later
# verify --repair brings back whatever can be had after any one file is damaged, and tells what is lost.
. "$(dirname "$0")/_lib.sh"
make_worn_archive
expect_exit 0 "$NEWS_INDEXER" verify "$work/archive" --deep
expect_text out "what the texts say"
expect_exit 0 "$NEWS_INDEXER" verify "$work/archive" --repair
expect_silence err
NEWS_DAMAGE_SEED=${NEWS_SEED:-1} py "$NEWS_INDEXER" "$NEWS_SEARCHER" "$work/archive" "$work/copy"

# A link that leads out of the archive is refused; an archive that is itself reached by one is not.
cp -r "$work/archive" "$work/strange"
mv "$work/strange/segments/000001/columns" "$work/elsewhere"
ln -s "$work/elsewhere" "$work/strange/segments/000001/columns"
expect_exit 3 "$NEWS_SEARCHER" "$work/strange" '*'
expect_text err "is a symbolic link"
ln -s "$work/archive" "$work/link"
expect_exit 0 "$NEWS_SEARCHER" "$work/link" '*'
expect_exit 0 "$NEWS_INDEXER" prune "$work/link"

# What a stranger made of the posting tables does not matter: they are made new without being opened.
"$NEWS_INDEXER" export "$work/archive" | sort >"$work/before"
find "$work/archive/segments" -path '*postings*' -type f -exec sh -c 'head -c "$(stat -c %s "$1")" /dev/urandom >"$1.x" && mv "$1.x" "$1"' _ {} \;
expect_exit 0 "$NEWS_INDEXER" rebuild "$work/archive" --untrusted
expect_exit 0 "$NEWS_INDEXER" verify "$work/archive" --deep
"$NEWS_INDEXER" export "$work/archive" | sort | cmp - "$work/before"
# Its keys are forgotten, so that they cannot make others' records pass for known.
expect_exit 0 "$NEWS_INDEXER" add "$work/archive" "$work/again.jsonl"
expect_text err "identical"
