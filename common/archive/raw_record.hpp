// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/article.hpp"

namespace news {

/// The raw record that an article was made of, bit for bit, from its input file, a container's
/// member if need be. Throws Error(ErrorCode::not_found) when the file is not there any more, is
/// shorter, or has something else in that place (by the record's SHA-256), or when nobody
/// knows where the record was. Reads the file up to the record.
std::string read_raw_record(const Provenance& from);

}  // namespace news
