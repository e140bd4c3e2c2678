// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/article.hpp"
#include "indexer/revise/archive_editor.hpp"

namespace news {

/// What is to be deleted.
struct DeleteRequest {
  std::string query;             ///< of the searcher's language; empty: none
  std::vector<std::string> ids;  ///< articles by id
  bool dry_run = false;          ///< only tell
};

struct DeleteReport {
  std::uint64_t articles = 0;          ///< deleted, or to be
  std::vector<std::string> not_found;  ///< of the ids
};

/// Deletes live articles with all their earlier versions, in one commit: the next revision does
/// not have them. Their bytes stay until the archive is compacted. `tell` hears of each, in the
/// archive's order. Throws QueryError, Error(ErrorCode::usage).
DeleteReport delete_articles(ArchiveEditor& editor, const DeleteRequest& request,
                             const std::function<void(const Article&)>& tell);

}  // namespace news
