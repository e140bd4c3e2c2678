// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library/newsarchive.h"
#include "searcher/engine/results.hpp"

namespace news {

/// A host's request, members that it does not know of as news_request_init() has them. Throws
/// QueryError for the query, Error(ErrorCode::usage) for all else that makes no sense, null
/// pointers too.
news_request complete_request(const news_request* request);
SearchRequest read_request(const news_request& request);

/// Of the query language; throws QueryError, Error(ErrorCode::usage) for a null pointer.
Node read_library_query(const char* query, bool plain_words);

}  // namespace news
