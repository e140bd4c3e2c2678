# SPDX-License-Identifier: GPL-2.0-or-later
"""Hits over time.

searcher_timeline.py make                      prints articles as JSON lines
searcher_timeline.py brute ARCHIVE ANSWER      each count of an answer against `count` with that range of dates
searcher_timeline.py smooth JSON CSV NDJSON    the same figures, with averages over three periods
searcher_timeline.py picture FILE...           SVG and HTML are well-formed, and take nothing from outside
"""

import csv
import datetime
import json
import random
import re
import xml.etree.ElementTree as ElementTree

from _lib import lines_of, main, read_json, read_ndjson, read_text, searcher

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"


def make():
    """Three years with a hole of two months, dates of every precision and none, two sources and two languages."""
    random.seed(5)
    first = datetime.date(2014, 12, 25)
    for n in range(900):
        day = first + datetime.timedelta(random.randrange(1100))
        if datetime.date(2016, 3, 1) <= day < datetime.date(2016, 5, 9):
            continue
        date = day.isoformat()[: random.choice([0, 4, 7, 10, 10, 10, 10, 10])]
        words = ["some", "words"] + [word for word in ("flood", "drought", "fire") if random.random() < 0.3]
        print(json.dumps({"id": str(n), "title": f"story {n}", "text": " ".join(words), "date": date,
                          "source": random.choice(["bbc", "cnn"]), "language": random.choice(["en", "de"])}))


def last_day(first, by):
    if by == "day":
        return first
    if by == "week":
        assert first.isoweekday() == 1
        return first + datetime.timedelta(6)
    months = {"month": 1, "year": 12}[by] + first.year * 12 + first.month - 1
    return datetime.date(months // 12, months % 12 + 1, 1) - datetime.timedelta(1)


def name_of(first, by):
    if by == "week":
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    return first.isoformat()[: {"day": 10, "month": 7, "year": 4}[by]]


def brute(archive, path):
    def count(*parts):
        query = " ".join(f"({part})" for part in parts)
        return int(searcher("count", archive, query, codes=(0, 1)))

    answer = read_json(path)
    by, periods, queries = answer["by"], answer["periods"], answer["queries"]
    expected = None
    for period in periods:
        first = datetime.date.fromisoformat(period["start"])
        last = last_day(first, by)
        assert expected in (None, first), (period, "a period is missing before")
        expected = last + datetime.timedelta(1)
        name = name_of(first, by)
        assert period["period"] == name, period
        dates = f"date:{name}" if by in ("month", "year") else f"date:{first}..{last}"
        for query, found in zip(queries, zip(period["counts"], period["totals"], strict=True), strict=True):
            want = count(query["query"], dates), count(query["filters"], dates)
            assert found == want, (period, query["query"], want)
        assert period["gap"] == (period["total"] == 0)
        assert period["total"] >= max(period["totals"])
    assert not periods[0]["gap"] and not periods[-1]["gap"]

    for n, query in enumerate(queries):
        assert query["total"] == count(query["query"]) and query["all"]["total"] == count(query["filters"])
        assert query["undated"] == count(query["query"], "date:undated")
        assert_adds_up(query, [period["counts"][n] for period in periods])
        assert_adds_up(query["all"], [period["totals"][n] for period in periods])
    assert_adds_up(answer["all"], [period["total"] for period in periods])


def assert_adds_up(counts, of_periods):
    assert counts["total"] == counts["undated"] + counts["coarse"] + sum(of_periods), counts


def smooth(json_path, csv_path, ndjson_path):
    answer = read_json(json_path)
    rows = list(csv.DictReader(lines_of(read_text(csv_path))))
    periods, queries = answer["periods"], answer["queries"]
    assert read_ndjson(ndjson_path) == periods + queries
    for n, query in enumerate(queries):
        own = [row for row in rows if row["query"] == query["query"]]
        assert len(own) == len(periods) + 3
        for i, (row, period) in enumerate(zip(own, periods)):
            gap = str(int(period["gap"]))
            assert (row["period"], row["start"], row["gap"]) == (period["period"], period["start"], gap)
            assert (int(row["count"]), int(row["total"])) == (period["counts"][n], period["totals"][n])
            if period["gap"]:
                assert row["share"] == row["smoothed"] == "" and period["smoothed"][n] is None
                continue
            near = [p for p in periods[max(0, i - 1) : i + 2] if not p["gap"]]
            mean = sum(p["counts"][n] for p in near) / len(near)
            share = sum(p["counts"][n] for p in near) / sum(p["totals"][n] for p in near)
            assert abs(period["smoothed"][n] - mean) < 1e-3 and abs(float(row["smoothed"]) - mean) < 1e-3
            assert abs(period["smoothed_shares"][n] - share) < 1e-4
        rest = {row["period"]: int(row["count"]) for row in own[-3:]}
        assert rest == {"undated": query["undated"], "coarse": query["coarse"], "total": query["total"]}
        assert sum(int(row["count"]) for row in own[:-1]) == query["total"]


def picture(*paths):
    for path in paths:
        check_picture(path)


def check_picture(path):
    text = read_text(path)
    root = ElementTree.fromstring(text)
    svg = root if path.endswith("svg") else root.find(f".//{SVG}svg")
    assert not re.search(r"<script|href=|src=|url\((?!#gap\))", text), "something from outside"
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    assert set(svg.get("aria-labelledby").split()) <= set(names) and svg.get("role") == "img"
    assert svg.find(SVG + "title").text and svg.find(SVG + "desc").text
    if path.startswith("none"):
        return
    check_curves(svg, series=2 if path.startswith("two") else 1)
    if path.endswith("html"):
        rows = list(root.iter(HTML + "tr"))
        assert len(rows) > 5 and rows[-1][0].text == "total"


def check_curves(svg, series):
    lines = [p for p in svg.iter(SVG + "path") if (p.get("class") or "").startswith("line")]
    curves = [p for p in lines if "L" in p.get("d")]
    assert len({p.get("stroke") for p in curves}) == series
    # Of counts and of shares; the two were asked for averages beside them.
    assert len(curves) == series * 2 * (2 if series == 2 else 1), len(curves)
    labels = [t.text for t in svg.iter(SVG + "text")]
    assert any("articles a " in t for t in labels) and any("share of all" in t for t in labels) and "0 %" in labels
    gaps = [r for r in svg.iter(SVG + "rect") if r.get("fill") == "url(#gap)"]
    assert len(gaps) == (3 if series == 2 else 0), len(gaps)
    _, _, width, height = map(float, svg.get("viewBox").split())
    for p in curves:
        for x, y in re.findall(r"[ML]([\d.-]+) ([\d.-]+)", p.get("d")):
            assert 0 < float(x) < width and 0 < float(y) < height


main(make, brute, smooth, picture)
