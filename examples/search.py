#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches, pages, counts by source and reads an article: search.py ARCHIVE QUERY"""

import sys

import newsarchive


def main(path, query):
    with newsarchive.Archive(path) as archive:
        for source, articles in archive.search(query, facets="source").facets["source"].items():
            print(f"{source}: {articles}")
        for hit in archive.hits(query, page=5):
            text = archive.read(hit["id"]).get("text", "")
            print(hit.get("date", ""), hit.get("title", ""), f"{len(text.encode())} bytes", sep=" | ")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: search.py ARCHIVE QUERY")
    try:
        main(*sys.argv[1:])
    except newsarchive.Error as error:
        print(error, file=sys.stderr)
        sys.exit(error.code)
