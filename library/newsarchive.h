/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Search in news archives from C, and from every language that can call C.
 *
 * Handles. An archive, a result, an article or a text that a function returns is yours until you
 * close or free it. Handles are names, not addresses: one that is NULL, closed or of another kind
 * is refused with NEWS_USAGE, never followed. Strings that a getter returns are UTF-8, end with a
 * NUL, and live as long as the handle that they are of.
 *
 * Threads. Every function may be called from any thread at any time, with the same handles too.
 * Results and articles never change. An archive answers as many queries at once as the machine has
 * cores; further ones wait their turn. A handle must not be closed by one thread while another
 * still reads strings of it.
 *
 * Errors. Functions that return a handle return NULL when they fail, others a negative number or
 * what is said with them; news_error() tells why, of the last call that failed in this thread.
 * Nothing is printed, no signal is touched, no C++ exception comes out.
 */
#ifndef NEWSARCHIVE_H
#define NEWSARCHIVE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define NEWS_API __attribute__((visibility("default")))
#else
#define NEWS_API
#endif

/* One or several archives that are searched as one, at the revisions that they had when opened. */
typedef struct news_archive news_archive;
/* The answer to a search: totals, a page of hits, facets. */
typedef struct news_result news_result;
/* One article. */
typedef struct news_article news_article;
/* A string. */
typedef struct news_text news_text;

/* The exit codes of the command line. */
enum {
  NEWS_OK = 0,
  NEWS_NONE = 1,   /* there is no such article */
  NEWS_USAGE = 2,  /* an argument or a query that makes no sense */
  NEWS_DAMAGED = 3 /* an archive that is missing or damaged; no memory; anything unexpected */
};

/* "0.1.0": of the library that is loaded. */
NEWS_API const char* news_version(void);

/* What went wrong last in this thread. The strings live until the next call that fails in it. */
NEWS_API int news_error(void);                 /* NEWS_OK if nothing has */
NEWS_API const char* news_error_message(void); /* "" then */
NEWS_API const char* news_error_hint(void);    /* what to do about it; may be "" */
/* Where in the query the trouble is, in code points from 1, and how many; 0 if it is elsewhere. */
NEWS_API size_t news_error_column(void);
NEWS_API size_t news_error_length(void);

/* Opens an archive. Costs a few milliseconds, whatever its size. */
NEWS_API news_archive* news_open(const char* path);
/* Opens `count` of them, 1 to 1000, as one. */
NEWS_API news_archive* news_open_all(const char* const* paths, size_t count);
/* Takes the revision that is in force now. Calls that are under way end on the old one. Returns 1
 * if it is another one, 0 if nothing has changed, -1 on failure: then the old one stays. */
NEWS_API int news_refresh(news_archive* archive);
NEWS_API void news_close(news_archive* archive); /* NULL is no error, here and below */

enum news_sort { NEWS_BY_RELEVANCE = 0, NEWS_NEWEST_FIRST = 1, NEWS_OLDEST_FIRST = 2 };

/* What to search. Fill it by news_request_init(), then change what you want otherwise. */
typedef struct news_request {
  size_t size;          /* of this struct as you know it: later versions add members at the end */
  const char* query;    /* in the query language, UTF-8; "*" finds all articles */
  int plain_words;      /* 1: no query language; any of the words may match */
  int sort;             /* enum news_sort */
  uint64_t offset;      /* hits to skip */
  uint64_t limit;       /* hits to return, 10 by default; each takes some hundred bytes */
  const char* facets;   /* "source,year": what to count; NULL: nothing. Also section, lang, author,
                           month, day */
  uint32_t facet_limit; /* values a facet, 10 by default; 0: all */
  uint32_t max_expansions; /* words that a wildcard may stand for, 5000 by default */
  int snippets;            /* 1 by default; 0: none, and titles neither: several times as fast */
  int group;               /* 1: a hit a story (articles that are copies of one another), its first
                              one; offset and limit count stories then. 0 by default */
} news_request;

NEWS_API void news_request_init(news_request* request, const char* query);

/* Ranked hits. NULL on failure; a search that finds nothing is a result with a total of 0. */
NEWS_API news_result* news_search(news_archive* archive, const news_request* request);
/* How many articles match, exactly; -1 on failure. */
NEWS_API int64_t news_count(news_archive* archive, const char* query);
NEWS_API void news_result_free(news_result* result);

NEWS_API uint64_t news_result_total(const news_result* result);   /* articles that match, exactly */
NEWS_API uint64_t news_result_stories(const news_result* result); /* of these articles, exactly */
NEWS_API const char* news_result_query(const news_result* result); /* in canonical form */
NEWS_API size_t news_result_size(const news_result* result);       /* hits of this page */

enum news_field {
  NEWS_ID = 0,
  NEWS_TITLE = 1,
  NEWS_TEXT = 2,
  NEWS_SOURCE = 3,
  NEWS_DATE = 4, /* ISO 8601 at its own precision; "" for an undated article */
  NEWS_URL = 5,
  NEWS_AUTHOR = 6, /* several are joined by "; " */
  NEWS_SECTION = 7,
  NEWS_LANGUAGE = 8,
  NEWS_SNIPPET = 9, /* of hits alone; hits have no NEWS_TEXT */
  NEWS_ARCHIVE = 10 /* the path of the archive that holds it */
};

/* "" where there is none; NULL for an unknown hit or field. Hits count from 0. */
NEWS_API const char* news_hit_field(const news_result* result, size_t hit, int field);
NEWS_API double news_hit_score(const news_result* result, size_t hit); /* BM25; 0 on failure */
/* Where the snippet matches: `match` from 0, bytes of NEWS_SNIPPET, end exclusive. 1 if there is
 * such a match, else 0. */
NEWS_API int news_hit_match(const news_result* result, size_t hit, size_t match, size_t* begin,
                            size_t* end);

/* Facets and their values count from 0. NULL or 0 where there is none. */
NEWS_API size_t news_facet_count(const news_result* result);
NEWS_API const char* news_facet_name(const news_result* result, size_t facet);
NEWS_API size_t news_facet_size(const news_result* result, size_t facet);
NEWS_API const char* news_facet_value(const news_result* result, size_t facet, size_t value);
NEWS_API uint64_t news_facet_articles(const news_result* result, size_t facet, size_t value);
NEWS_API uint64_t news_facet_stories(const news_result* result, size_t facet, size_t value);

/* The article of that id; NULL, and NEWS_NONE, if there is none. */
NEWS_API news_article* news_read(news_archive* archive, const char* id);
NEWS_API const char* news_article_field(const news_article* article, int field);
NEWS_API void news_article_free(news_article* article);

/* What `searcher pipe` answers to a line: requests and answers are JSON, and errors are answers.
 * For all that has no function here: timeline, kwic, terms, similar, story, versions. NULL only
 * when a handle is wrong or memory ends. */
NEWS_API news_text* news_ask(news_archive* archive, const char* request);
NEWS_API const char* news_text_get(const news_text* text);
NEWS_API void news_text_free(news_text* text);

#ifdef __cplusplus
}
#endif
#endif
