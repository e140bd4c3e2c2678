#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A peer: SQLite's FTS5 with Porter's stemmer, an external-content table over the articles.

  fts5_bench.py index  CORPUS.jsonl DIR THREADS     one thread, whatever THREADS says
  fts5_bench.py search DIR QUERIES.tsv MODE [PASSES [SECONDS]]
                MODE: or | exact-or | exact-and | exact-phrase | facets | date-sort | fetch
  fts5_bench.py export DIR FILE                     every article as a JSON line

Passes and times as in search_bench.cpp; one JSON object a run.
"""
import json
import os
import sqlite3
import sys
import time

FIELDS = ("id", "title", "text", "url", "author", "section", "language", "source", "date")
MATCH = "FROM words WHERE words MATCH ?"
TOP = f"SELECT rowid {MATCH} ORDER BY rank LIMIT 10"
# A narrow table beside the articles, so that facets and dates need not read the texts' pages.
SCHEMA = f"""
CREATE TABLE article({', '.join(FIELDS)});
CREATE TABLE facts(number INTEGER PRIMARY KEY, source, month, date);
CREATE VIRTUAL TABLE words USING fts5(title, text, content='article',
  tokenize='porter unicode61 remove_diacritics 2');
"""


def connect(directory):
    db = sqlite3.connect(os.path.join(directory, "fts5.db"), isolation_level=None)
    db.execute("PRAGMA cache_size=-524288")
    db.execute("PRAGMA mmap_size=1099511627776")
    return db


def index(corpus, directory, _threads):
    start = time.perf_counter()
    os.makedirs(directory, exist_ok=True)
    db = connect(directory)
    db.execute("PRAGMA journal_mode=OFF")
    db.executescript(SCHEMA)
    db.execute("INSERT INTO words(words, rank) VALUES('hashsize', 67108864)")
    db.execute("BEGIN")
    marks = ", ".join("?" * len(FIELDS))
    number = 0
    with open(corpus, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            record = json.loads(line)
            values = [record.get(name) for name in FIELDS]
            values = [json.dumps(v) if isinstance(v, list) else v for v in values]
            title, text, source, date = values[1], values[2], values[7], values[8]
            db.execute(f"INSERT INTO article(rowid, {', '.join(FIELDS)}) VALUES(?, {marks})",
                       (number, *values))
            db.execute("INSERT INTO facts VALUES(?, ?, ?, ?)",
                       (number, source, date and date[:7], date))
            db.execute("INSERT INTO words(rowid, title, text) VALUES(?, ?, ?)",
                       (number, title, text))
    db.execute("INSERT INTO words(words) VALUES('optimize')")
    db.execute("COMMIT")
    db.execute("CREATE UNIQUE INDEX ids ON article(id)")
    db.close()
    return {"task": "index", "articles": number, "seconds": time.perf_counter() - start}


def expression(words, mode):
    """The query in FTS5's syntax."""
    words = words.replace('"', '""')
    if mode == "exact-phrase":
        return f'"{words}"'
    return (" " if mode == "exact-and" else " OR ").join(f'"{w}"' for w in words.split())


def run(db, text, mode):
    """How many articles the query found."""
    if mode == "fetch":
        return sum(db.execute("SELECT text FROM article WHERE id = ?", (name,)).fetchone()
                   is not None for name in text.split("\t"))
    match = (expression(text, mode),)
    if mode == "date-sort":
        return len(db.execute(f"SELECT rowid FROM facts WHERE number IN (SELECT rowid {MATCH}) "
                              "ORDER BY date DESC LIMIT 10", match).fetchall())
    top = db.execute(TOP, match).fetchall()
    if mode == "facets":
        sources, months = {}, {}
        for source, month, count in db.execute(
                f"SELECT source, month, count(*) FROM facts WHERE number IN (SELECT rowid {MATCH})"
                " GROUP BY source, month", match):
            sources[source] = sources.get(source, 0) + count
            months[month] = months.get(month, 0) + count
        return sum(sources.values())
    if mode.startswith("exact-"):
        return db.execute(f"SELECT count(*) {MATCH}", match).fetchone()[0]
    return len(top)


def search(directory, queries, mode, passes=12, seconds=1e9):
    db = connect(directory)
    with open(queries, encoding="utf-8") as lines:
        texts = [line.rstrip("\n").split("\t", 1)[1] for line in lines]
    begin, done = time.perf_counter(), 0
    while done < int(passes) and (done < 2 or time.perf_counter() - begin < float(seconds)):
        done += 1
        hits, times = 0, []
        for text in texts:
            start = time.perf_counter()
            hits += run(db, text, mode)
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return {"task": mode, "queries": len(times), "passes": done, "hits": hits,
            "mean_ms": sum(times) / len(times), "p50_ms": times[len(times) // 2],
            "p99_ms": times[len(times) * 99 // 100]}


def export(directory, file):
    start = time.perf_counter()
    pairs = ", ".join(f"'{name}', {name}" for name in FIELDS)
    articles = 0
    with open(file, "w", encoding="utf-8", buffering=1 << 20) as out:
        for (line,) in connect(directory).execute(f"SELECT json_object({pairs}) FROM article"):
            out.write(line)
            out.write("\n")
            articles += 1
    return {"task": "export", "articles": articles, "seconds": time.perf_counter() - start}


def main():
    commands = {"index": (index, 3, 3), "search": (search, 3, 5), "export": (export, 2, 2)}
    function, least, most = commands.get(sys.argv[1] if len(sys.argv) > 1 else "", (None, 0, 0))
    if function is None or not least <= len(sys.argv) - 2 <= most:
        sys.exit(__doc__)
    print(json.dumps(function(*sys.argv[2:])))


if __name__ == "__main__":
    main()
