# SPDX-License-Identifier: GPL-2.0-or-later
"""What `show --diff` says of two texts of an article, as JSON: searcher_versions.py DIFF BOTH

BOTH has the older and the newer text, as `show --format json` prints them.
"""

import sys

from _lib import read_json, read_ndjson

diff = read_json(sys.argv[1])
old, new = read_ndjson(sys.argv[2])
assert diff["schema"] == 1 and diff["id"] == "n"
for left_out, article in (("added", old), ("removed", new)):
    text = "".join(edit["text"] for edit in diff["text"] if edit["op"] != left_out)
    assert text == article["text"], diff
for name in ("title", "date"):
    change = None if old[name] == new[name] else {"from": old[name], "to": new[name]}
    assert diff["fields"].get(name) == change, diff
