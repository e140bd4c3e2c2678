# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the blocks of a document word for word: documents.py DOCUMENT...

    sh       must end with 0
    console  commands behind "$ " must print what stands below them, stderr after stdout; figures of time may differ
    python   must end with 0
    c, cpp   are built by pkg-config, and must end with 0

In the current directory, with the programs on PATH. NEWS_BLOCKS chooses among the kinds: "sh console".
"""

import os
import re
import subprocess
import sys


def blocks(path):
    kind, lines = None, []
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        if line.startswith("```"):
            if kind is None:
                kind, lines, start = line[3:].strip(), [], number
            else:
                yield kind, "".join(lines), f"{path}:{start}"
                kind = None
        elif kind is not None:
            lines.append(line)


def run(words, where, **more):
    done = subprocess.run(words, capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"{where}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def timeless(text):
    return re.sub(r"in [0-9.]+ s \([0-9]+ articles/s\)", "in TIME", text)


def run_console(text, where):
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, _, wanted = part.partition("\n")
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
        if timeless(done.stdout + done.stderr) != timeless(wanted):
            sys.exit(f"{where}: {command}\nwanted:\n{wanted}\ngot:\n{done.stdout}{done.stderr}")


def compile_and_run(kind, text, where):
    source = "block." + kind
    open(source, "w", encoding="utf-8").write(text)
    flags = run(["pkg-config", "--cflags", "--libs", "newsarchive"], where).split()
    run([{"c": "cc", "cpp": "c++"}[kind], "-Wall", "-Werror", "-o", "block", source, *flags], where)
    print(run(["./block"], where), end="")


count = 0
chosen = os.environ.get("NEWS_BLOCKS", "sh console python c cpp").split()
for document in sys.argv[1:]:
    for kind, text, where in blocks(document):
        if kind not in chosen:
            continue
        count += 1
        if kind == "sh":
            run(["bash", "-euo", "pipefail", "-c", text], where)
        elif kind == "python":
            run([sys.executable, "-c", text], where)
        elif kind == "console":
            run_console(text, where)
        else:
            compile_and_run(kind, text, where)
print(count, "blocks ran")
assert count > 0
