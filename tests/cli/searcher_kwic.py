# SPDX-License-Identifier: GPL-2.0-or-later
"""Concordances against what search says.

searcher_kwic.py compare ARCHIVE SORT QUERY   the same places, what stands there, and the order; prints how many
searcher_kwic.py make_wide                    prints articles with characters of all widths
searcher_kwic.py check_wide FILE              their lines in colour line up, and nothing foreign is in them
"""

import json
import re
import unicodedata

from _lib import lines_of, main, ndjson_of, read_lines, searcher

WIDE = [
    "東京の朝は早い x 京都の夜は長い",
    "ascii before x and behind",
    "\U0001F600\U0001F600 x e\u0301e\u0301\tz",
    "\u202eevil\u202c \u001b[31m x \u001b[0m",
    "שלום x עולם",
    "a " * 200 + "x" + " b" * 200,
    "xx" * 300 + " x" + "-" * 300,
]


def one_line(text):
    return re.sub(r"\s+", " ", text.decode())


def compare(archive, sort, query):
    def kwic(format, *options):
        return searcher("kwic", archive, "--format", format, *options, "--", query)

    found = searcher("search", archive, "--all", "--format", "ndjson", "--fields", "id,date,source,title,text,matches",
                     "--", query)
    hits = {hit["id"]: hit for hit in ndjson_of(found)}
    wanted = {(h["id"], m["field"], m["start"], m["end"]) for h in hits.values() for m in h["matches"]}
    answer = json.loads(kwic("json", "--sort", sort))
    lines = answer["lines"]
    assert (answer["schema"], answer["articles"]) == (1, len(hits)), answer
    assert answer["matches"] == len(lines) == len(wanted), answer
    assert {(line["id"], line["field"], line["start"], line["end"]) for line in lines} == wanted
    for line in lines:
        check_line(line, hits[line["id"]])

    assert len(lines_of(kwic("text"))) == len(lines)
    for format in "csv", "tsv", "ndjson":
        rows = lines_of(kwic(format, "--sort", sort))
        assert len(rows) == len(lines) + (format != "ndjson"), format
    if sort == "date":
        assert_sorted([line.get("date", "9999") for line in lines])
    if sort == "source":
        assert_sorted([line.get("source", "\U0010ffff").casefold() for line in lines])
    print(len(lines))


def check_line(line, hit):
    text = hit.get(line["field"], "").encode()
    before, match, behind = text[: line["start"]], text[line["start"] : line["end"]], text[line["end"] :]
    assert line["match"] == one_line(match), line
    assert one_line(before).endswith(line["left"]) and one_line(behind).startswith(line["right"]), line
    assert len(line["left"]) > 30 or line["start"] < 90, line
    assert line.get("date") == hit.get("date") and line.get("source") == hit.get("source")


def assert_sorted(values):
    assert values == sorted(values), values


def make_wide():
    for n, text in enumerate(WIDE):
        source = "東京新聞" if n % 2 else "S"
        print(json.dumps({"id": f"i{n}", "date": "2020-01-02T03:04:05Z", "source": source, "text": text}))


def columns(text):
    def of(c):
        if unicodedata.combining(c) or unicodedata.category(c) == "Cf":
            return 0
        return 2 if unicodedata.east_asian_width(c) in "WF" else 1

    return sum(map(of, text))


def check_wide(path):
    lines = read_lines(path)
    assert len(lines) == len(WIDE)
    for line in lines:
        left, rest = line.split("\x1b[1;33m")
        match, rest = rest.split("\x1b[0m", 1)
        right, facts = rest.split("\x1b[2m")
        assert columns(left) == 30 and match == "x" and columns(match + right) == 44, line
        assert "\x1b[31m" not in line and "\u202e" not in line
        assert facts.startswith("2020-01-02  ") and facts.endswith("\x1b[0m"), facts
        assert columns(facts[: facts.rindex("  ")]) >= 12, facts


main(compare, make_wide, check_wide)
