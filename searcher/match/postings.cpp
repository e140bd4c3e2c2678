// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/postings.hpp"

namespace news {

const PostingList& PostingCache::get(const std::string& term) {
  const auto [it, fresh] = lists_.try_emplace(term);
  PostingList& list = it->second;
  if (!fresh) return list;
  with_xapian(segment_.info().name, [&] {
    const auto& database = segment_.postings();
    const auto count = database.get_termfreq(term);
    list.articles.reserve(std::min<std::size_t>(count, segment_.articles()));
    list.frequencies.reserve(list.articles.capacity());
    const auto end = database.postlist_end(term);
    for (auto at = database.postlist_begin(term); at != end; ++at) {
      const Ordinal n = *at - 1;
      if (n >= segment_.articles())
        throw Error(Exit::damaged,
                    "segment " + segment_.info().name + ": a posting list names article " +
                        std::to_string(n) + ", which does not exist",
                    "Run 'indexer verify' on the archive.");
      list.articles.push_back(n);
      list.frequencies.push_back(at.get_wdf());
    }
  });
  list.set.addMany(list.articles.size(), list.articles.data());
  list.set &= segment_.live();
  return list;
}

}  // namespace news
