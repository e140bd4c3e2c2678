# SPDX-License-Identifier: GPL-2.0-or-later
"""The facets of a search and those of `facets`, in each format.

Usage: searcher_facets.py SEARCH FACETS.json FACETS.csv FACETS.tsv
"""

import sys

from _lib import read_csv, read_json

MEMBERS = ["schema", "query", "revision", "total", "stories", "exact", "facets", "multi_valued"]

search, facets = map(read_json, sys.argv[1:3])
assert {"multi_valued": None, **facets} == {name: search.get(name) for name in MEMBERS}, facets

rows = [
    [name, c["value"], str(c["count"]), str(c["stories"])]
    for name, counts in search["facets"].items()
    for c in counts
]
for path, delimiter in zip(sys.argv[3:], (",", "\t"), strict=True):
    table = read_csv(path, delimiter)
    assert table == [["facet", "value", "count", "stories"], *rows], table
