# SPDX-License-Identifier: GPL-2.0-or-later
"""`show --mark` puts in colour what a search says it matched, and changes nothing else.

Usage: searcher_mark.py ARCHIVE QUERY
"""

import re
import sys

from _lib import ndjson_of, searcher


def squeezed(text):
    return re.sub("  +", " ", text)


def matched_words(hit):
    for field in ("title", "text"):
        data = hit.get(field, "").encode()
        for match in hit["matches"]:
            if match["field"] == field:
                yield from data[match["start"] : match["end"]].decode().split()


archive, query = sys.argv[1:]
hits = ndjson_of(searcher(archive, query, "--format", "ndjson", "--limit", "12", "--fields", "id,title,text,matches"))
assert hits, query
for hit in hits:
    shown, plain = (
        searcher("show", archive, hit["id"], "--mark", query, "--color", when) for when in ("always", "never")
    )
    assert squeezed(re.sub("\x1b\\[[0-9;]*m", "", shown)) == squeezed(plain), hit["id"]
    wanted = list(matched_words(hit))
    assert re.findall("\x1b\\[1;33m(.*?)\x1b\\[0m", shown) == wanted, (hit["id"], wanted)
