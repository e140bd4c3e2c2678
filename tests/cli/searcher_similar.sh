# SPDX-License-Identifier: GPL-2.0-or-later
# More like this: a changed copy comes first, the article itself never.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
similar() { "$NEWS_SEARCHER" similar "$archive" "$@"; }

# A copy of every article of some length, every seventh word changed.
"$NEWS_INDEXER" export "$archive" | python3 -c '
import json, sys
for article in map(json.loads, sys.stdin):
    words = article["text"].split(" ")
    if len(words) < 60: continue
    article["text"] = " ".join("otherwise" if n % 7 == 3 else word for n, word in enumerate(words))
    article["id"], article["url"], article["title"] = "copy-" + article["id"], "", "A copy"
    print(json.dumps(article))' >"$work/copies.jsonl"
"$NEWS_INDEXER" add -q "$archive" "$work/copies.jsonl"
[ "$(wc -l <"$work/copies.jsonl")" -gt 30 ]
# The sample has articles of its own that two papers ran: one of those may come before the copy.
python3 - "$NEWS_SEARCHER" "$archive" "$work/copies.jsonl" <<'PY'
import json, subprocess, sys
searcher, archive, copies = sys.argv[1:]
def first(id):
    out = subprocess.run([searcher, "similar", archive, "--format", "ndjson", "--fields", "id,text", "--limit", "1", "--", id], stdout=subprocess.PIPE)
    return json.loads(out.stdout)
exact = 0
for copy in map(json.loads, open(copies)):
    id = copy["id"].removeprefix("copy-")
    for asked, wanted in (id, copy["id"]), (copy["id"], id):
        found = first(asked)
        exact += found["id"] == wanted
        a, b = set(found["text"].split()), set(copy["text"].split())
        assert found["id"] == wanted or len(a & b) > len(a | b) / 3, (asked, found["id"])
assert exact > 2 * 0.8 * sum(1 for _ in open(copies)), exact
PY
similar hg-2014-003 --all --format csv --fields id >"$work/all"
if grep -qx hg-2014-003 "$work/all"; then echo "an article is like itself" >&2; exit 1; fi

# It prints as search does.
expect_exit 0 similar hg-2014-003
expect_silence err
expect_text out 'articles match, [0-9]* stories, showing stories 1–10$'
expect_exit 0 similar hg-2014-003 --format json --limit 4
python3 - "$work/out" "$work/all" <<'PY'
import json, sys
answer = json.load(open(sys.argv[1]))
ids = open(sys.argv[2]).read().split()[1:]
assert answer["schema"] == 1 and answer["exact"] is True and answer["total"] == len(ids) and answer["facets"] == {}, answer
assert [h["id"] for h in answer["hits"]] == ids[:4]
scores = [h["score"] for h in answer["hits"]]
assert scores == sorted(scores, reverse=True)
assert all(h["matches"] for h in answer["hits"])
words = answer["query"].split(" OR ")
assert 10 < len(words) <= 25 and "tidal" in words, words
PY
expect_equal "$(similar hg-2014-003 --format ndjson --offset 3 --limit 2 --fields id | tr -d '{}"' | cut -d: -f2)" "$(sed -n '5,6p' "$work/all")"
expect_exit 0 similar hg-2014-003 --explain
expect_text err '^tidal (Wen:tidal): [0-9]* times, in [0-9]* articles, tf-idf [0-9.]*, weight [0-9.]*$'
expect_equal "$(wc -l <"$work/err")" 25

expect_exit 1 similar nobody
expect_silence out
expect_text err "no article has the id 'nobody'"
expect_exit 2 similar
expect_text err 'no id given'
expect_exit 2 similar a b
expect_text err "similar takes one id, not also 'b'"
expect_exit 2 similar hg-2014-003 --sort newest
expect_exit 2 similar hg-2014-003 --format xml

# Nothing is like an article that shares no word, or has none.
printf '{"id":"1","text":"alone"}\n{"id":"2","text":"other"}\n{"id":"3","title":"...","text":"..."}\n' >"$work/a.jsonl"
"$NEWS_INDEXER" add -q "$work/a" "$work/a.jsonl" || true
expect_exit 1 "$NEWS_SEARCHER" similar "$work/a" 1
expect_text out '^no article matches$'
