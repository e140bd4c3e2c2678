// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/print_hits.hpp"

#include "common/text/display.hpp"
#include "searcher/engine/stories/story_index.hpp"

namespace news {
namespace {

Searcher::Found read(Searcher& searcher, const Node& query, const Hit& hit, Needs::Depth depth) {
  if (depth == Needs::Depth::matches) return searcher.read(query, hit);
  if (depth == Needs::Depth::article) return {searcher.article(hit), {}};
  return {searcher.archives().segments()[hit.segment]->fields(hit.doc_id), {}};
}

std::string id_of_story(const Searcher& searcher, const Hit& hit) {
  const auto story = searcher.stories().find(hit.segment, hit.doc_id);
  const StoryMember first =
      story ? searcher.stories().members(*story).front() : StoryMember{hit.segment, hit.doc_id};
  return searcher.archives().segments()[first.segment]->fields(first.doc_id).id;
}

// Of the n-th hit, as much as is needed: all else stays empty, and costs nothing.
HitStory read_story(const Searcher& searcher, const SearchResult& result, std::size_t n,
                    const Needs& needs) {
  HitStory out;
  if (needs.story) out.id = id_of_story(searcher, result.hits[n]);
  if (result.copies.empty() || needs.copies == 0) return out;
  out.copies = result.copies[n].size();
  for (const auto& copy : result.copies[n]) {
    if (out.described.size() == needs.copies) break;
    out.described.push_back(searcher.archives().segments()[copy.segment]->fields(copy.doc_id));
  }
  return out;
}

}  // namespace

std::optional<Hit> find_article(const std::string& id, const Context& context) {
  const auto hit = context.searcher.find(id);
  if (!hit) context.notes << "searcher: no article has the id '" << sanitize(id) << "'\n";
  return hit;
}

void print_hits(Searcher& searcher, const Node& query, const SearchResult& result, Printer& printer,
                std::ostream& out, const PrintOptions& options, const HitListener& listener) {
  const Needs needs = printer.needs();
  printer.begin(query, result);
  for (std::size_t n = 0; n < result.hits.size(); ++n) {
    const Hit& hit = result.hits[n];
    const auto [article, matches] = read(searcher, query, hit, needs.depth);
    const std::string archive = searcher.archives().of(hit.segment).path.string();
    const bool changed = listener.changed && listener.changed(hit);
    printer.hit({result.offset + n + 1, hit, article, matches, changed, archive,
                 read_story(searcher, result, n, needs)});
    if (options.line_buffered) out.flush();
    if (!out) return;
    if (listener.seen) listener.seen(article);
  }
  printer.end(result);
}

}  // namespace news
