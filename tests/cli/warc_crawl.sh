# SPDX-License-Identifier: GPL-2.0-or-later
# A site is crawled with wget, and the crawl is indexed: all its pages are in, everything else is accounted for.
command -v wget >/dev/null || { echo "skipped: no wget"; exit 77; }
. "$(dirname "$0")/_lib.sh"

# 500 pages of prose, no two alike, and a page of links.
python3 - "$work/site" <<'E2'
import os, random, sys
site, draw = sys.argv[1], random.Random(7)
nouns = "council bridge river harbour minister school farmer railway court museum festival factory".split()
verbs = "repaired opened closed praised criticised visited bought sold painted measured".split()
places = "Aldham Birch Corwen Dunmore Elstow Farley Grafton Hadley".split()
def sentence():
    return (f"The {draw.choice(nouns)} of {draw.choice(places)} {draw.choice(verbs)} the old {draw.choice(nouns)} on the "
            f"{draw.randint(1, 28)}th, and {draw.randint(2, 900)} people from {draw.choice(places)} came to see the "
            f"{draw.choice(nouns)} that had been {draw.choice(verbs)} there.")
os.makedirs(site + "/news")
for n in range(500):
    body = "".join(f"<p>{' '.join(sentence() for _ in range(4))}</p>\n" for _ in range(6))
    title = f"{draw.choice(places)} and its {draw.choice(nouns)}, part {n}"
    with open(f"{site}/news/{n}.html", "w") as f:
        f.write(f"<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>{title}</title></head>\n"
                f"<body><article><h1>{title}</h1>\n{body}</article></body></html>\n")
with open(site + "/index.html", "w") as f:
    links = "".join(f"<li><a href=news/{n}.html>Part {n}</a>\n" for n in range(500))
    f.write(f"<!DOCTYPE html>\n<html><head><title>All parts</title></head><body><ul>\n{links}</ul></body></html>\n")
E2
python3 - "$work" <<'E2' &
import functools, http.server, os, sys
work = sys.argv[1]
class Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *args): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=work + "/site"))
with open(work + "/port.new", "w") as f: f.write(str(server.server_port))
os.rename(work + "/port.new", work + "/port")
server.serve_forever()
E2
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
