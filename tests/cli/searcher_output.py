# SPDX-License-Identifier: GPL-2.0-or-later
"""The first two hits of bridge title:bridge in the sample, as JSON: searcher_output.py FILE"""

import sys

from _lib import read_json

answer = read_json(sys.argv[1])
assert answer["schema"] == 1 and answer["exact"] is True and answer["total"] == 9, answer["total"]
assert answer["revision"] == 1
assert answer["query"] == "bridge AND title:bridge" and len(answer["hits"]) == 2
for hit in answer["hits"]:
    snippet = hit["snippet"].encode()
    assert hit["snippet_matches"], hit
    for begin, end in hit["snippet_matches"]:
        assert snippet[begin:end].lower().startswith(b"bridge"), snippet[begin:end]
assert sum(c["count"] for c in answer["facets"]["source"]) == 9
