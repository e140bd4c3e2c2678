# SPDX-License-Identifier: GPL-2.0-or-later
"""Typical words.

searcher_terms.py make DIRECTORY                     writes 0.jsonl to 3.jsonl
searcher_terms.py check ARCHIVE EXPORT QUERY LIMIT   counts and measure against a count of all words in the texts
"""

import collections
import csv
import json
import math
import random

from _lib import lines_of, main, ndjson_of, read_ndjson, searcher, write_ndjson

COUNTS = ["articles", "archive_articles", "occurrences", "archive_occurrences"]


def make(directory):
    """Lower-case words of a-z, so that cutting them needs none of our rules."""
    random.seed(7)
    rare = [f"w{a}{b}" for a in "abcdefgh" for b in "abcdefghijklmnop"]
    for part in range(4):
        write_ndjson(f"{directory}/{part}.jsonl", [make_article(part, n, rare) for n in range(150)])


def make_article(part, n, rare):
    topic = random.choice("abcdefgh")
    words = random.choices(["the", "and", "of", "said"], k=30)
    words += random.choices([word for word in rare if word[1] == topic], k=8)
    words += random.choices(rare, k=12)
    random.shuffle(words)
    return {"id": f"{part}-{n}" if n % 10 else f"again-{n}", "language": "en", "title": f"the {words[0]}",
            "text": " ".join(words)}


class Counts:
    def __init__(self, texts):
        self.articles = len(texts)
        self.words = sum(map(len, texts))
        self.times = collections.Counter(word for text in texts for word in text)
        self.articles_with = collections.Counter(word for text in texts for word in set(text))


def log_likelihood(found, everything, word):
    a, both = found.times[word], everything.times[word]
    rest = everything.words - found.words
    cells = [(a, found.words, both), (found.words - a, found.words, everything.words - both), (both - a, rest, both),
             (rest - both + a, rest, everything.words - both)]
    return 2 * sum(o * math.log(o * everything.words / row / column) for o, row, column in cells if o)


def check(archive, exported, query, limit):
    def terms(format):
        return searcher("terms", archive, query, "--limit", limit, "--format", format)

    texts = {a["id"]: (a["title"] + " " + a["text"]).split() for a in read_ndjson(exported)}
    hits = ndjson_of(searcher("search", archive, query, "--all", "--format", "ndjson", "--fields", "id"))
    found, everything = Counts([texts[hit["id"]] for hit in hits]), Counts(list(texts.values()))
    wanted = sorted(
        (-log_likelihood(found, everything, word), word)
        for word, times in found.times.items()
        if times * everything.words > everything.times[word] * found.words
    )[: int(limit)]

    answer = json.loads(terms("json"))
    head = {"schema": 1, "total": found.articles, "archive_articles": everything.articles, "words": found.words,
            "archive_words": everything.words}
    assert {name: answer[name] for name in head} == head, answer
    got = answer["terms"]
    # Equal to the last digit, they may come in either order.
    assert [term["word"] for term in got] == [word for _, word in wanted] or [
        f"{-measure:.2f}" for measure, _ in wanted] == [f"{term['g2']:.2f}" for term in got], (got, wanted)
    for term in got:
        word = term["word"]
        counts = (found.articles_with[word], everything.articles_with[word], found.times[word], everything.times[word])
        assert tuple(term[name] for name in COUNTS) == counts, term
        assert abs(log_likelihood(found, everything, word) - term["g2"]) < 0.0051, term

    cells = [{name: f"{value:.2f}" if name == "g2" else str(value) for name, value in term.items()} for term in got]
    assert list(csv.DictReader(lines_of(terms("csv")))) == cells
    assert list(csv.DictReader(lines_of(terms("tsv")), delimiter="\t")) == cells


main(make, check)
