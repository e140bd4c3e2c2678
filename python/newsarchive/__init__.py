# SPDX-License-Identifier: GPL-2.0-or-later
"""Search in news archives.

    from newsarchive import Archive

    with Archive("my.archive") as archive:
        result = archive.search("flood", limit=3, facets=["source"])
        print(result.total, [hit["title"] for hit in result])
        print(archive.read(result.hits[0]["id"])["text"])

All of it goes through the C library by ctypes: requests and answers are those of `searcher pipe`
(docs/output/pipe.md), so that each command and option of the searcher is here under its own name. An
Archive may be used by several threads at once; ctypes lets other threads run meanwhile.
"""

import ctypes
import ctypes.util
import json
import os

__all__ = ["Archive", "Error", "Result", "version"]

_SONAME = "libnewsarchive.so.0"


def _load():
    """The library: where NEWSARCHIVE_LIBRARY says, else where the system finds it."""
    library = ctypes.CDLL(os.environ.get("NEWSARCHIVE_LIBRARY") or _SONAME)
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    for name, result, arguments in (
        ("news_version", text, []),
        ("news_error", ctypes.c_int, []),
        ("news_error_message", text, []),
        ("news_error_hint", text, []),
        ("news_open_all", pointer, [ctypes.POINTER(text), ctypes.c_size_t]),
        ("news_close", None, [pointer]),
        ("news_ask", pointer, [pointer, text]),
        ("news_text_get", text, [pointer]),
        ("news_text_free", None, [pointer]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


_library = _load()


def version():
    """The version of the library."""
    return _library.news_version().decode()


class Error(Exception):
    """What went wrong. `code`: 2 for a query or an argument that makes no sense, 3 for an archive
    that is missing or damaged. `column` and `length`: where in the query, in characters from 1."""

    def __init__(self, code, message, hint="", column=0, length=0):
        super().__init__(message + ("\n" + hint if hint else ""))
        self.code, self.message, self.hint = code, message, hint
        self.column, self.length = column, length


class Result:
    """The answer to a search, one page of hits. `answer`: all that `searcher --format json` says."""

    def __init__(self, answer):
        self.answer = answer
        self.total = answer["total"]
        self.stories = answer["stories"]
        self.query = answer["query"]
        self.hits = answer["hits"]
        self.facets = {
            name: {count["value"]: count["count"] for count in counts} for name, counts in answer["facets"].items()
        }

    def __iter__(self):
        return iter(self.hits)

    def __len__(self):
        return len(self.hits)


class Archive:
    """One archive, or several as one, as they were when opened."""

    def __init__(self, *paths):
        names = (ctypes.c_char_p * len(paths))(*(os.fsencode(path) for path in paths))
        self._handle = _library.news_open_all(names, len(paths))
        if not self._handle:
            raise _last_error()

    def close(self):
        """Closes the archive; what was read of it stays. Twice is no harm."""
        handle, self._handle = self._handle, None
        _library.news_close(handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __del__(self):
        if getattr(self, "_handle", None):
            self.close()

    def ask(self, op, **members):
        """The answer to any request of `searcher pipe`: None when there is nothing to say."""
        request = json.dumps({"op": op, **members}).encode()
        text = _library.news_ask(self._handle, request)
        if not text:
            raise _last_error()
        try:
            reply = json.loads(_library.news_text_get(text))
        finally:
            _library.news_text_free(text)
        if "error" in reply:
            raise Error(reply["status"], **reply["error"])
        return reply.get("answer")

    def search(self, query, **options):
        """Ranked hits: limit, offset, all, sort, group, facets, facet_limit, fields, any, syntax."""
        return Result(self.ask("search", query=query, **{"facets": "none", **options}))

    def hits(self, query, page=1000, **options):
        """All hits, one by one, a page at a time."""
        offset = 0
        while True:
            result = self.search(query, limit=page, offset=offset, **options)
            yield from result
            offset += len(result)
            if not len(result) or offset >= result.total:
                return

    def count(self, query, **options):
        """How many articles match, exactly."""
        return self.ask("count", query=query, **options)

    def read(self, article, **options):
        """The article of that id, a dict; None if there is none. full=True: with what was left out."""
        return self.ask("show", article=article, **options)

    def story(self, article, **options):
        """All copies of the article of that id, earliest first; None if there is no such article."""
        return self.ask("story", article=article, **options)

    def facets(self, query, facets, **options):
        """Counts by source, section, lang, author, year, month or day: name → value → articles."""
        answer = self.ask("facets", query=query, facets=facets, **options)
        return {name: {c["value"]: c["count"] for c in counts} for name, counts in answer["facets"].items()}

    def timeline(self, query, **options):
        """Hits over time beside all articles: by, vs, smooth."""
        return self.ask("timeline", query=query, **options)

    def kwic(self, query, **options):
        """A concordance: sort, limit, context."""
        return self.ask("kwic", query=query, **options)["lines"]

    def terms(self, query, **options):
        """The words typical of what a query finds."""
        return self.ask("terms", query=query, **options)["terms"]

    def similar(self, article, **options):
        """The articles most like one."""
        answer = self.ask("similar", article=article, **options)
        return Result(answer) if answer else None

    def refresh(self):
        """Takes the revision that is in force now."""
        self.ask("refresh")


def _last_error():
    return Error(
        _library.news_error(), _library.news_error_message().decode(), _library.news_error_hint().decode()
    )
