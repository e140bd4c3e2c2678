# SPDX-License-Identifier: GPL-2.0-or-later
# Typical words: the counts and the measure are those of a count of all words in the texts.
. "$(dirname "$0")/_lib.sh"
# Lower-case words of a-z, so that cutting them needs none of our rules; several segments, and dead articles.
python3 - "$work" <<'PY'
import json, random, sys
random.seed(7)
rare = [f"w{a}{b}" for a in "abcdefgh" for b in "abcdefghijklmnop"]
common = ["the", "and", "of", "said"]
for part in range(4):
    with open(f"{sys.argv[1]}/{part}.jsonl", "w") as out:
        for n in range(150):
            topic = random.choice("abcdefgh")
            words = random.choices(common, k=30) + random.choices([w for w in rare if w[1] == topic], k=8) + random.choices(rare, k=12)
            random.shuffle(words)
            id = f"{part}-{n}" if n % 10 else f"again-{n}"
            print(json.dumps({"id": id, "language": "en", "title": "the " + words[0], "text": " ".join(words)}), file=out)
PY
archive=$work/archive
for part in 0 1 2 3; do "$NEWS_INDEXER" add -q "$archive" "$work/$part.jsonl"; done
"$NEWS_INDEXER" delete -q "$archive" id:0-7
"$NEWS_INDEXER" export "$archive" >"$work/export"
terms() { "$NEWS_SEARCHER" terms "$archive" "$@"; }

cat >"$work/check.py" <<'PY'
import collections, csv, json, math, subprocess, sys
searcher, archive, exported, query, limit = sys.argv[1:]
def run(*arguments):
    return subprocess.run([searcher, *arguments], stdout=subprocess.PIPE).stdout
texts = {a["id"]: (a["title"] + " " + a["text"]).split() for a in map(json.loads, open(exported))}
matching = {json.loads(line)["id"] for line in run("search", archive, query, "--all", "--format", "ndjson", "--fields", "id").splitlines()}
def count(ids):
    words = [w for id in ids for w in texts[id]]
    return len(ids), len(words), collections.Counter(words), collections.Counter(w for id in ids for w in set(texts[id]))
n, words, times, articles = count(matching)
all, all_words, all_times, all_articles = count(texts)
def g2(word):
    a, both = times[word], all_times[word]
    cells = [(a, words, both), (words - a, words, all_words - both), (both - a, all_words - words, both),
             (all_words - words - both + a, all_words - words, all_words - both)]
    return 2 * sum(o * math.log(o * all_words / row / column) for o, row, column in cells if o)
wanted = sorted((-g2(w), w) for w in times if times[w] * all_words > all_times[w] * words)[:int(limit)]
answer = json.loads(run("terms", archive, query, "--limit", limit, "--format", "json"))
head = {name: answer[name] for name in ("schema", "total", "archive_articles", "words", "archive_words")}
assert head == {"schema": 1, "total": n, "archive_articles": all, "words": words, "archive_words": all_words}, answer
got = [t["word"] for t in answer["terms"]]
# Equal to the last digit, they may come in either order.
assert got == [w[1] for w in wanted] or [f"{-w[0]:.2f}" for w in wanted] == [f"{t['g2']:.2f}" for t in answer["terms"]], (got, wanted)
for t in answer["terms"]:
    w = t["word"]
    assert (t["articles"], t["archive_articles"], t["occurrences"], t["archive_occurrences"]) == (articles[w], all_articles[w], times[w], all_times[w]), t
    assert abs(g2(w) - t["g2"]) < 0.0051, t
rows = list(csv.DictReader(run("terms", archive, query, "--limit", limit, "--format", "csv").decode().splitlines()))
assert rows == [{name: f"{value:.2f}" if name == "g2" else str(value) for name, value in t.items()} for t in answer["terms"]]
tsv = list(csv.DictReader(run("terms", archive, query, "--limit", limit, "--format", "tsv").decode().splitlines(), delimiter="\t"))
assert tsv == rows
PY
for query in =waa '=waa OR =wab' 'the -wbb' '"of the"' 'title:=wca' 'NOT =wdd' =wee; do
  for limit in 1 5 25 1000; do python3 "$work/check.py" "$NEWS_SEARCHER" "$archive" "$work/export" "$query" $limit; done
done

expect_exit 0 terms =waa
expect_silence err
expect_text out '^  *articles  *of  *times  *of  *G2$'
expect_text out ' of 5[0-9]* articles match; most typical of them, by log-likelihood (G2)$'
# Words that are everywhere are typical of nothing.
if terms =waa --limit 10 --format csv | grep '^\(the\|and\|of\|said\),'; then exit 1; fi
expect_exit 0 terms '*'
expect_text out 'no word is typical of them'
expect_exit 1 terms nowhere
expect_text out '^no article matches$'
expect_exit 1 terms nowhere --format tsv
expect_exit 0 terms =waa --limit 0 --format csv
expect_equal "$(cat "$work/out")" "word,usual,articles,archive_articles,occurrences,archive_occurrences,g2"
expect_exit 2 terms =waa --format ndjson
expect_exit 2 terms =waa --limit many
expect_equal "$(NEWSARCHIVE_LIMIT=3 terms =waa --format csv | wc -l)" 26

# Words are shown as they are mostly written, and are harmless.
printf '{"id":"1","text":"Merkel met merkel and Merkel"}\n{"id":"2","text":"x"}\n' >"$work/m.jsonl"
"$NEWS_INDEXER" add -q "$work/m" "$work/m.jsonl"
expect_exit 0 "$NEWS_SEARCHER" terms "$work/m" met --format csv
expect_text out '^merkel,Merkel,1,1,3,3,[0-9.]*$'
