#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks the searcher and the brute-force oracle the same queries; totals, ids and facets must be equal.
The ten best, for which most articles are never scored, must be the first ten of all.

usage: compare_with_oracle.py ARCHIVE CORPUS.jsonl QUERIES.tsv [LIMIT]
QUERIES.tsv: id, query, the oracle's s-expression, tab-separated. The programs are named by
NEWS_SEARCHER and NEWS_ORACLE. Exit 1 and the differing queries when anything differs.
"""
import json
import os
import subprocess
import sys
import time

FACETS = ["source", "section", "lang", "author", "year", "month", "day"]


def ask_searcher(archive, query):
    start = time.monotonic()
    run = subprocess.run(
        [os.environ["NEWS_SEARCHER"], "search", archive, "--format", "json", "--all", "--fields", "id",
         "--facets", ",".join(FACETS), "--facet-limit", "0", "--max-expansions", "1000000", "--", query],
        capture_output=True)
    took = time.monotonic() - start
    if run.returncode not in (0, 1):
        return {"error": run.stderr.decode()}, took
    answer = json.loads(run.stdout)
    ids = [h["id"] for h in answer["hits"]]
    if len(ids) > 10 and first_ten(archive, query) != ids[:10]:
        return {"error": "the first ten alone are not the first ten of all"}, took
    return {"total": answer["total"], "ids": sorted(ids),
            "facets": {name: {c["value"]: c["count"] for c in counts}
                       for name, counts in answer["facets"].items()}}, took


def first_ten(archive, query):
    run = subprocess.run(
        [os.environ["NEWS_SEARCHER"], "search", archive, "--format", "ndjson", "--fields", "id",
         "--max-expansions", "1000000", "--", query], capture_output=True, check=True)
    return [h["id"] for h in map(json.loads, run.stdout.decode().splitlines()) if "id" in h]


def main():
    archive, corpus, queries = sys.argv[1:4]
    limit = ["--limit", sys.argv[4]] if len(sys.argv) > 4 else []
    lines = [line.rstrip("\n").split("\t") for line in open(queries, encoding="utf-8")]
    oracle = subprocess.run(
        [os.environ["NEWS_ORACLE"], corpus, "--ids", "--facets", *limit],
        input="".join(f"{i}\t{sexpr}\n" for i, _, sexpr in lines).encode(), capture_output=True)
    if oracle.returncode != 0:
        sys.exit("the oracle failed: " + oracle.stderr.decode())
    expected = {a["id"]: a for a in map(json.loads, oracle.stdout.decode().splitlines())}
    bad = 0
    matched = 0
    slowest = (0, "")
    for ident, query, sexpr in lines:
        want = expected[ident]
        got, took = ask_searcher(archive, query)
        slowest = max(slowest, (took, query))
        want_facets = {name: {v: c for v, c in want["facets"][name].items() if c} for name in FACETS}
        matched += want["total"] > 0
        if "error" not in got and (got["total"], got["ids"]) == (want["total"], want["ids"]) \
                and got["facets"] == want_facets:
            continue
        bad += 1
        if bad > 20:
            continue
        print(f"DIFFERS {ident}: {query}\n  {sexpr}")
        if "error" in got:
            print("  searcher:", got["error"])
            continue
        print(f"  total: searcher {got['total']}, oracle {want['total']}")
        print("  only searcher:", sorted(set(got["ids"]) - set(want["ids"]))[:5],
              "only oracle:", sorted(set(want["ids"]) - set(got["ids"]))[:5])
        for name in FACETS:
            if got["facets"].get(name) != want_facets[name]:
                both = set(got["facets"].get(name, {}).items()) ^ set(want_facets[name].items())
                print(f"  facet {name}:", sorted(both)[:6])
    print(f"{len(lines)} queries, {matched} with hits, {bad} differ; slowest {slowest[0] * 1000:.0f} ms: "
          f"{slowest[1]}")
    sys.exit(1 if bad or matched == 0 else 0)


main()
