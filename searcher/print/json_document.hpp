// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/archive/archives.hpp"
#include "common/io/json_writer.hpp"

namespace news {

/// "revision" of one archive, "revisions" of several.
inline void write_revisions(JsonWriter& json, const Revisions& revisions) {
  if (revisions.size() == 1) {
    json.number("revision", revisions.front());
    return;
  }
  json.begin_array("revisions");
  for (const auto revision : revisions) json.number(revision);
  json.end_array();
}

/// The end of a JSON document, which of a program's output is a line.
inline std::string finished(JsonWriter& json, bool line_end) {
  if (line_end) json.end_line();
  return json.take();
}

}  // namespace news
