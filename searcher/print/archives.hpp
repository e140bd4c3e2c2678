// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/archive/archives.hpp"
#include "common/io/json_writer.hpp"

namespace news {

/// "revision" of one archive, "revisions" of several.
inline void json_revisions(JsonObject& out, const Revisions& revisions) {
  if (revisions.size() == 1)
    out.number("revision", revisions.front());
  else
    out.raw("revisions", fmt::format("[{}]", fmt::join(revisions, ",")));
}

}  // namespace news
