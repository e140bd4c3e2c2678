# SPDX-License-Identifier: GPL-2.0-or-later
"""What several Python parts of the CLI tests need."""

import csv
import json
import os
import subprocess
import sys


def main(*commands):
    """Calls the function that the first argument names, with the arguments behind it."""
    {command.__name__: command for command in commands}[sys.argv[1]](*sys.argv[2:])


def lines_of(text):
    """Without their ends; each must have one."""
    lines = text.split("\n")
    assert lines.pop() == "", "the last line has no end"
    return lines


def ndjson_of(text):
    """The values of a text that has one a line."""
    return [json.loads(line) for line in lines_of(text)]


def read_text(path):
    return open(path, encoding="utf-8", newline="\n").read()


def read_lines(path):
    return lines_of(read_text(path))


def read_json(path):
    return json.loads(read_text(path))


def read_ndjson(path):
    return ndjson_of(read_text(path))


def write_ndjson(path, values):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(value) + "\n" for value in values)


def read_csv(path, delimiter=","):
    return list(csv.reader(open(path, encoding="utf-8", newline=""), delimiter=delimiter))


def searcher(*arguments, codes=(0,)):
    """What the searcher prints; it must end with one of the codes."""
    done = subprocess.run([os.environ["NEWS_SEARCHER"], *arguments], capture_output=True)
    assert done.returncode in codes, (arguments, done)
    return done.stdout.decode()
