# SPDX-License-Identifier: GPL-2.0-or-later
# searcher pipe: each answer is what the command prints, in order and at once; nothing that is asked ends it.
. "$(dirname "$0")/_lib.sh"
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"
python3 - "$NEWS_SEARCHER" "$NEWS_INDEXER" "$archive" "$work" <<'PY'
import json, subprocess, sys
searcher, indexer, archive, work = sys.argv[1:]
pipe = subprocess.Popen([searcher, "pipe", archive], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

def send(line):  # and wait: an answer comes before the next request
    pipe.stdin.write(line + b"\n")
    pipe.stdin.flush()
    return json.loads(pipe.stdout.readline())

def ask(**members):
    return send(json.dumps(members).encode())

def command(name, *arguments):
    done = subprocess.run([searcher, name, archive, *arguments], capture_output=True)
    return done.returncode, (json.loads(done.stdout) if done.stdout else None)

article = "el-2018-012"
for query in ("bridge", "the OR de", "nowhereatall", '"prime minister" date:2014..'):
    for op, members, arguments in (
        ("search", {"limit": 3, "facets": ["source", "month"]}, ["--limit", "3", "--facets", "source,month"]),
        ("search", {"all": True, "fields": "id,score", "sort": "newest"}, ["--all", "--fields", "id,score", "--sort", "newest"]),
        ("search", {"any": True, "facets": "none", "offset": 2}, ["--any", "--facets", "none", "--offset", "2"]),
        ("count", {"max_expansions": 9}, ["--max-expansions", "9"]),
        ("facets", {"facets": "lang,author", "facet_limit": 0}, ["--facets", "lang,author", "--facet-limit", "0"]),
        ("timeline", {"by": "year", "vs": ["river", "flood"], "smooth": 3}, ["--by", "year", "--vs", "river", "--vs", "flood", "--smooth", "3"]),
        ("kwic", {"sort": "left", "limit": 4, "context": 20}, ["--sort", "left", "--limit", "4", "--context", "20"]),
        ("terms", {"limit": 5}, ["--limit", "5"]),
    ):
        status, answer = command(op, *([] if op == "count" else ["--format", "json"]), *arguments, query)
        got = ask(id=[op, query], op=op, query=query, **members)
        assert got == {"id": [op, query], "status": status, "answer": answer}, (op, query, got, answer)
for op, members, arguments in (
    ("show", {}, []), ("show", {"full": True}, ["--full"]), ("show", {"versions": True}, ["--versions"]),
    ("show", {"version": 1}, ["--version", "1"]), ("similar", {"limit": 2}, ["--limit", "2"]),
):
    status, answer = command(op, article, "--format", "json", *arguments)
    got = ask(op=op, article=article, **members)
    assert got == {"status": status, "answer": answer}, (op, members, got)
assert ask(op="show", article="none") == {"status": 1}
assert ask(op="similar", article="none", id=None) == {"id": None, "status": 1}
assert ask(op="show", article=article, diff=True)["error"]["message"].startswith("the archive has no earlier")

def refused(line, text, **more):
    got = send(line if isinstance(line, bytes) else json.dumps(line).encode())
    assert got["status"] == 2 and text in got["error"]["message"], got
    for name, value in more.items():
        assert got["error"][name] == value, got
refused({"query": "x AND (y"}, "never closed", column=7, length=1, hint="Add ')' where the group ends.")
refused(b"nonsense", "no JSON object")
refused(b"[1]", "no JSON object")
refused(b'{"query": "x"} {}', "no JSON object")
refused(b"\xff\xfe", "no JSON object")
refused(b"[" * 5000, "no JSON object")
refused({"op": "save", "query": "x"}, "no op 'save'")
refused({"op": "batch", "query": "x"}, "no op 'batch'")
refused({"op": 1, "query": "x"}, "'op' is no string")
refused({"limit": 1}, "no query")
refused({"query": "x", "article": "y"}, "one of query and article")
for name in ("receipt", "svg", "html", "archive", "template", "format", "raw", "pager", "queries", "colour"):
    refused({"query": "x", name: work + "/file"}, f"no member '{name}'")
refused({"query": "x", "limit": -1}, "neither a string nor a whole number")
refused({"query": "x", "limit": "many"}, "no whole number")
refused({"query": "x", "facets": ["week"]}, "none of source")
refused({"op": "count", "query": "x", "sort": "newest"}, "takes no --sort")
refused(b'{"query":"' + b"x" * (1 << 20) + b'"}', "longer than 1 MiB")
assert send(b'{"id":"q","query":"' + b"x" * 1000 + b'","limit":0}')["status"] == 1

# The archive as it was, until a refresh.
open(f"{work}/new.jsonl", "w").write('{"id":"new","title":"A zyzzyva","text":"on the bridge"}\n')
subprocess.run([indexer, "add", "-q", archive, f"{work}/new.jsonl"], check=True)
assert ask(op="count", query="zyzzyva") == {"status": 1, "answer": 0}
assert ask(op="refresh", id=5) == {"id": 5, "status": 0, "answer": {"revision": 2}}
assert ask(op="count", query="zyzzyva") == {"status": 0, "answer": 1}
pipe.stdin.write(b"\n  \r\n")
pipe.stdin.close()
assert pipe.stdout.read() == b"" and pipe.wait() == 0
PY
expect_exit 3 "$NEWS_SEARCHER" pipe "$work/nothing" </dev/null
expect_exit 2 "$NEWS_SEARCHER" pipe "$archive" flood </dev/null
echo '{"op":"count","query":"*"}' | expect_exit 0 "$NEWS_SEARCHER" pipe -a "$archive"
expect_equal "$(cat "$work/out")" '{"status":0,"answer":81}'
echo '{"op":"count","query":"*"}' >"$work/one"
yes "$(cat "$work/one")" | "$NEWS_SEARCHER" pipe "$archive" | head -n 3 >"$work/out"
expect_equal "$(wc -l <"$work/out")" 3
