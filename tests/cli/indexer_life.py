# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints 3000 articles that cannot be packed, as JSON lines."""

import json
import random

random.seed(1)
for n in range(3000):
    words = (f"{random.getrandbits(40):x}" for _ in range(80))
    print(json.dumps({"id": f"r{n}", "title": f"r{n}", "text": " ".join(words)}))
