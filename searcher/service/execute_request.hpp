// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "searcher/engine/search/searcher.hpp"

namespace news {

/// Executes a request, a JSON object, and returns a response, a JSON object on one line, without
/// line end; docs/output/pipe.md describes both. What is wrong with the request, the query or the
/// archive is said in the response. Throws std::bad_alloc alone. One thread a searcher.
std::string execute_request(Searcher& searcher, std::string_view json);

/// The response to a request that gets no further than being read: `message` and `hint` as in
/// those of execute_request().
std::string error_response(std::string_view message, std::string_view hint);

/// True if the request is {"op": "refresh"}, with or without an id: whoever holds the searcher
/// executes it. `id`: that of the request, JSON; "" if it has none.
bool is_refresh(std::string_view json, std::string& id);

/// The response to that: what `refresh` returns, the revisions that are searched from now on, or
/// why it failed.
std::string refresh_response(const std::string& id, const std::function<Revisions()>& refresh);

}  // namespace news
