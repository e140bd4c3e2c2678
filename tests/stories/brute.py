#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Groups of near-duplicate articles by brute force: every pair is compared by its sets of shingles. Shares no code
with the programs; what these miss and this finds is a fault of how they look for pairs, not of the definition.

usage: brute.py ARTICLES.jsonl [--size 4] [--least 0.8] [--days 14] [--notice 48] [--short 0] [--pairs FILE]

Prints a group a line, as a JSON array of ids. --notice N: texts of fewer shingles are copies only of those a day before
or after, 0: no text is such. --short N: texts of fewer words are in no group. --pairs writes down the
pairs as well: ids, how many shingles they share, how many each has.
"""
import argparse
import datetime
import json
import re
import unicodedata

# Unicode's word boundaries as far as news in English needs them: 3,000 and U.S and don't are words.
WORD = re.compile(r"[^\W_](?:\w|(?<=[^\W\d_])[.'’‘](?=[^\W\d_])|(?<=\d)[.,;'’‘](?=\d))*")
SLOTS = 1 << 26


def fold(word):
    if word.isascii():
        return word.lower()
    word = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    return "".join(c for c in word if not unicodedata.combining(c)).replace("’", "'").replace("‘", "'")


def words(text):
    return [fold(word) for word in WORD.findall(text)]


def shingles(folded, size):
    """As numbers of 64 bits: over a whole archive two of them are the same by chance about once in 50,000 runs."""
    return {hash(run) for run in zip(*(folded[start:] for start in range(size)))}


def read(path):
    with open(path, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def day(article):
    try:
        return datetime.date.fromisoformat((article.get("date") or "")[:10]).toordinal()
    except ValueError:
        return None


class Archive:
    """The shingles of all articles; those that stand in one article alone are only counted."""

    def __init__(self, path, size, short=0):
        self.ids, self.days, self.sizes, self.shared, self.holders = [], [], [], [], {}
        numbers = {}

        def sets():
            for article in read(path):
                folded = words(article.get("text") or "")
                yield article, shingles([numbers.setdefault(w, len(numbers)) for w in folded], size) if len(
                    folded) >= short else set()

        seen = bytearray(SLOTS)
        for _, own in sets():
            for shingle in own:
                slot = shingle % SLOTS
                if seen[slot] < 2:
                    seen[slot] += 1
        for number, (article, own) in enumerate(sets()):
            self.ids.append(article["id"])
            self.days.append(day(article))
            self.sizes.append(len(own))
            self.shared.append([shingle for shingle in own if seen[shingle % SLOTS] > 1])
            for shingle in self.shared[-1]:
                self.holders.setdefault(shingle, []).append(number)

    def pairs(self, least, days, notice):
        """All pairs of which the smaller set is to at least `least` in the other: first, second, shared."""
        sets = [set(own) for own in self.shared]
        for first, own in enumerate(self.shared):
            size = self.sizes[first]
            alone = size - len(own)
            # A partner holds `least` of the shingles, so it lacks no more than `spare`: of the `spare` + 1 rarest
            # it holds one.
            spare = size - needed(size, least)
            if size == 0 or alone > spare:
                continue
            apart = min(days, 1) if size < notice else days
            rarest = sorted(own, key=lambda shingle: (len(self.holders[shingle]), shingle))[:spare + 1 - alone]
            for second in {holder for shingle in rarest for holder in self.holders[shingle]}:
                larger = self.sizes[second]
                if second == first or larger < size or (larger == size and second < first):
                    continue
                if None not in (self.days[first], self.days[second]) and abs(
                        self.days[first] - self.days[second]) > apart:
                    continue
                both = len(sets[first] & sets[second])
                if both >= needed(size, least):
                    yield first, second, both


def needed(size, least):
    return -int(-size * least // 1)


def components(count, pairs):
    parent = list(range(count))

    def root(node):
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for first, second in pairs:
        parent[root(second)] = root(first)
    groups = {}
    for node in range(count):
        groups.setdefault(root(node), []).append(node)
    return [group for group in groups.values() if len(group) > 1]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("articles")
    options.add_argument("--size", type=int, default=4)
    options.add_argument("--least", type=float, default=0.8)
    options.add_argument("--days", type=int, default=14)
    options.add_argument("--notice", type=int, default=48)
    options.add_argument("--short", type=int, default=0)
    options.add_argument("--pairs")
    options = options.parse_args()

    archive = Archive(options.articles, options.size, options.short)
    found = sorted(archive.pairs(options.least, options.days, options.notice))
    if options.pairs:
        with open(options.pairs, "w", encoding="utf-8") as out:
            for first, second, both in found:
                print(json.dumps([archive.ids[first], archive.ids[second], both, archive.sizes[first],
                                  archive.sizes[second]]), file=out)
    for group in components(len(archive.ids), ((first, second) for first, second, _ in found)):
        print(json.dumps([archive.ids[member] for member in group], ensure_ascii=False))


if __name__ == "__main__":
    main()
