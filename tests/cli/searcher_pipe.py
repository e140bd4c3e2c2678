# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks `searcher pipe` and the commands the same, and what it must refuse: searcher_pipe.py ARCHIVE DIRECTORY"""

import json
import os
import subprocess
import sys

QUERIES = ["bridge", "the OR de", "nowhereatall", '"prime minister" date:2014..']
# Op, members of the request, and what the command takes for them.
OF_QUERIES = [
    ("search", {"limit": 3, "facets": ["source", "month"]}, ["--limit", "3", "--facets", "source,month"]),
    ("search", {"all": True, "fields": "id,score", "sort": "newest"},
     ["--all", "--fields", "id,score", "--sort", "newest"]),
    ("search", {"any": True, "facets": "none", "offset": 2}, ["--any", "--facets", "none", "--offset", "2"]),
    ("count", {"max_expansions": 9}, ["--max-expansions", "9"]),
    ("facets", {"facets": "lang,author", "facet_limit": 0}, ["--facets", "lang,author", "--facet-limit", "0"]),
    ("timeline", {"by": "year", "vs": ["river", "flood"], "smooth": 3},
     ["--by", "year", "--vs", "river", "--vs", "flood", "--smooth", "3"]),
    ("kwic", {"sort": "left", "limit": 4, "context": 20}, ["--sort", "left", "--limit", "4", "--context", "20"]),
    ("terms", {"limit": 5}, ["--limit", "5"]),
]
ARTICLE = "el-2018-012"
OF_ARTICLES = [
    ("show", {}, []),
    ("show", {"full": True}, ["--full"]),
    ("show", {"versions": True}, ["--versions"]),
    ("show", {"version": 1}, ["--version", "1"]),
    ("similar", {"limit": 2}, ["--limit", "2"]),
]
UNKNOWN = ["receipt", "svg", "html", "archive", "template", "format", "raw", "pager", "queries", "colour"]


class Pipe:
    def __init__(self, archive):
        command = [os.environ["NEWS_SEARCHER"], "pipe", archive]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(self, line):
        """And wait: an answer comes before the next request."""
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, **members):
        return self.send(json.dumps(members).encode())

    def expect_refusal(self, line, text, **more):
        got = self.send(line if isinstance(line, bytes) else json.dumps(line).encode())
        assert got["status"] == 2 and text in got["error"]["message"], got
        for name, value in more.items():
            assert got["error"][name] == value, got

    def close(self):
        """Blank lines are no requests."""
        self.process.stdin.write(b"\n  \r\n")
        self.process.stdin.close()
        assert self.process.stdout.read() == b"" and self.process.wait() == 0


def command(name, *arguments):
    words = [os.environ["NEWS_SEARCHER"], name, archive, *arguments]
    done = subprocess.run(words, capture_output=True)
    return done.returncode, (json.loads(done.stdout) if done.stdout else None)


def check_answers(pipe):
    for query in QUERIES:
        for op, members, arguments in OF_QUERIES:
            format = [] if op == "count" else ["--format", "json"]
            status, answer = command(op, *format, *arguments, query)
            got = pipe.ask(id=[op, query], op=op, query=query, **members)
            assert got == {"id": [op, query], "status": status, "answer": answer}, (op, query, got, answer)
    for op, members, arguments in OF_ARTICLES:
        status, answer = command(op, ARTICLE, "--format", "json", *arguments)
        got = pipe.ask(op=op, article=ARTICLE, **members)
        assert got == {"status": status, "answer": answer}, (op, members, got)
    assert pipe.ask(op="show", article="none") == {"status": 1}
    assert pipe.ask(op="similar", article="none", id=None) == {"id": None, "status": 1}
    no_diff = pipe.ask(op="show", article=ARTICLE, diff=True)
    assert no_diff["error"]["message"].startswith("the archive has no earlier")


def check_refusals(pipe, directory):
    refuse = pipe.expect_refusal
    refuse({"query": "x AND (y"}, "never closed", column=7, length=1, hint="Add ')' where the group ends.")
    for line in b"nonsense", b"[1]", b'{"query": "x"} {}', b"\xff\xfe", b"[" * 5000:
        refuse(line, "no JSON object")
    refuse({"op": "save", "query": "x"}, "no op 'save'")
    refuse({"op": "batch", "query": "x"}, "no op 'batch'")
    refuse({"op": 1, "query": "x"}, "'op' is no string")
    refuse({"limit": 1}, "no query")
    refuse({"query": "x", "article": "y"}, "one of query and article")
    for name in UNKNOWN:
        refuse({"query": "x", name: f"{directory}/file"}, f"no member '{name}'")
    refuse({"query": "x", "limit": -1}, "neither a string nor a whole number")
    refuse({"query": "x", "limit": "many"}, "no whole number")
    refuse({"query": "x", "facets": ["week"]}, "none of source")
    refuse({"op": "count", "query": "x", "sort": "newest"}, "takes no --sort")
    refuse(b'{"query":"' + b"x" * (1 << 20) + b'"}', "longer than 1 MiB")
    assert pipe.send(b'{"id":"q","query":"' + b"x" * 1000 + b'","limit":0}')["status"] == 1


def check_refresh(pipe, directory):
    """The archive stays as it was until a refresh."""
    with open(f"{directory}/new.jsonl", "w", encoding="utf-8") as out:
        out.write('{"id":"new","title":"A zyzzyva","text":"on the bridge"}\n')
    subprocess.run([os.environ["NEWS_INDEXER"], "add", "-q", archive, f"{directory}/new.jsonl"], check=True)
    assert pipe.ask(op="count", query="zyzzyva") == {"status": 1, "answer": 0}
    assert pipe.ask(op="refresh", id=5) == {"id": 5, "status": 0, "answer": {"revision": 2}}
    assert pipe.ask(op="count", query="zyzzyva") == {"status": 0, "answer": 1}


archive, scratch = sys.argv[1:]
asked = Pipe(archive)
check_answers(asked)
check_refusals(asked, scratch)
check_refresh(asked, scratch)
asked.close()
