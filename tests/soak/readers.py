# SPDX-License-Identifier: GPL-2.0-or-later
"""One writer adds, deletes and compacts.

Eight searchers at a time must answer as a plain map does, at the revision they name.
Usage: readers.py DIRECTORY SECONDS SEED, with NEWS_INDEXER and NEWS_SEARCHER.
"""
import bisect
import json
import os
import pathlib
import random
import subprocess
import sys
import threading
import time

from articles import json_line, make_query, make_text

INDEXER, SEARCHER = os.environ["NEWS_INDEXER"], os.environ["NEWS_SEARCHER"]
work, seconds, seed = pathlib.Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
archive, READERS, KEPT = work / "archive", 8, 50
failed = threading.Event()


def fail(what):
    if not failed.is_set():
        print(what)
    failed.set()


class History:
    """What the archive says: from which revision on, which texts by id.

    A reader takes the newest in force for granted.
    """

    def __init__(self):
        self.lock, self.first, self.texts = threading.Lock(), [], []

    def add(self, first, texts):
        """Told before the change is made: it may be read as soon as it is committed."""
        with self.lock:
            if self.first and self.first[-1] == first:  # the last one changed nothing
                self.first.pop(), self.texts.pop()
            self.first, self.texts = self.first[-KEPT:] + [first], self.texts[-KEPT:] + [texts]

    def at(self, revision):
        with self.lock:
            return self.texts[bisect.bisect_right(self.first, revision) - 1]


class Writer:
    def __init__(self, history):
        self.history, self.rng = history, random.Random(seed)
        self.texts, self.serial, self.revision, self.commands = {}, 0, 0, 0

    def run(self, options, rest, after):
        self.history.add(self.revision + 1, after)
        done = subprocess.run([INDEXER, *options, archive, *rest], capture_output=True)
        if done.returncode not in (0, 1):
            fail(f"{options}: left with {done.returncode}: {done.stderr}")
        info = subprocess.run([INDEXER, "info", archive, "--format", "json"], capture_output=True)
        self.revision, self.texts = json.loads(info.stdout)["revision"], after
        self.commands += 1

    def add(self):
        after, path = dict(self.texts), work / "in.jsonl"
        with path.open("w") as out:
            for _ in range(self.rng.randrange(1, 300)):
                self.serial += 1
                name = f"a{self.rng.randrange(3000)}"
                after[name] = f"n{self.serial} " + make_text(self.rng, self.rng.randrange(5, 120))
                out.write(json_line(name, after[name]))
        self.run(["add", "-q"], [path], after)

    def delete(self):
        query, matches = make_query(self.rng)
        doomed = [name for name, text in self.texts.items() if matches(text)]
        if len(doomed) > len(self.texts) / 4:
            return
        after = dict(self.texts)
        for name in doomed:
            del after[name]
        self.run(["delete", "-q"], [query], after)

    def step(self):
        kind = self.rng.random()
        if not self.texts or kind < 0.5:
            self.add()
        elif kind < 0.75:
            self.delete()
        else:
            self.run(["compact" if kind < 0.9 else "rebuild", "-q"], [], self.texts)


class Reader(threading.Thread):
    def __init__(self, number, history, end):
        super().__init__()
        self.history, self.end, self.rng = history, end, random.Random(seed * 1000 + number)
        self.answers = self.revision = 0

    def run(self):
        try:
            while time.monotonic() < self.end and not failed.is_set():
                self.ask()
        except Exception as error:  # a thread would end without a word
            fail(f"a reader: {error!r}")

    def ask(self):
        query, matches = make_query(self.rng)
        done = subprocess.run([SEARCHER, archive, query, "--all", "--fields", "id", "--format", "json"],
                              capture_output=True)
        if done.returncode not in (0, 1):
            return fail(f"{query}: left with {done.returncode}: {done.stderr}")
        answer = json.loads(done.stdout)
        if answer["revision"] < self.revision:
            return fail(f"revision {answer['revision']} after {self.revision}")
        self.revision = answer["revision"]
        expected = sorted(name for name, text in self.history.at(self.revision).items() if matches(text))
        found = sorted(hit["id"] for hit in answer["hits"])
        if (found, answer["total"], done.returncode) != (expected, len(expected), 0 if expected else 1):
            fail(f"{query} at revision {self.revision}: {answer['total']} found, {len(expected)} expected")
        self.answers += 1


def verify_all_the_time(end):
    while time.monotonic() < end and not failed.is_set():
        done = subprocess.run([INDEXER, "verify", archive], capture_output=True)
        if done.returncode != 0:
            fail(f"verify left with {done.returncode}: {done.stderr}")


def main():
    history = History()
    writer = Writer(history)
    writer.add()
    end = time.monotonic() + seconds
    readers = [Reader(number, history, end) for number in range(READERS)]
    readers.append(threading.Thread(target=verify_all_the_time, args=(end,)))
    for reader in readers:
        reader.start()
    while time.monotonic() < end and not failed.is_set():
        writer.step()
    for reader in readers:
        reader.join()
    if subprocess.run([INDEXER, "verify", archive], stdout=subprocess.DEVNULL).returncode != 0:
        fail("the archive is not sound")
    answers = sum(r.answers for r in readers[:READERS])
    print(f"{writer.commands} commands, {writer.revision} revisions, {answers} answers")
    return failed.is_set()


sys.exit(main())
