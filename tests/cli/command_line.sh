# SPDX-License-Identifier: GPL-2.0-or-later
# Help, settings, and what the programs say to a command line that they cannot read.
. "$(dirname "$0")/_lib.sh"
export XDG_CONFIG_HOME=$work/config
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"

for program in "$NEWS_INDEXER" "$NEWS_SEARCHER"; do
  expect_exit 0 "$program" --help
  expect_silence err
  expect_text out '^Commands ('
  for command in $(sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p' "$work/out"); do
    expect_exit 0 "$program" help "$command"
    expect_text out '^Usage: '
    [ "$(LC_ALL=C.UTF-8 wc -L <"$work/out")" -le 80 ] || { echo "help $command is too wide" >&2; exit 1; }
  done
  expect_exit 2 "$program" help nothing
  expect_text err "no command 'nothing'"
done

# A command takes its own options only; slips are told.
expect_exit 2 "$NEWS_INDEXER" info "$archive" --threads 2
expect_text err 'info takes no --threads'
expect_text err 'It is for: add, verify, compact, rebuild'
expect_exit 2 "$NEWS_INDEXER" vefiry "$archive"
expect_text err 'Did you mean: indexer verify'
expect_exit 2 "$NEWS_INDEXER" add "$archive" x --quarantin y
expect_text err 'Did you mean --quarantine'
expect_exit 2 "$NEWS_INDEXER" add "$archive" "$NEWS_DATA/sample" --format docx
expect_text err "unknown input format 'docx'"

# Settings: a file, above it the environment, above that the command line.
mkdir -p "$work/config/newsarchive"
echo 'memory = 12' >"$work/config/newsarchive/indexer.conf"
expect_exit 2 "$NEWS_INDEXER" compact "$archive"
expect_text err 'memory must be from 128'
NEWSARCHIVE_MEMORY=256 expect_exit 0 "$NEWS_INDEXER" compact "$archive"
NEWSARCHIVE_MEMORY=1 expect_exit 0 "$NEWS_INDEXER" compact "$archive" --memory 256
echo 'strict = yes' >"$work/config/newsarchive/indexer.conf"
expect_exit 2 "$NEWS_INDEXER" info "$archive"
expect_text err 'Settings are: threads, memory'
