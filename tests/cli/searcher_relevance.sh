# SPDX-License-Identifier: GPL-2.0-or-later
# The order of hits: near words first, --expand and --recent, in every command that takes them.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
py make >"$work/articles.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/articles.jsonl"
search() { "$NEWS_SEARCHER" search "$archive" --no-group "$@"; }
ids() { search "$@" --format ids; }

# Both have both words once; where they stand decides.
expect_equal "$(ids river AND flood | head -n 2)" "$(printf 'near\nundated')"
expect_equal "$(ids river AND flood | tail -n 1)" far

# A half-life of a month: two years are too much.
expect_equal "$(ids river AND flood --recent 30)" "$(printf 'far\nnear\nundated')"
expect_equal "$(ids river AND flood --recent 30000)" "$(printf 'near\nfar\nundated')"
expect_exit 2 search flood --recent 0
expect_text err 'a half-life is a day at least'
expect_exit 2 search flood --recent soon
expect_text err "--recent"

# What the best articles are about: a strict query finds no more by it, plain words do.
expect_exit 0 search flood --expand --explain --format ids
expect_text err '^expanded by .*bridg'
expect_equal "$(sort "$work/out")" "$(ids flood | sort)"
expect_equal "$(ids --any flood | grep -cx bridge || true)" 0
expect_equal "$(ids --any flood --expand --all | grep -cx bridge)" 1
search --any flood --expand --all --format json >"$work/out"
py check_expanded "$work/out"
expect_exit 1 search nothingatall --expand --explain
expect_text err '^expanded by nothing'

# Pages are slices of the whole.
for offset in 0 1 2 5; do
  expect_equal "$(ids --any river flood bridge --expand --offset $offset --limit 3)" \
    "$(ids --any river flood bridge --expand --all | tail -n +$((offset + 1)) | head -n 3)"
done

# So does the shell.
printf 'river AND flood\n' | "$NEWS_SEARCHER" shell "$archive" --recent 30 --limit 1 >"$work/out"
expect_text out 'far$'

# A batch says the same; a receipt cannot be repeated without the options, so there is none.
printf '1\triver flood\n' >"$work/queries"
"$NEWS_SEARCHER" batch "$archive" --queries "$work/queries" --any --expand --recent 30 --format ids >"$work/batch"
expect_equal "$(cut -f2 "$work/batch")" "$(ids --any river flood --expand --recent 30)"
expect_exit 2 search flood --expand --receipt "$work/receipt"
expect_text err '--receipt keeps no order'
expect_exit 2 "$NEWS_SEARCHER" count "$archive" flood --expand
expect_text err 'count'
