# SPDX-License-Identifier: GPL-2.0-or-later
"""Formats of search for other programs.

searcher_formats.py same_table CSV TSV    both hold the same cells
searcher_formats.py run_file FILE IDS     a run file lists the ids in that order, whatever sorts it by score
searcher_formats.py memory ARCHIVE        20000 hits are printed in little memory
"""

import os
import re
import struct
import subprocess

from _lib import main, read_csv, read_lines

PLAIN = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}


def unescaped(cell):
    return re.sub(r"\\[nt\\]", lambda found: PLAIN[found[0]], cell)


def same_table(with_commas, with_tabs):
    table = [[unescaped(cell) for cell in line.split("\t")] for line in read_lines(with_tabs)]
    assert table == read_csv(with_commas)
    assert len(table) > 10 and any("\n" in cell for row in table for cell in row)


def run_file(path, ids):
    rows = [line.split() for line in read_lines(path)]
    assert [row[2] for row in rows] == read_lines(ids)
    assert all(row[0] == "q7" and row[1] == "Q0" and row[5] == "newsarchive" for row in rows)
    assert [row[3] for row in rows] == [str(n + 1) for n in range(len(rows))]
    # As 32-bit numbers, which some tools read.
    scores = [struct.unpack("f", struct.pack("f", float(row[4])))[0] for row in rows]
    assert all(a > b for a, b in zip(scores, scores[1:])), scores


def own_memory(process):
    """In kB. The shares of files that are mapped do not count."""
    status = open(f"/proc/{process.pid}/status").read()
    return int(status.split("RssAnon:")[1].split()[0])


def memory(archive):
    program = os.environ["NEWS_SEARCHER"]
    code = open(program, "rb").read()
    if b"__asan_init" in code or b"__tsan_init" in code:
        return  # the sanitizer's memory would be measured
    for query in "*", "bridge":
        command = [program, archive, query, "--all", "--format", "ndjson"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        most = lines = 0
        for lines, _ in enumerate(process.stdout, 1):
            if lines % 1000 == 0 and lines < 20000:
                most = max(most, own_memory(process))
        assert process.wait() == 0 and lines == 20000
        assert 0 < most < 40_000, f"{most} kB of memory for '{query}'"


main(same_table, run_file, memory)
