// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/match/postings.hpp"

namespace news {

PostingList::PostingList(const Segment& segment, const std::string& term)
    : segment_(&segment), view_(segment.lists().find(term)) {
  if (!view_) read_rare(term);
}

void PostingList::read_rare(const std::string& term) {
  with_xapian(segment_->info().name, [&] {
    const auto& database = segment_->postings();
    const auto end = database.postlist_end(term);
    for (auto at = database.postlist_begin(term); at != end; ++at) {
      const DocId n = *at - 1;
      if (n >= segment_->articles())
        throw_damaged(
            "segment " + segment_->info().name,
            "a posting list names article " + std::to_string(n) + ", which does not exist");
      rare_.emplace_back(n, at.get_wdf());
    }
  });
}

const ArticleSet& PostingList::live() const {
  if (live_) return *live_;
  live_ = segment_->none();
  if (view_) view_->add_to(*live_);
  for (const auto& [n, frequency] : rare_) live_->add(n);
  return *live_ &= segment_->live();
}

std::uint64_t PostingList::document_frequency() const {
  if (segment_->info().deleted > 0) return live().size();
  return view_ ? view_->size() : rare_.size();
}

}  // namespace news
