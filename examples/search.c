/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Searches, pages, counts by source and reads an article: cc search.c $(pkg-config --cflags --libs
 * newsarchive) */
#include <newsarchive.h>
#include <stdio.h>
#include <string.h>

static int fail(void) {
  fprintf(stderr, "%s\n%s\n", news_error_message(), news_error_hint());
  return news_error();
}

int main(int argc, char** argv) {
  if (argc != 3) return fprintf(stderr, "usage: search ARCHIVE QUERY\n"), 2;
  news_archive* archive = news_open(argv[1]);
  if (!archive) return fail();
  news_request request;
  news_request_init(&request, argv[2]);
  request.limit = 5;
  request.facets = "source";
  for (;; request.offset += request.limit, request.facets = NULL) {
    news_result* result = news_search(archive, &request);
    if (!result) return news_close(archive), fail();
    for (size_t f = 0; f < news_facet_count(result); ++f)
      for (size_t v = 0; v < news_facet_size(result, f); ++v)
        printf("%s: %llu\n", news_facet_value(result, f, v),
               (unsigned long long)news_facet_articles(result, f, v));
    for (size_t n = 0; n < news_result_size(result); ++n) {
      news_article* article = news_read(archive, news_hit_field(result, n, NEWS_ID));
      printf("%s | %s | %zu bytes\n", news_article_field(article, NEWS_DATE),
             news_article_field(article, NEWS_TITLE),
             strlen(news_article_field(article, NEWS_TEXT)));
      news_article_free(article);
    }
    const int last = request.offset + news_result_size(result) >= news_result_total(result);
    news_result_free(result);
    if (last) break;
  }
  news_close(archive);
  return 0;
}
