// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "searcher/engine/search/searcher.hpp"

namespace news {

/// Answers a request, a JSON object, by a JSON object on one line, without line end;
/// docs/output/pipe.md describes both. What is wrong with the request, the query or the archive is
/// said in the answer. Throws std::bad_alloc alone. One thread a searcher.
std::string ask(Searcher& searcher, std::string_view request);

/// The answer to a request that gets no further than being read: `message` and `hint` as in
/// ask()'s.
std::string refusal(std::string_view message, std::string_view hint);

/// True if the request is {"op": "refresh"}, with or without an id: whoever holds the searcher
/// obeys it. `id`: that of the request, JSON; "" if it has none.
bool is_refresh(std::string_view request, std::string& id);

/// The answer to that: what `refresh` returns, the revisions that are searched from now on, or why
/// it failed.
std::string answer_refresh(const std::string& id, const std::function<Revisions()>& refresh);

}  // namespace news
