# SPDX-License-Identifier: GPL-2.0-or-later
# A site is crawled with wget, and the crawl is indexed: all its pages are in, everything else is accounted for.
command -v wget >/dev/null || { echo "skipped: no wget"; exit 77; }
. "$(dirname "$0")/_lib.sh"

py make "$work/site"
# exec: what is killed below is the server itself, not a shell that waits for it.
(exec python3 "$own_py" serve "$work/site" "$work/port") &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 3000); do [ -e "$work/port" ] && break; sleep 0.1; done
site=http://127.0.0.1:$(cat "$work/port")
# wget leaves with 8 since there is no robots.txt.
(cd "$work" && wget -q -r -l 1 --no-proxy --waitretry=0 --delete-after --warc-file="$work/crawl" "$site/") || true
kill "$server"

archive=$work/archive
expect_exit 0 "$NEWS_INDEXER" add -q "$archive" "$work/crawl.warc.gz" --report "$work/report.json"
expect_equal "$("$NEWS_SEARCHER" count "$archive" "url:$site/news/")" 500
total() { jq ".total.$1" "$work/report.json"; }
expect_equal "$(total read)" "$(gzip -dc "$work/crawl.warc.gz" | grep -ac '^WARC/1')"
expect_equal "$(total read)" "$(($(total indexed) + $(total replaced) + $(total identical) + $(total skipped) + $(total rejected)))"
expect_equal "$(total rejected)" 0
# The page of links is none.
expect_equal "$(total indexed)" 500
expect_equal "$(jq -r '.files[0].format' "$work/report.json")" warc

# The raw record, bit for bit, and a second reading that changes nothing.
id=$("$NEWS_SEARCHER" search "$archive" "url:$site/news/7.html" --format json | jq -r '.hits[0].id')
"$NEWS_SEARCHER" show "$archive" "$id" --raw >"$work/raw"
expect_equal "$(head -n 1 "$work/raw" | tr -d '\r')" WARC/1.0
tail -n +2 "$work/raw" | sed '1,/^\r$/d' | sed '1,/^\r$/d' | cmp - "$work/site/news/7.html"
expect_exit 0 "$NEWS_INDEXER" add -q "$archive" "$work/crawl.warc.gz" --report "$work/report.json"
expect_equal "$(total indexed)" 0
