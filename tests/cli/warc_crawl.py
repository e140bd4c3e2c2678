# SPDX-License-Identifier: GPL-2.0-or-later
"""A site to be crawled.

warc_crawl.py make SITE           500 pages of prose, no two alike, and a page of links
warc_crawl.py serve SITE FILE     by HTTP; its port is in FILE
"""

import functools
import http.server
import os
import random

from _lib import main

NOUNS = "council bridge river harbour minister school farmer railway court museum festival factory".split()
VERBS = "repaired opened closed praised criticised visited bought sold painted measured".split()
PLACES = "Aldham Birch Corwen Dunmore Elstow Farley Grafton Hadley".split()


def sentence(draw):
    return (f"The {draw.choice(NOUNS)} of {draw.choice(PLACES)} {draw.choice(VERBS)} the old {draw.choice(NOUNS)} "
            f"on the {draw.randint(1, 28)}th, and {draw.randint(2, 900)} people from {draw.choice(PLACES)} "
            f"came to see the {draw.choice(NOUNS)} that had been {draw.choice(VERBS)} there.")


def write(path, text):
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def make(site):
    draw = random.Random(7)
    os.makedirs(f"{site}/news")
    for n in range(500):
        body = "".join(f"<p>{' '.join(sentence(draw) for _ in range(4))}</p>\n" for _ in range(6))
        title = f"{draw.choice(PLACES)} and its {draw.choice(NOUNS)}, part {n}"
        write(f"{site}/news/{n}.html",
              f"<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>{title}</title></head>\n"
              f"<body><article><h1>{title}</h1>\n{body}</article></body></html>\n")
    links = "".join(f"<li><a href=news/{n}.html>Part {n}</a>\n" for n in range(500))
    write(f"{site}/index.html",
          f"<!DOCTYPE html>\n<html><head><title>All parts</title></head><body><ul>\n{links}</ul></body></html>\n")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


def serve(site, port_file):
    handler = functools.partial(QuietHandler, directory=site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    write(f"{port_file}.new", str(server.server_port))
    os.rename(f"{port_file}.new", port_file)
    server.serve_forever()


main(make, serve)
