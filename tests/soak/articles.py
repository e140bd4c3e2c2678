# SPDX-License-Identifier: GPL-2.0-or-later
"""Articles of made-up words without stems, and what a query for them finds, by brute force."""
import json

LETTERS = "bdfgklmnprtv"
# Two hundred words; the first are the most frequent.
VOCABULARY = [a + "o" + b + "u" + c for a in LETTERS for b in LETTERS for c in "kp"][:200]


def make_text(rng, words):
    return " ".join(VOCABULARY[min(int(rng.expovariate(0.03)), 199)] for _ in range(words))


def json_line(name, text):
    return json.dumps({"id": name, "title": "", "text": text, "language": "en"}) + "\n"


def make_query(rng):
    """A query, and a function that tells whether a text matches it."""
    one, two = (VOCABULARY[min(int(rng.expovariate(0.03)), 199)] for _ in range(2))
    shape = rng.randrange(4)
    if shape == 0:
        return f"={one}", lambda text: one in text.split()
    if shape == 1:
        return f"={one} AND ={two}", lambda text: {one, two} <= set(text.split())
    if shape == 2:
        return f"={one} NOT ={two}", lambda text: one in text.split() and two not in text.split()
    return f'"{one} {two}"', lambda text: f" {one} {two} " in f" {text} "
