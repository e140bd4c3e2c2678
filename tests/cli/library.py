# SPDX-License-Identifier: GPL-2.0-or-later
"""What the Python module promises beyond its example: library.py ARCHIVE"""

import gc
import sys
import threading

from newsarchive import Archive, Error, version


def error_of(call):
    try:
        call()
    except Error as error:
        return error
    raise AssertionError("no error")


def check_answers(archive):
    found = archive.search("bridge")
    assert archive.count("bridge") == found.total == len(list(archive.hits("bridge", page=3))) == 11
    assert archive.read("no-such-id") is None and archive.similar("no-such-id") is None
    assert archive.facets("bridge", ["source"])["source"] == archive.search("bridge", facets="source").facets["source"]
    assert archive.read("el-2018-012", full=True)["id"] == "el-2018-012"
    assert len(archive.kwic("bridge", limit=3)) == 3
    assert archive.terms("bridge", limit=2)[0]["word"] == "bridge"
    assert archive.timeline("bridge", by="year")["by"] == "year"


def check_errors(archive, path):
    for call, code in (
        (lambda: archive.search("x AND (y"), 2),
        (lambda: archive.ask("nothing"), 2),
        (lambda: archive.search("x", receipt="f"), 2),
        (lambda: Archive("nowhere"), 3),
        (lambda: Archive(), 2),
        (lambda: Archive(path, path), 2),
    ):
        error = error_of(call)
        assert error.code == code, error
    error = error_of(lambda: archive.search("x AND (y"))
    assert (error.column, error.length) == (7, 1) and error.hint


def check_threads(archive):
    def ask():
        return archive.search("the OR de", limit=50).answer

    def work():
        answers.extend(ask() for _ in range(20))

    answers = []
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wanted = ask()
    assert len(answers) == 80 and all(answer == wanted for answer in answers)


def check_close(archive):
    archive.close()
    archive.close()
    assert "closed" in error_of(lambda: archive.count("x")).message


assert version() == "0.1.0", version()
opened = Archive(sys.argv[1])
check_answers(opened)
check_errors(opened, sys.argv[1])
check_threads(opened)
check_close(opened)
del opened
gc.collect()
