// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/article_json.hpp"

#include "common/io/json_writer.hpp"

namespace news {

std::string article_json(const Article& a) {
  JsonObject out;
  out.text("id", a.id).text("title", a.title).text("text", a.text);
  out.text_if("url", a.url).text_if("source", a.source).text_if("section", a.section);
  out.text_if("date", a.date_given);
  if (a.authors.size() == 1) out.text("author", a.authors[0]);
  if (a.authors.size() > 1) out.raw("author", json_strings(a.authors));
  if (!a.language_detected) out.text_if("language", a.language);
  std::string json = out.str();
  if (a.extra.size() > 2) {  // fields that we did not recognise go back where they stood
    json.back() = ',';
    json.append(a.extra, 1);
  }
  return json;
}

}  // namespace news
