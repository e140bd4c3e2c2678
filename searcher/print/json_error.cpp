// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/json_error.hpp"

#include "common/cli/exit.hpp"
#include "searcher/engine/query/query_error.hpp"

namespace news {

void write_error(JsonWriter& json, const Error& error) {
  json.begin_object().text("message", error.what()).text_if("hint", advice(error));
  if (const auto* in_query = dynamic_cast<const QueryError*>(&error))
    json.number("column", in_query->column()).number("length", in_query->length());
  json.end_object();
}

}  // namespace news
