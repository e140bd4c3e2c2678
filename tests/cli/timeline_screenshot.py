# SPDX-License-Identifier: GPL-2.0-or-later
"""Three years of articles, and whether a picture of their timeline has all its colours.

timeline_screenshot.py make          prints the articles as JSON lines
timeline_screenshot.py check FILE    a PNG of 8 bits, RGB with or without alpha, not interlaced
"""

import collections
import json
import struct
import zlib

from _lib import main

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BYTES_OF = {2: 3, 6: 4}  # by type of colour: of a pixel


def make():
    for n in range(600):
        words = [word for word, every in (("flood", 3), ("drought", 7), ("rain", 1)) if n % every == 0 and n % 11]
        month = n % 36 + (n % 36 > 20) * 5
        date = f"{2014 + month // 12}-{month % 12 + 1:02}-03"
        print(json.dumps({"id": str(n), "title": "t", "text": " ".join(words) + " news", "date": date}))


def chunks(data):
    assert data.startswith(SIGNATURE)
    at = len(SIGNATURE)
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, data[at + 8 : at + 8 + size]
        at += size + 12


def closest(left, up, corner):
    """The filter of Paeth."""
    guess = left + up - corner
    return min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]


def unfiltered(kind, row, before, step):
    if kind == 0:
        return row
    for i, up in enumerate(before):
        left, corner = (row[i - step], before[i - step]) if i >= step else (0, 0)
        near = closest(left, up, corner) if kind == 4 else {1: left, 2: up, 3: (left + up) // 2}[kind]
        row[i] = (row[i] + near) & 255
    return row


def count_colours(path):
    packed = b""
    for kind, content in chunks(open(path, "rb").read()):
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", content)
        elif kind == b"IDAT":
            packed += content
    assert depth == 8 and not interlaced
    step = BYTES_OF[colour]
    line = width * step
    raw, row, colours = zlib.decompress(packed), bytearray(line), collections.Counter()
    for at in range(0, height * (line + 1), line + 1):
        row = unfiltered(raw[at], bytearray(raw[at + 1 : at + 1 + line]), row, step)
        colours.update(zip(row[0::step], row[1::step], row[2::step]))
    return colours


def check(path):
    colours = count_colours(path)

    def pixels(name):
        wanted = bytes.fromhex(name)
        return sum(n for c, n in colours.items() if all(abs(a - b) <= 12 for a, b in zip(c, wanted)))

    found = {name: pixels(name) for name in ("ffffff", "444444", "0072b2", "d55e00", "bbbbbb")}
    assert found["ffffff"] < 0.98 * colours.total(), "blank"
    assert found["444444"] > 1500 and found["bbbbbb"] > 500, found  # axes and hatches
    assert found["0072b2"] > 500 and found["d55e00"] > 300, found  # both queries


main(make, check)
