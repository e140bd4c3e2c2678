// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/io/json_writer.hpp"
#include "searcher/print/hit_story.hpp"

namespace news {

/// `+ 4 copies: AP 2 h earlier, Reuters 1 d later, …`: when the copies of a hit appeared, seen from
/// it; of three sources the earliest one, as far as there is room. "" if it has none. Safe to
/// print. Thread-safe.
std::string copies_text(const Article& hit, const HitStory& story, int columns);

/// An array of {"id", "source", "date"}.
void write_copies(JsonWriter& json, const HitStory& story);

}  // namespace news
