# SPDX-License-Identifier: GPL-2.0-or-later
"""Input made to exhaust, which a shell does not make in a line, and what it does to `indexer add`.

input_bombs.py measure DIRECTORY NAME   adds standard input to DIRECTORY/NAME.archive; prints exit code, records,
                                        rejections, and "small" or the peak of memory
input_bombs.py packed_page              prints a bomb
input_bombs.py zip_bomb FILE            writes one
"""

import gzip
import os
import resource
import subprocess
import sys
import zipfile

from _lib import main, read_json


def measure(directory, name):
    report = f"{directory}/{name}.json"
    code = subprocess.run(
        [os.environ["NEWS_INDEXER"], "add", "-q", f"{directory}/{name}.archive", "-", "--memory", "128",
         "--report", report],
        stderr=subprocess.DEVNULL).returncode
    total = read_json(report)["total"]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(code, total["read"], total["rejected"], "small" if peak < 250 else f"{peak} MiB")


def packed_page():
    body = gzip.compress(b"<p>" + bytes(1 << 30), 1)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
            "WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http\r\n"
            f"Content-Length: {len(http)}\r\n\r\n")
    sys.stdout.buffer.write(head.encode() + http + b"\r\n\r\n")


def zip_bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("zeros.txt", "w", force_zip64=True) as zeros:
            for _ in range(128):
                zeros.write(bytes(1 << 24))
        archive.writestr("behind.txt", "A title\n\nThat can still be read.\n")


main(measure, packed_page, zip_bomb)
