# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints queries for compare_with_oracle.py: oracle_corpus.py FOLDER

A hundred of FOLDER/keywords.tsv, a hundred of FOLDER/phrases.tsv, and some with operators, fields and dates.
"""

import itertools
import json
import sys

OTHERS = [
    ('"white house" AND NOT trump', '(and (p "white house") (not (w "trump")))'),
    ("date:2016 clinton", '(and (date "2016") (w "clinton"))'),
    ("date:2016-03..2016-06 (trump OR sanders)", '(and (date "2016-03..2016-06") (or (w "trump") (w "sanders")))'),
    ("date:..2012 economy", '(and (date "..2012") (w "economy"))'),
    ("date:undated", '(date "undated")'),
    ("*", "(all)"),
    ("-the", '(not (w "the"))'),
    ('source:"fox news" immigration', '(and (source "fox news") (w "immigration"))'),
    ("source:reuters date:1987-03-02", '(and (source "reuters") (date "1987-03-02"))'),
    ("title:shooting -date:2018..", '(and (title (w "shooting")) (not (date "2018..")))'),
    ("author:dinan budget", '(and (author "dinan") (w "budget"))'),
    ("U.S. AND =don’t", '(and (w "U.S.") (x "don\'t"))'),
    ("well-known café", '(and (w "well-known") (w "café"))'),
    ("immigra* AND lang:en", '(and (pre "immigra") (lang "en"))'),
    ('title:(obama OR "white house") NOT congress',
     '(and (title (or (w "obama") (p "white house"))) (not (w "congress")))'),
]


def first_hundred(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t", 1)[1] for line in itertools.islice(lines, 100)]


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def keyword_query(words, operator):
    leaves = [f"(w {quoted(word)})" for word in words]
    native = (" " if operator == "and" else " OR ").join(words)
    return native, f"({operator} {' '.join(leaves)})" if len(leaves) > 1 else leaves[0]


folder = sys.argv[1]
for n, line in enumerate(first_hundred(f"{folder}/keywords.tsv")):
    print(f"k{n}", *keyword_query(line.split(), ("and", "or")[n % 2]), sep="\t")
for n, line in enumerate(first_hundred(f"{folder}/phrases.tsv")):
    print(f"p{n}", f'"{line}"', f"(p {quoted(line)})", sep="\t")
for n, query in enumerate(OTHERS):
    print(f"b{n}", *query, sep="\t")
