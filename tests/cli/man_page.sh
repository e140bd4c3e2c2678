# SPDX-License-Identifier: GPL-2.0-or-later
# The man pages are what is made of docs/QUERY.md and of the tables of --help, and they read well at 80 columns.
. "$(dirname "$0")/_lib.sh"
root=$(cd "$(dirname "$0")/../.." && pwd)

expect_exit 0 "$root/scripts/man" --check
expect_silence out
expect_silence err
# Those of the programs are made of the tables of --help: searcher help man > man/searcher.1
"$NEWS_SEARCHER" help man | cmp - "$root/man/searcher.1"
"$NEWS_INDEXER" help man | cmp - "$root/man/indexer.1"
if ! command -v groff >/dev/null; then
  echo "skipped: no groff to render the page with"
  exit 77
fi
expect_ragged() { # running text, not an option and its meaning
  ! grep '^ *[[:alpha:]].*[[:alpha:],.]  [[:alpha:]]' "$work/out" || { echo "justified text in $1" >&2; exit 1; }
}
export LC_ALL=C.UTF-8 # groff and wc take the width of 日本語 from the locale
# 78 columns is what man formats for in a terminal of 80. Plain text: no bold, no underlining.
for columns in 78 80; do
  expect_exit 0 groff -man -t -Kutf8 -Tutf8 -P-cbou -ww -rLL=${columns}n "$root/man/news-query.7"
  expect_silence err
  expect_ragged news-query.7
  widest=$(wc -L <"$work/out")
  [ "$widest" -le 80 ] || { echo "a line of $widest columns in the man page" >&2; exit 1; }
  for words in 'news-query - the query language' 'war NEAR/5 peace  ' 'ATLEAST/' 'date:undated' \
      '--max-expansions' '(`צה"ל`)' "'~' ends a word and takes 1 or 2" '(\* a blank is AND \*)' 'caps(Turkey), allcaps' \
      '^DESCRIPTION$' '^FACTIVA AND NEXIS$' '^SEE ALSO$'; do
    expect_text out "$words"
  done
done
for program in searcher indexer; do
  expect_exit 0 groff -man -Kutf8 -Tutf8 -P-cbou -ww "$root/man/$program.1"
  expect_silence err
  expect_ragged "$program.1"
done
