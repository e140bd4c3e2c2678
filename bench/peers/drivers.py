# SPDX-License-Identifier: GPL-2.0-or-later
"""The sides of bench/compare: each runs the programs of one search engine.

A peer's times are those it takes itself, from opening to done; ours include starting the program.
"""
import glob
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import sys

from harness import Done, Failure, tree_bytes

HERE = pathlib.Path(__file__).resolve().parent


class Side:
    """One engine. Peers have one program that takes index, search and export."""
    name = ""
    modes = {}  # its names of tasks, where they are not Lucene's

    def __init__(self, bin_dir, work):
        self.bin = bin_dir
        self.work = work / self.name
        self.index_dir = self.work / "index"
        self.work.mkdir(parents=True, exist_ok=True)

    def missing(self):
        """Why this side cannot run here, if so."""

    def version(self):
        return ""

    def sources(self):
        """Files that decide what an index looks like."""
        return []

    def program(self):
        """The command, as a list."""
        raise NotImplementedError

    def one(self, _words):
        """A command that answers one query and ends, if there is any."""

    # --- what compare measures ---

    def index(self, corpus, threads):
        """Indexes anew: {"articles", "seconds"}."""
        shutil.rmtree(self.index_dir, ignore_errors=True)
        self.stamp_file().unlink(missing_ok=True)
        os.sync()
        result = self.run_index(corpus, threads)
        self.stamp_file().write_text(self.stamp(corpus))
        return result

    def ensure_index(self, corpus, threads):
        """Indexes unless the index at hand is of this corpus, by these programs."""
        try:
            fresh = self.stamp_file().read_text() == self.stamp(corpus)
        except FileNotFoundError:
            fresh = False
        if not fresh:
            self.index(corpus, threads)

    def run_index(self, corpus, threads):
        return self.ask("index", corpus, self.index_dir, threads)

    def size(self):
        return {"bytes": tree_bytes(self.index_dir)}

    def search(self, queries, task, passes, seconds):
        return self.ask("search", self.index_dir, queries, self.modes.get(task, task), passes,
                        seconds)

    def export(self, file):
        return self.ask("export", self.index_dir, file)

    # --- helpers ---

    def ask(self, *arguments):
        done = Done([*self.program(), *arguments])
        try:
            return json.loads(done.out)
        except json.JSONDecodeError:
            raise Failure(f"{self.name} {arguments[0]}: no JSON: {done.out[:500]!r}") from None

    def stamp_file(self):
        return self.work / "stamp"

    def stamp(self, corpus):
        status = os.stat(corpus)
        sums = [hashlib.sha256(pathlib.Path(p).read_bytes()).hexdigest() for p in self.sources()]
        return json.dumps([status.st_size, status.st_mtime_ns, *sums])


class Newsarchive(Side):
    name = "newsarchive"
    modes = {"or": "any", "exact-or": "any", "exact-and": "all", "exact-phrase": "phrase",
             "date-sort": "date"}

    def sources(self):
        return [self.bin / "indexer"]

    def program(self):
        return [self.bin / "search_bench"]

    def version(self):
        return Done([self.bin / "indexer", "--version"]).out.decode().strip().split()[-1]

    def run_index(self, corpus, threads):
        done = Done([self.bin / "indexer", "add", self.index_dir, corpus, "--threads", threads],
                    ok=(0, 4))  # 4: some records are rejected
        info = Done([self.bin / "indexer", "info", self.index_dir, "--format", "json"])
        return {"articles": json.loads(info.out)["articles"], "seconds": done.seconds}

    def search(self, queries, task, passes, seconds):
        result = Done([*self.program(), self.index_dir, queries, self.modes.get(task, task),
                       passes, seconds])
        return json.loads(result.out)

    def export(self, file):
        with open(file, "wb") as out:
            done = Done([self.bin / "indexer", "export", self.index_dir], out=out)
        with open(file, "rb") as lines:
            return {"articles": sum(1 for _ in lines), "seconds": done.seconds}

    def one(self, words):
        return [self.bin / "searcher", "--any", "--facets", "none", "--format", "csv", "--fields",
                "id,date,title", self.index_dir, words]

    def count(self, query):
        return int(Done([self.bin / "searcher", "count", self.index_dir, query], ok=(0, 1)).out)


class Lucene(Side):
    name = "lucene"
    jars = "/usr/share/java/lucene-*-8.*.jar"
    gson = "/usr/share/java/gson.jar"

    def missing(self):
        if not (glob.glob(self.jars) and os.path.exists(self.gson) and shutil.which("javac")):
            return "install default-jdk-headless, liblucene8-java and libgoogle-gson-java"

    def version(self):
        core = glob.glob("/usr/share/java/lucene-core-8.*.jar")
        return core[0].split("-")[-1].removesuffix(".jar") if core else ""

    def sources(self):
        return [HERE / "LuceneBench.java"]

    def program(self):
        classes = self.work / "classes"
        path = ":".join([*sorted(glob.glob(self.jars)), self.gson])
        source, made = self.sources()[0], classes / "LuceneBench.class"
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            Done(["javac", "-encoding", "UTF-8", "-nowarn", "-cp", path, "-d", classes, source])
        return ["java", "-Dfile.encoding=UTF-8", "-Xmx4g", "-cp", f"{path}:{classes}",
                "LuceneBench"]

    def phrase_totals(self, queries):
        return self.ask("plain-phrase", self.index_dir, queries)["totals"]


class Fts5(Side):
    name = "fts5"
    sql = ("SELECT id, date, title FROM (SELECT rowid AS n FROM words WHERE words MATCH '{}' "
           "ORDER BY rank LIMIT 10) JOIN article ON article.rowid = n")

    def missing(self):
        try:
            sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(a)")
        except sqlite3.OperationalError:
            return "this Python's SQLite lacks FTS5"

    def version(self):
        return sqlite3.sqlite_version

    def sources(self):
        return [HERE / "fts5_bench.py"]

    def program(self):
        return [sys.executable, *self.sources()]

    def one(self, words):
        if not shutil.which("sqlite3"):
            return None
        words = words.replace('"', '""').replace("'", "''").split()
        any_word = " OR ".join(f'"{w}"' for w in words)
        return ["sqlite3", "-batch", "-readonly", self.index_dir / "fts5.db",
                self.sql.format(any_word)]


class XapianBook(Side):
    name = "xapian"

    def missing(self):
        if not (self.bin / "xapian_book").exists():
            return "xapian_book is not among the programs"

    def version(self):
        return Done([*self.program(), "version"]).out.decode().strip()

    def sources(self):
        return [HERE / "xapian_book.cpp"]

    def program(self):
        return [self.bin / "xapian_book"]

    def one(self, words):
        return [*self.program(), "one", self.index_dir, words]


PEERS = {side.name: side for side in (Lucene, Fts5, XapianBook)}
