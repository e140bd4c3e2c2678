# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the inputs of the commands into a new directory: the same bytes every time.

Usage: inputs.py DIRECTORY
"""
import base64
import bz2
import gzip
import io
import json
import lzma
import pathlib
import random
import shutil
import sys
import tarfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = pathlib.Path(sys.argv[1])
HARD = 150  # inputs of each kind from the corpora of the fuzz targets


def write(name, content):
    path = OUT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def write_lines(name, articles):
    write(name, "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles))


def fuzz_corpus(name):
    return [base64.b64decode(line) for line in (ROOT / f"fuzz/corpus/{name}.txt").read_text().split()]


def some(inputs, count):
    """So many of them, evenly spread."""
    step = max(1, len(inputs) // count)
    return inputs[::step][:count]


def page(title):
    prose = "".join(f"<p>The council of {title} met on Tuesday, and after a long debate it decided to repair the bridge"
                    f" that the flood had damaged in spring, part {n}.</p>\n" for n in range(8))
    return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Paper</title>'
            '<meta property="article:published_time" content="2019-05-06T07:08:09Z">'
            '<meta name="author" content="Ann Lee"><meta property="og:site_name" content="The Paper">'
            f'<link rel="canonical" href="https://paper.example/{title}"></head>'
            f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>\n{prose}</article>"
            "<footer>All rights reserved</footer></body></html>\n")


def http(body, headers=b"", status=b"200 OK", media=b"text/html; charset=utf-8"):
    return b"HTTP/1.1 " + status + b"\r\nContent-Type: " + media + b"\r\n" + headers + b"\r\n" + body


def warc(kind, url, block, media="application/http; msgtype=response", length=None):
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2017-03-06T04:02:06Z\r\n"
            f"Content-Type: {media}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
            ).encode() + block + b"\r\n\r\n"


def crawl():
    plain = page("Aldham").encode()
    chunked = b"%x\r\n" % len(plain) + plain + b"\r\n0\r\n\r\n"
    records = [
        warc("warcinfo", "http://x.example/", b"software: x\r\n", "application/warc-fields"),
        warc("response", "http://x.example/aldham", http(plain)),
        warc("response", "http://x.example/birch",
             http(gzip.compress(page("Birch").encode(), mtime=0), b"Content-Encoding: gzip\r\n")),
        warc("response", "http://x.example/corwen", http(chunked.replace(b"Aldham", b"Corwen"),
                                                         b"Transfer-Encoding: chunked\r\n")),
        warc("response", "http://x.example/gone", http(b"gone", status=b"404 Not Found")),
        warc("response", "http://x.example/x.png", http(b"\x89PNG", media=b"image/png")),
        warc("response", "http://x.example/robots.txt", http(b"User-agent: *", media=b"text/plain")),
        warc("conversion", "http://x.example/wet", b"A text of its own\n\nwith a paragraph about the dam.",
             "text/plain"),
        warc("response", "http://x.example/broken", http(plain), length="many"),
        warc("resource", "http://x.example/dunmore", page("Dunmore").encode(), "text/html"),
    ]
    write("formats/crawl.warc", b"".join(records))
    write("formats/crawl.warc.gz", b"".join(gzip.compress(record, mtime=0) for record in records[:3]))
    body = http(page("Elstow").encode())
    write("formats/crawl.arc", b"filedesc://x.arc 0.0.0.0 20080430204825 text/plain 75\n1 0 Someone\nURL IP-address "
          b"Archive-date Content-type Archive-length\n\n\nhttp://x.example/elstow 1.2.3.4 20080430204826 text/html %d\n"
          % len(body) + body + b"\n")


def packed():
    first = b'{"id":"p1","title":"deep","text":"a text in a file in a tar in a tar"}\n'
    second = b'{"id":"p2","title":"deeper","text":"another text, the second of its file"}\n'
    lines = first + second

    def tar(members):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            for name, content in members:
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
        return out.getvalue()

    note = b"A note\n\nThat is a text of its own.\n"
    inner = tar([("f.jsonl.gz", gzip.compress(lines, mtime=0)), ("note.txt", note)])
    write("packed/outer.tar.gz", gzip.compress(tar([("inner.tar", inner)]), mtime=0))
    write("packed/a.jsonl.bz2", bz2.compress(lines.replace(b'"p', b'"b')))
    write("packed/a.jsonl.xz", lzma.compress(lines.replace(b'"p', b'"x')))
    write("packed/cut.jsonl.gz", gzip.compress(lines.replace(b'"p', b'"c') * 50, mtime=0)[:-30])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("one.txt", "two.txt"):
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), f"Story {name}\n\nThe text of {name}.\n")
    write("packed/texts.zip", out.getvalue())


def made_stories():
    """Copies, cut copies and late ones, from several sources, with dates of several kinds."""
    draw = random.Random(5)
    words = [f"w{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(300)] + ["flood", "storm", "drought"] * 5
    articles = []

    def add(name, text, date, source):
        articles.append({"id": name, "title": f"Of {name}", "text": " ".join(text), "date": date, "source": source,
                         "author": f"Writer {len(articles) % 7}", "section": ["world", "local"][len(articles) % 2],
                         "language": "en", "url": f"https://s.example/{name}"})

    for i in range(30):
        text = draw.choices(words, k=160)
        add(f"s{i}-a", text, f"2020-05-{10 + i % 9}T10:00:00Z", "AP")
        add(f"s{i}-copy", text[:80] + ["tempest"] + text[80:], f"2020-05-{10 + i % 9}T14:10:00+02:00", "Reuters")
        if i % 2:
            add(f"s{i}-cut", text[:100], f"2020-05-{11 + i % 9}", "Evening Light")
        if i % 3:
            add(f"s{i}-late", text, "2020-07-10", "Weekly")
        if i % 5 == 0:
            add(f"s{i}-undated", text + draw.choices(words, k=20), "", "Weekly")
        add(f"s{i}-alone", draw.choices(words, k=120), "2020-06", "AP")
    draw.shuffle(articles)
    write_lines("stories.jsonl", articles)


def made_years():
    """Three years with a hole, dates of every precision and none."""
    draw = random.Random(7)
    articles = []
    for n in range(600):
        day = draw.randrange(1100)
        year, month, date = 2014 + day // 366, 1 + day % 366 // 31, 1 + day % 28
        if (year, month) in ((2015, 3), (2015, 4)):
            continue
        when = f"{year}-{month:02}-{date:02}"[: draw.choice([0, 4, 7, 10, 10, 10, 10])]
        words = [word for word in ("flood", "drought", "fire") if draw.random() < 0.3]
        articles.append({"id": str(n), "title": f"story {n}", "text": " ".join(["some", "words", *words]), "date": when,
                         "source": draw.choice(["bbc", "cnn"]), "language": draw.choice(["en", "de"])})
    write_lines("years.jsonl", articles)


def hard():
    """What the fuzz targets have found worth keeping."""
    formats = [path.stem.removeprefix("input_") for path in sorted((ROOT / "fuzz/corpus").glob("input_*.txt"))]
    for name in formats:
        for n, content in enumerate(some(fuzz_corpus(f"input_{name}"), HARD)):
            write(f"hard/{name}/{n:03}", content)
    for name, target in (("native", "query"), ("foreign", "foreign")):
        queries = (content.decode("utf-8", "replace") for content in fuzz_corpus(target))
        write_lines(f"hard-{name}.jsonl", ({"id": f"q{n}", "query": query} for n, query in enumerate(queries)))


shutil.copytree(HERE / "inputs", OUT)
shutil.copytree(ROOT / "data/sample", OUT / "sample")
shutil.copytree(ROOT / "data/compat", OUT / "compat")
crawl()
packed()
made_stories()
made_years()
hard()
write("formats/page.html", page("Farley"))
write("formats/latin1.html", page("Café Zénith").replace('charset="utf-8"', 'charset="iso-8859-1"').encode("latin-1"))
write("formats/latin1.txt", "Le café de Zénith\n\nIl a rouvert à Noël, après une année.\n".encode("latin-1"))
write("formats/utf16.txt", "Ein Titel\n\nEin Text in UTF-16, über die Straße.\n".encode("utf-16"))
write("formats/bom.jsonl", b'\xef\xbb\xbf{"id":"bom","title":"caf\\u00e9"}\r\n\r\n {"id":"bom2",  "title":"two"}\r\n')
write("strange/empty.jsonl", b"")
write("strange/zeros", bytes(5000))
write("strange/picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
write("strange/LICENSE", "You may copy and distribute verbatim copies of this licence document.\n" * 5)
write("strange/invalid.jsonl", b'{"id":"u","title":"\xff\xfe broken"}\n'
                               b'{"id":"n","title":"a\\u0000b"}\n'
                               b'{"id":"s","title":"\\ud800"}\n')
write("strange/na\033me.jsonl", '{"id":"e\\u001b[31mvil","title":"\\u001b]0;x\\u0007 title","text":"evil word"}\n')
write("strange/deep.json", '{"a":' * 3000 + "1" + "}" * 3000)
