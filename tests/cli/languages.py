#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ten words and five phrases from the articles of every language must find the articles they were taken from.

usage: languages.py ARCHIVE CORPUS.jsonl     NEWS_SEARCHER names the searcher.
"""
import collections
import json
import os
import random
import re
import subprocess
import sys

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
CLAUSE = re.compile(r"[\u4e00-\u9fff]+")  # between signs: cut the same way in a query as in the text


def finds(archive, query, ident):
    run = subprocess.run([os.environ["NEWS_SEARCHER"], "count", archive, "--", f"id:\"{ident}\" AND {query}"],
                         capture_output=True)
    return run.returncode == 0 and run.stdout.strip() == b"1"


def draw(article, language, chance):
    text = article["text"]
    if language == "zh":
        whole = [c for c in CLAUSE.findall(text) if 2 <= len(c) <= 12]
        return chance.choice([c for c in whole if len(c) <= 4] or whole), chance.choice(whole)
    words = [w for w in WORD.findall(text) if len(w) > 2]
    start = chance.randrange(max(1, len(text) - 200))
    phrase = re.search(r"(?<=\s)(?:[^\W\d_]+ ){2}[^\W\d_]+(?=\s)", text[start:]) or re.search(
        r"[^\W\d_]+ [^\W\d_]+", text)
    return chance.choice(words), phrase and phrase.group(0)


def main():
    archive, corpus = sys.argv[1:3]
    chance = random.Random(1)
    by_language = collections.defaultdict(list)
    for line in open(corpus, encoding="utf-8"):
        article = json.loads(line)
        if len(article["text"]) > 300:
            by_language[article["language"]].append(article)
    missed = 0
    for language, articles in sorted(by_language.items()):
        found = collections.Counter()
        tried = collections.Counter()
        while tried["word"] < 10 or tried["phrase"] < 5:
            article = chance.choice(articles)
            word, phrase = draw(article, language, chance)
            for kind, text, most in (("word", word, 10), ("phrase", phrase, 5)):
                if not text or tried[kind] == most:
                    continue
                tried[kind] += 1
                if finds(archive, f'"{text}"' if kind == "phrase" else text, article["id"]):
                    found[kind] += 1
                else:
                    print(f"{language}: {kind} {text!r} does not find {article['id']}")
                    missed += 1
        print(f"{language}: {found['word']}/10 words, {found['phrase']}/5 phrases")
    sys.exit(1 if missed or not by_language else 0)


main()
