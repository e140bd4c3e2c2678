# SPDX-License-Identifier: GPL-2.0-or-later
"""Splits an export into odd.jsonl and even.jsonl: several_archives.py EXPORT STORIES

STORIES has the ids of articles and of their stories. Copies stay together: stories join no archives.
"""

import json
import sys

from _lib import read_lines, read_ndjson

exported, stories = sys.argv[1:]
story_of = {hit["id"]: hit["story"] for hit in read_ndjson(stories)}
part_of = {}
with open("odd.jsonl", "w", encoding="utf-8") as odd, open("even.jsonl", "w", encoding="utf-8") as even:
    for n, line in enumerate(read_lines(exported)):
        story = story_of[json.loads(line)["id"]]
        part = part_of.setdefault(story, (odd, even)[n % 2])
        part.write(line + "\n")
