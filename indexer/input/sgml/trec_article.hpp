// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/input/fields.hpp"
#include "indexer/input/reader.hpp"

namespace news {

/// The article in one <DOC> of a TREC collection, whichever it is; valid UTF-8.
Parsed read_trec_article(std::string_view markup, const FieldMap& fields, Provenance from,
                         const InputOptions& options);

}  // namespace news
