// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/hit_story.hpp"

#include <algorithm>
#include <limits>

#include "searcher/engine/stories/story_index.hpp"

namespace news {
namespace {

bool names_field(const SearcherOptions& options, std::string_view field) {
  const auto& form = options.output.form;
  return std::find(options.fields.begin(), options.fields.end(), field) != options.fields.end() ||
         std::any_of(form.begin(), form.end(),
                     [&](const TemplatePart& part) { return part.is_field && part.text == field; });
}

// Formats show it of themselves, unless fields are chosen.
bool shows(const SearcherOptions& options, std::string_view field) {
  const auto& format = options.format;
  const bool fixed = format == "ids" || format == "trec" || format == "template";
  return names_field(options, field) || (options.group && options.fields.empty() && !fixed);
}

std::string id_of_story(const Searcher& searcher, const Hit& hit) {
  const auto story = searcher.stories().find(hit.segment, hit.ordinal);
  const StoryMember first =
      story ? searcher.stories().members(*story).front() : StoryMember{hit.segment, hit.ordinal};
  return searcher.archives().segments()[first.segment]->fields(first.ordinal).id;
}

}  // namespace

HitStory read_hit_story(const Searcher& searcher, const SearchResult& result, std::size_t n,
                        const SearcherOptions& options) {
  HitStory out;
  const bool text = options.format == "text" && options.fields.empty();
  if (!text && shows(options, "story")) out.id = id_of_story(searcher, result.hits[n]);
  if (result.copies.empty() || !shows(options, "copies")) return out;
  out.copies = result.copies[n].size();
  for (const auto& copy : result.copies[n]) {
    if (text && out.described.size() == kMostDescribed) break;
    out.described.push_back(searcher.archives().segments()[copy.segment]->fields(copy.ordinal));
  }
  return out;
}

bool read_group(const SearcherOptions& options, const CommandLine& line) {
  if (line.flag("group") && line.flag("no-group"))
    throw Error(Exit::usage, "--group and --no-group at once", line.see_help());
  const bool group = line.flag("group") || (options.format == "text" && !line.flag("no-group"));
  if (!group && names_field(options, "copies"))
    throw Error(Exit::usage, "the field 'copies' is of hits that stand for a story",
                "Group them: --group");
  return group;
}

}  // namespace news
