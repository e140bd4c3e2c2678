# SPDX-License-Identifier: GPL-2.0-or-later
"""Stories in the files of an archive.

stories.py make DIRECTORY             writes all.jsonl, and the same in 20 parts
stories.py members ARCHIVE EXPORT     prints a line a story: the ids of its articles in the order of the file
"""

import pathlib
import random
import struct

from _lib import main, read_json, read_ndjson, write_ndjson


def article(name, text, day):
    return {"id": name, "title": f"Of {name}", "text": " ".join(text), "date": day, "language": "en"}


def make(directory):
    random.seed(5)
    words = [f"w{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(400)]
    articles = []
    for i in range(40):
        text = random.choices(words, k=200)
        articles.append(article(f"s{i}-a", text, "2020-05-10"))
        articles.append(article(f"s{i}-cut", text[:100], "2020-05-11"))
        articles.append(article(f"s{i}-late", text, "2020-06-10"))
        articles.append(article(f"s{i}-other", random.choices(words, k=150), "2020-05-10"))
    # Two that only a third one joins.
    left, right = random.choices(words, k=100), random.choices(words, k=100)
    articles.append(article("left", left, "2020-01-01"))
    articles.append(article("right", right, "2020-01-02"))
    articles.append(article("both", left + right, "2020-01-03"))
    random.shuffle(articles)
    write_ndjson(f"{directory}/all.jsonl", articles)
    for part in range(20):
        write_ndjson(f"{directory}/part{part:02}.jsonl", articles[part::20])


def read_columns(path):
    data = path.read_bytes()
    columns = {}
    for i in range(struct.unpack_from("<I", data, 12)[0]):
        name, at, size = struct.unpack_from("<16sQQ", data, 16 + 32 * i)
        columns[name.rstrip(b"\0").decode()] = struct.unpack_from(f"<{size // 4}I", data, at)
    return columns


def members(archive, exported):
    archive = pathlib.Path(archive)
    manifest = read_json(archive / (archive / "CURRENT").read_text().split()[0])
    columns = read_columns(archive / manifest["stories"])
    # Export knows live articles only: an ordinal is its place among them while nothing is dead.
    ids = [exported_article["id"] for exported_article in read_ndjson(exported)]
    begin = [0]
    for segment in manifest["segments"]:
        assert segment["deleted"] == 0
        begin.append(begin[-1] + segment["articles"])
    names = [ids[begin[s] + n] for s, n in zip(columns["segment"], columns["ordinal"], strict=True)]
    at = columns["at"]
    print("\n".join(sorted(" ".join(names[a:b]) for a, b in zip(at, at[1:]))))


main(make, members)
