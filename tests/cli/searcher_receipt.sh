# SPDX-License-Identifier: GPL-2.0-or-later
# Receipts: what they say, and whether a search still finds the same.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
search() { "$NEWS_SEARCHER" "$archive" "$@"; }
check() { "$NEWS_SEARCHER" check-receipt "${2:-$archive}" "$work/$1"; }

# The search prints what it does without; the receipt is as its schema says, but for the time the same again.
expect_exit 0 search bridge OR river --format ids --receipt "$work/page"
expect_silence err
search 'bridge OR river' --format ids | cmp - "$work/out"
expect_schema receipt "$work/page"
search 'bridge OR river' --no-group --receipt "$work/again" >/dev/null
cmp <(sed 's/"written":"[^"]*"//' "$work/page") <(sed 's/"written":"[^"]*"//' "$work/again")
digest=$(search 'bridge OR river' --format ids --print0 | sha256sum | cut -d' ' -f1)
grep -q "\"sha256\":\"$digest\"" "$work/page"
expect_exit 0 check page
expect_silence err
expect_text out '^holds: [0-9]* articles, 10 on the page, revision 1$'

search bridge OR river --all --format ndjson --receipt "$work/all" >/dev/null
search 'bridge river' --any --sort oldest --offset 2 --limit 3 --receipt "$work/oldest" >/dev/null
search nowhereatall --all --receipt "$work/none" >/dev/null && exit 1
search '*' --all --format ids --receipt "$work/everything" >"$work/ids"
for receipt in all oldest none everything; do
  expect_schema receipt "$work/$receipt"
  expect_exit 0 check $receipt
done
jq -r '.ids[]' "$work/everything" | cmp - "$work/ids"
expect_equal "$(jq -c '[.hits, .total]' "$work/everything")" '[80,80]'

# No receipt without all of the output; what was in its place stays.
cp "$work/page" "$work/kept"
expect_exit 3 bash -c '"$0" "$1" "*" --all --receipt "$2" >/dev/full' "$NEWS_SEARCHER" "$archive" "$work/kept"
cmp "$work/page" "$work/kept"
mkfifo "$work/pipe"
exec 4<>"$work/pipe" 5>"$work/pipe" 4<&- # a writer whose reader is gone
"$NEWS_SEARCHER" "$archive" '*' --receipt "$work/piped" >&5 2>"$work/err"
exec 5>&-
expect_silence err
[ ! -e "$work/piped" ] || { echo 'a receipt of output that nobody read' >&2; exit 1; }
expect_exit 2 search bridge --receipt /dev/null
expect_exit 2 search bridge --receipt -
expect_exit 3 search bridge --receipt "$work/no-such-directory/receipt"
expect_exit 2 search 'title:(bridge' --receipt "$work/refused"
[ ! -e "$work/refused" ]

# An article more, one less, one dated otherwise.
(cd "$work" && printf '%s\n' '{"id":"fresh","title":"A bridge","text":"bridge and river","date":"1999"}' >more.jsonl)
"$NEWS_INDEXER" add -q "$archive" "$work/more.jsonl"
gone=$(search bridge OR river --format ids --limit 1 --sort newest)
"$NEWS_INDEXER" delete -q "$archive" "id:$gone"
expect_exit 1 check all
expect_silence err
expect_text out '^revision: [23], was 1$'
expect_text out "^gone: $gone$"
expect_text out '^new: fresh$'
expect_exit 1 check oldest
expect_text out '^hits: others, or in another order$'
expect_exit 1 check none
expect_text out '^revision: '
expect_text out '^the result is the same$'
search bridge OR river --all --receipt "$work/now" >/dev/null
expect_exit 0 check now

# Another archive is said, even one with the same articles.
"$NEWS_INDEXER" add -q "$work/other" "$NEWS_DATA/sample"
expect_exit 1 check all "$work/other"
expect_text out '^another archive: '
expect_text out '^the result is the same$'

# What is no receipt.
expect_exit 2 check no-such-file
echo '{"schema":1}' >"$work/wrong"
expect_exit 2 check wrong
expect_silence out
expect_text err 'no receipt'
sed 's/"schema":1/"schema":2/' "$work/page" >"$work/wrong"
expect_exit 2 check wrong
expect_exit 2 "$NEWS_SEARCHER" check-receipt "$archive"
expect_exit 2 "$NEWS_SEARCHER" check-receipt "$archive" a b
expect_exit 3 check page "$work/nowhere"
