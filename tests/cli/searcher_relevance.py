# SPDX-License-Identifier: GPL-2.0-or-later
"""The order of hits.

searcher_relevance.py make                 prints articles as JSON lines
searcher_relevance.py check_expanded FILE  a search that was expanded, as JSON: more hits, words with weights, an order
"""

import json

from _lib import main, read_json

REST = " ".join(f"w{n}" for n in range(40))
ARTICLES = [
    ("near", "2019-01-01", f"The river flood took the old bridge. {REST}"),
    ("far", "2021-01-01", f"The river is wide. {REST} A flood of letters came."),
    ("dam", "2020-06-01", f"The flood took the dam and the bridge. {REST}"),
    ("bridge", "2020-06-02", f"Engineers built another bridge behind the dam. {REST}"),
    ("undated", "", f"A flood is a river that forgot its bed. {REST}"),
    *((f"x{n}", "2018-01-01", f"Nothing of that kind, number {n}. {REST}") for n in range(30)),
]


def make():
    for name, date, text in ARTICLES:
        print(json.dumps({"id": name, "date": date, "language": "en", "title": "", "text": text}))


def check_expanded(path):
    answer = read_json(path)
    assert answer["total"] == len(answer["hits"]) > 4, answer["total"]
    words = {word["word"]: word["weight"] for word in answer["expansion"]}
    assert words["bridge"] > 0 and abs(sum(words.values()) - 1) < 1e-4, words
    scores = [hit["score"] for hit in answer["hits"]]
    assert scores == sorted(scores, reverse=True)


main(make, check_expanded)
