# SPDX-License-Identifier: GPL-2.0-or-later
"""Coverage counted by brute force: indexer_coverage.py EXPORT COVERAGE.csv COVERAGE.json"""

import collections
import re
import sys

from _lib import read_csv, read_json, read_ndjson


def month_of(article):
    date = re.match(r"(\d{4})(-\d\d)?", article.get("date", ""))
    if not date:
        return "undated"
    return date[0] if date[2] else "year only"


exported, table, answer = sys.argv[1:]
expected = collections.Counter((a.get("source", ""), month_of(a)) for a in read_ndjson(exported))

head, *rows = read_csv(table)
assert head == ["source", "month", "articles"], head
got = {(source, month): int(count) for source, month, count in rows}
assert {key: n for key, n in got.items() if n} == dict(expected), set(got.items()) ^ set(expected.items())
assert got['Gap, "Daily"', "2016-02"] == 0 and got['Gap, "Daily"', "2016-03"] == 0

coverage = read_json(answer)
gap = next(s for s in coverage["sources"] if s["source"].startswith("Gap"))
assert gap == {"source": 'Gap, "Daily"', "articles": 4, "undated": 1, "year_only": 1,
               "months": {"2016-01": 1, "2016-04": 1}, "gaps": [["2016-02", "2016-03"]]}, gap
total = sum(expected.values())
assert sum(s["articles"] for s in coverage["sources"]) == total == sum(coverage["languages"].values())
