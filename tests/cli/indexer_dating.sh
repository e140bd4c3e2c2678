# SPDX-License-Identifier: GPL-2.0-or-later
# Where dates come from, as the options of 'add' say: the order of numbers, the path of a text, the crawl.
. "$(dirname "$0")/_lib.sh"
cd "$work"
dates() { "$NEWS_SEARCHER" "$1" '*' --format tsv --fields id,date,source --sort oldest | tail -n +2 | tr '\t' ' '; }

echo '{"id":"a","title":"x","text":"y","date":"3/4/2021"}' >slashes.jsonl
"$NEWS_INDEXER" add -q auto slashes.jsonl
"$NEWS_INDEXER" add -q mdy slashes.jsonl --date-order mdy
"$NEWS_INDEXER" add -q dmy slashes.jsonl --date-order dmy
expect_equal "$(dates auto | xargs)" "a"
expect_equal "$(dates mdy | xargs)" "a 2021-03-04"
expect_equal "$(dates dmy | xargs)" "a 2021-04-03"
expect_exit 2 "$NEWS_INDEXER" add -q other slashes.jsonl --date-order ymd
expect_text err "none of auto, mdy, dmy"

mkdir -p "texts/Harbour Gazette/2019-07-04" "texts/Upland Courier/2020-01-31"
echo "The ferry is back." >"texts/Harbour Gazette/2019-07-04/ferry.txt"
echo "The mill is sold." >"texts/Upland Courier/2020-01-31/mill.txt"
"$NEWS_INDEXER" add -q paths texts --path-pattern '{source}/{date}/{*}.txt'
expect_equal "$("$NEWS_SEARCHER" paths '*' --sort oldest --template '{date} {source}' | xargs)" \
  "2019-07-04 Harbour Gazette 2020-01-31 Upland Courier"
expect_exit 2 "$NEWS_INDEXER" add -q paths texts --path-pattern '{colour}/{*}.txt'
expect_text err "colour"

# A page that says nothing of its age, fetched in 2017: its date is the crawl's only if that is asked for.
paragraph='The council of the small town met again to speak about the old bridge, which has been closed since the flood of the spring, and about the money for it.'
body="<html><head><title>Old bridge</title></head><body><article><h1>Old bridge</h1><p>$paragraph</p><p>$paragraph And more.</p><p>$paragraph And so on.</p></article></body></html>"
http=$(printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%s' "$body"; echo x)
http=${http%x}
printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2017-05-06T07:08:09Z\r\nWARC-Target-URI: http://example.org/bridge\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %s\r\n\r\n%s\r\n\r\n' \
  "${#http}" "$http" >crawl.warc
"$NEWS_INDEXER" add -q article crawl.warc
"$NEWS_INDEXER" add -q crawl crawl.warc --date-from crawl
expect_equal "$("$NEWS_SEARCHER" count article 'date:undated')" 1
expect_equal "$("$NEWS_SEARCHER" crawl '*' --template '{date}' | cut -c1-10)" "2017-05-06"
expect_exit 2 "$NEWS_INDEXER" add -q other crawl.warc --date-from file
expect_text err "none of article, crawl"
