// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/engine/query/ast.hpp"

namespace news {

/// True if the query asks for fields of articles only (source:, date: …, also in OR and NOT), and
/// for no words.
bool asks_fields_only(const Node& query);

/// What is left of a query without its words: those of its parts joined by AND that ask for fields
/// only; `*` if there are none. Every article that the query matches matches this too. Linear,
/// thread-safe.
Node filters_of(const Node& query);

}  // namespace news
