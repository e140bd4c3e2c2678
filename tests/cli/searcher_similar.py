# SPDX-License-Identifier: GPL-2.0-or-later
"""More like this.

searcher_similar.py copies EXPORT              prints a copy of every article of some length, every seventh word changed
searcher_similar.py check_copies ARCHIVE FILE  each article and its copy find each other first
searcher_similar.py check_page FILE IDS        the first four of IDS.csv, as JSON
"""

import json

from _lib import main, ndjson_of, read_json, read_lines, read_ndjson, searcher


def copies(exported):
    for article in read_ndjson(exported):
        words = article["text"].split(" ")
        if len(words) < 60:
            continue
        text = " ".join("otherwise" if n % 7 == 3 else word for n, word in enumerate(words))
        changes = {"id": "copy-" + article["id"], "url": "", "title": "A copy", "text": text}
        print(json.dumps({**article, **changes}))


def check_copies(archive, path):
    made = read_ndjson(path)
    exact = 0
    for copy in made:
        original = copy["id"].removeprefix("copy-")
        for asked, wanted in (original, copy["id"]), (copy["id"], original):
            [found] = ndjson_of(searcher("similar", archive, "--format", "ndjson", "--fields", "id,text",
                                         "--limit", "1", "--", asked))
            exact += found["id"] == wanted
            # The sample has articles of its own that two papers ran: one of those may come before the copy.
            a, b = set(found["text"].split()), set(copy["text"].split())
            assert found["id"] == wanted or len(a & b) > len(a | b) / 3, (asked, found["id"])
    assert exact > 2 * 0.8 * len(made), exact


def check_page(path, ids):
    answer = read_json(path)
    head, *wanted = read_lines(ids)
    assert head == "id" and answer["total"] == len(wanted), answer
    assert answer["schema"] == 1 and answer["exact"] is True and answer["facets"] == {}, answer
    assert [hit["id"] for hit in answer["hits"]] == wanted[:4]
    scores = [hit["score"] for hit in answer["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert all(hit["matches"] for hit in answer["hits"])
    words = answer["query"].split(" OR ")
    assert 10 < len(words) <= 25 and "tidal" in words, words


main(copies, check_copies, check_page)
