# SPDX-License-Identifier: GPL-2.0-or-later
"""Stories by brute force: what the searcher counts and groups, from its own list of all hits.

searcher_stories.py make          prints articles, many of them copies of one another, as JSON lines
searcher_stories.py check SEARCHER ARCHIVE...     each archive by itself and all as one, if there are several
"""

import datetime
import itertools
import json
import random
import subprocess
import sys

SOURCES = ["AP", "Reuters", "Harbour Gazette", "Evening Light", None]
AUTHORS = [["Ann O'Hara"], ["Bo Lee"], ["Ann O'Hara", "Cy Young"], ["Bo Lee", "Di Marsh", "Ed Vale"], []]
SECTIONS = ["World", "Local", None]
FACETS = ["source", "section", "lang", "author", "year", "month", "day"]
QUERIES = ["*", "flood", "bridge OR flood", "source:ap", "flood -source:reuters", "date:2016", "date:undated",
           "title:update", "nowhereatall"]


def words_of(chance, number):
    letters = ["ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu"]
    return ["".join(chance.choice(letters) for _ in range(chance.randint(2, 4))) for _ in range(number)]


def date_of(chance, day):
    if day is None:
        return None
    kind = chance.choice(["day", "second", "second", "offset"])
    if kind == "day":
        return day.strftime("%Y-%m-%d")
    time = day.strftime("%Y-%m-%dT") + f"{chance.randint(6, 21):02}:{chance.choice([0, 10, 30]):02}:00"
    return time + (chance.choice(["Z", "+02:00", "-05:00"]) if kind == "offset" else "")


def make():
    """Article k of story n is sN-K: a copy says the same but for its headline, its end, or a word or two."""
    chance = random.Random(7)
    vocabulary = words_of(chance, 900)
    out = []
    for n in range(48):
        text = [chance.choice(vocabulary) for _ in range(150)]
        if n % 3 == 0:
            text[20] = "flood"
        if n % 4 == 0:
            text[60] = "bridge"
        day = datetime.date(2015, 1, 5) + datetime.timedelta(days=chance.randint(0, 700))
        for k in range(1 if n % 2 else chance.randint(2, 6)):
            words = list(text)
            if k % 3 == 1:
                words[20] = "water"  # so the copy may not match what the others do
            if k % 3 == 2:
                words = words[:140]
            article = {
                "id": f"s{n}-{k}",
                "title": ("Update: " if k == 2 else "") + " ".join(text[:5]),
                "text": " ".join(words) + ".",
                "language": "de" if n % 5 == 0 else "en",
            }
            later = None if chance.random() < 0.1 else day + datetime.timedelta(days=chance.choice([0, 0, 1, 3, 7]))
            perhaps = {
                "source": chance.choice(SOURCES),
                "author": chance.choice(AUTHORS),
                "section": chance.choice(SECTIONS),
                "date": date_of(chance, later),
            }
            article.update({name: value for name, value in perhaps.items() if value})
            out.append(article)
    chance.shuffle(out)
    for article in out:
        print(json.dumps(article))


class Searcher:
    """`searcher pipe`, which answers as the commands do."""

    def __init__(self, program, archives):
        options = list(itertools.chain.from_iterable(("-a", a) for a in archives))
        self.pipe = subprocess.Popen([program, "pipe", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                     text=True)

    def ask(self, op, query, **members):
        self.pipe.stdin.write(json.dumps({"op": op, "query": query, **members}) + "\n")
        self.pipe.stdin.flush()
        reply = json.loads(self.pipe.stdout.readline())
        assert "error" not in reply, (op, query, members, reply)
        return reply["answer"]


def day_of(hit):
    return hit.get("date", "")[:10]


def buckets(facet, hit):
    if facet in ("year", "month", "day"):
        length = {"year": 4, "month": 7, "day": 10}[facet]
        day = day_of(hit)
        return ["undated"] if not day else [day[:length]] if len(day) >= length else ["unknown"]
    value = hit.get({"lang": "language"}.get(facet, facet)) or "unknown"
    return sorted(set(value)) if isinstance(value, list) else [value]


def period(unit, hit):
    day = day_of(hit)
    if not day:
        return "undated"
    if unit == "week":
        year, week, _ = datetime.date.fromisoformat(day).isocalendar()
        return f"{year:04}-W{week:02}"
    return day[: {"day": 10, "month": 7, "year": 4}[unit]]


def tally(hits, keys_of):
    """By key: articles, and distinct stories."""
    articles, stories = {}, {}
    for hit in hits:
        for key in keys_of(hit):
            articles[key] = articles.get(key, 0) + 1
            stories.setdefault(key, set()).add(hit["story"])
    return {key: (count, len(stories[key])) for key, count in articles.items()}


def distinct(hits):
    return len({hit["story"] for hit in hits})


def check_facets(searcher, query, hits):
    for limit in (0, 1, 3):
        answer = searcher.ask("facets", query, facets=FACETS, facet_limit=limit)
        assert (answer["total"], answer["stories"]) == (len(hits), distinct(hits)), (query, answer)
        for facet in FACETS:
            wanted = tally(hits, lambda hit: buckets(facet, hit))
            got = {c["value"]: (c["count"], c["stories"]) for c in answer["facets"][facet]}
            other = got.pop("other", None)
            assert got == {value: wanted[value] for value in got}, (query, facet, got, wanted)
            left = [value for value in wanted if value not in got]
            if not left:
                assert other is None, (query, facet, other)
            elif facet == "author":  # sums, since an article has several
                assert other == tuple(sum(wanted[v][i] for v in left) for i in (0, 1)), (query, other)
            else:
                rest = [hit for hit in hits if buckets(facet, hit)[0] in left]
                assert other == (len(rest), distinct(rest)), (query, facet, other)


def check_timeline(searcher, query, hits, everything):
    for unit in ("day", "week", "month", "year"):
        answer = searcher.ask("timeline", query, by=unit)
        found, all_found = (tally(some, lambda hit: [period(unit, hit)]) for some in (hits, everything))
        for p in answer["periods"]:
            name = p["period"]
            got = (p["counts"][0], p["story_counts"][0]), (p["totals"][0], p["story_totals"][0])
            assert got == (found.get(name, (0, 0)), all_found.get(name, (0, 0))), (query, unit, p)
            assert (p["total"], p["stories"]) == got[1], p
        asked = answer["queries"][0]
        wanted = (asked, hits, found), (asked["all"], everything, all_found), (answer["all"], everything, all_found)
        for told, some, counts in wanted:
            assert (told["total"], told["stories"]) == (len(some), distinct(some)), (query, told)
            assert (told["undated"], told["undated_stories"]) == counts.get("undated", (0, 0)), (query, told)
            assert (told["coarse"], told["coarse_stories"]) == (0, 0), told
    # What is under the filters of several queries is theirs together.
    answer = searcher.ask("timeline", query, vs=["bridge"], by="year")
    bridge = searcher.ask("search", "bridge", limit=0)
    assert [q["stories"] for q in answer["queries"]] == [distinct(hits), bridge["stories"]]


def check_groups(searcher, query, sort, members):
    articles = searcher.ask("search", query, all=True, sort=sort, fields="id,story,source,date")["hits"]
    whole = searcher.ask("search", query, all=True, sort=sort, group=True, fields="rank,id,story,copies")
    stories = {}
    for hit in articles:
        stories.setdefault(hit["story"], []).append(hit)
    hits = whole["hits"]
    assert whole["grouped"] is True and (whole["total"], whole["stories"]) == (len(articles), len(stories))
    assert [hit["story"] for hit in hits] == list(stories), (query, sort)
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    for hit in hits:
        matching = {a["id"]: a for a in stories[hit["story"]]}
        assert hit["id"] == stories[hit["story"]][0]["id"], hit
        wanted = [matching[i] for i in members[hit["story"]] if i in matching and i != hit["id"]]
        assert hit["copies"] == [{k: a[k] for k in ("id", "source", "date") if k in a} for a in wanted], hit
    ids = [hit["id"] for hit in hits]
    for offset, limit in itertools.product(range(len(ids) + 2), range(len(ids) + 2)):
        page = searcher.ask("search", query, sort=sort, group=True, fields="id", offset=offset, limit=limit)
        assert [hit["id"] for hit in page["hits"]] == ids[offset : offset + limit], (query, sort, offset, limit)


def check(program, archives):
    searcher = Searcher(program, archives)
    fields = "id,story,source,section,language,author,date"
    everything = searcher.ask("search", "*", all=True, sort="oldest", fields=fields)["hits"]
    members = {}  # earliest first: as `oldest` has them
    for hit in everything:
        members.setdefault(hit["story"], []).append(hit["id"])
    if len(archives) == 1:
        made = {}
        for hit in everything:
            made.setdefault(hit["id"].split("-")[0], []).append(hit["id"])
        assert sorted(made.values()) == sorted(members.values()), "other groups than were made"
        assert all(ids[0] == story for story, ids in members.items()), members
    for query in QUERIES:
        found = {hit["id"] for hit in searcher.ask("search", query, all=True, fields="id")["hits"]}
        hits = [hit for hit in everything if hit["id"] in found]
        answer = searcher.ask("search", query, limit=0)
        assert (answer["total"], answer["stories"]) == (len(hits), distinct(hits)), answer
        check_facets(searcher, query, hits)
        for c in searcher.ask("facets", query, facets="source,year", facet_limit=0)["facets"]["year"]:
            if c["value"].isdigit():
                narrowed = searcher.ask("search", f"({query}) date:{c['value']}", limit=0)
                assert (narrowed["total"], narrowed["stories"]) == (c["count"], c["stories"]), (query, c)
        words_alone = query.split(" ")[0] in ("*", "flood", "bridge", "title:update", "nowhereatall")
        filters = everything if words_alone else hits
        if query == "flood -source:reuters":
            filters = [hit for hit in everything if hit.get("source") != "Reuters"]
        check_timeline(searcher, query, hits, filters)
        for sort in ("relevance", "newest", "oldest"):
            check_groups(searcher, query, sort, members)


if sys.argv[1] == "make":
    make()
else:
    check(sys.argv[2], sys.argv[3:])
