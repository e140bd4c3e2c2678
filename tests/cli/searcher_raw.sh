# SPDX-License-Identifier: GPL-2.0-or-later
# show --raw gives the very bytes that an article was made of, out of nested containers too, or says why it cannot.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
mkdir "$work/in"
printf '\xef\xbb\xbf{"id":"a","title":"caf\\u00e9"}\n\n {"id":"b",  "title":"two"}\r\n' >"$work/in/x.jsonl"
printf 'id,title\nc,"a ""quoted""\nline"\n' >"$work/in/y.csv"
printf '[{"id":"d","title":"first"}, {"id":"e","title":"second"}]' >"$work/in/z.json"
printf '{"id":"f","title":"deep"}\n{"id":"g","title":"deeper"}\n' | gzip >"$work/in/f.jsonl.gz"
tar -C "$work/in" -cf "$work/in/inner.tar" f.jsonl.gz
tar -C "$work/in" -czf "$work/outer.tar.gz" inner.tar
rm "$work/in/inner.tar" "$work/in/f.jsonl.gz"
expect_exit 0 "$NEWS_INDEXER" add -q "$archive" "$work/in" "$work/outer.tar.gz"
raw() { "$NEWS_SEARCHER" show "$archive" "$1" --raw; }
expect_equal "$(raw a)" '{"id":"a","title":"caf\u00e9"}'
expect_equal "$(raw b)" '{"id":"b",  "title":"two"}'
expect_equal "$(raw c)" $'c,"a ""quoted""\nline"'
expect_equal "$(raw d)" '{"id":"d","title":"first"}'
expect_equal "$(raw e)" '{"id":"e","title":"second"}'
expect_equal "$(raw f)" '{"id":"f","title":"deep"}'
expect_equal "$(raw g)" '{"id":"g","title":"deeper"}'

# The file changes, shrinks, goes.
sed -i 's/second/SECOND/' "$work/in/z.json"
expect_equal "$(raw d)" '{"id":"d","title":"first"}'
expect_exit 1 "$NEWS_SEARCHER" show "$archive" e --raw
expect_text err 'has changed since it was indexed'
: >"$work/in/y.csv"
expect_exit 1 "$NEWS_SEARCHER" show "$archive" c --raw
rm "$work/outer.tar.gz"
expect_exit 1 "$NEWS_SEARCHER" show "$archive" g --raw
expect_text err 'no such file any more'
echo '{"id":"h","title":"piped"}' | "$NEWS_INDEXER" add -q "$archive" -
expect_exit 1 "$NEWS_SEARCHER" show "$archive" h --raw
expect_text err 'standard input'
expect_exit 0 "$NEWS_SEARCHER" show "$archive" g
expect_text out '^from: .*outer.tar.gz!inner.tar!f.jsonl.gz, record 2, byte 26$'
