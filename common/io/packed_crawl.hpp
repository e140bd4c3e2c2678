// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "common/io/stream.hpp"

namespace news {

/// Whether a file that begins so (4 KiB are enough) is a web archive that is packed as they are: a
/// gzip member a record, or zstd with a dictionary of its own. libarchive gives up the first at a
/// member that is damaged, and does not read the second.
bool is_packed_crawl(const std::string& head);

/// What is in such a file. `packed` must outlive the result; `head` are its first bytes, which have
/// been read already.
std::unique_ptr<ByteStream> open_packed_crawl(ByteStream& packed, std::string head);

}  // namespace news
