#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints the groups that an archive's stories file has (docs/FORMAT.md), one a line, as a JSON array of ids.

usage: groups.py ARCHIVE     of which nothing was replaced or deleted; NEWS_INDEXER names the indexer.
"""
import json
import os
import struct
import subprocess
import sys


def sections(path):
    with open(path, "rb") as file:
        data = file.read()
    count, = struct.unpack_from("<I", data, 12)
    for number in range(count):
        name, offset, size = struct.unpack_from("<16sQQ", data, 16 + 32 * number)
        yield name.rstrip(b"\0").decode(), struct.unpack_from(f"<{size // 4}I", data, offset)


def main():
    archive = sys.argv[1]
    with open(os.path.join(archive, "CURRENT"), encoding="ascii") as current:
        name = current.read().split()[0]
    with open(os.path.join(archive, name), encoding="utf-8") as manifest:
        manifest = json.load(manifest)
    export = subprocess.run([os.environ["NEWS_INDEXER"], "export", archive], stdout=subprocess.PIPE, check=True)
    # Articles are exported in the order of segments and ordinals.
    ids = iter([json.loads(line)["id"] for line in export.stdout.splitlines()])
    segments = [[next(ids) for _ in range(segment["articles"])] for segment in manifest["segments"]]
    assert next(ids, None) is None and not manifest["tombstones"]

    stories = dict(sections(os.path.join(archive, manifest["stories"])))
    for begin, end in zip(stories["at"], stories["at"][1:]):
        print(json.dumps([segments[stories["segment"][at]][stories["ordinal"][at]] for at in range(begin, end)],
                         ensure_ascii=False))


if __name__ == "__main__":
    main()
