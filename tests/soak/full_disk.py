# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes 60 batches of 150 articles to DIRECTORY/N.jsonl; a third of each replaces articles of the one before."""

import random
import sys

from articles import json_line, make_text

rng = random.Random(1)
for batch in range(60):
    with open(f"{sys.argv[1]}/{batch}.jsonl", "w", encoding="utf-8") as out:
        for n in range(150):
            text = f"n{batch}x{n} " + make_text(rng, rng.randrange(100, 400))
            out.write(json_line(f"a{batch * 100 + n}", text))
