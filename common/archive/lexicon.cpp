// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/lexicon.hpp"

namespace news {

namespace fs = std::filesystem;

Lexicon::Lexicon(const fs::path& path, std::uint64_t bytes,
                 const std::vector<std::string>& languages)
    : file_(path, bytes) {
  const auto counts = file_.array<std::uint32_t>("counts", 2);
  pair_words_ = counts[1];
  words_ = StringTable(file_, "words", counts[0]);
  rank_of_ = file_.array<WordId>("rank", counts[0]);
  index_of_ = file_.array<std::uint32_t>("index", counts[0]);
  usual_at_ = file_.array<std::uint32_t>("usual.at", std::size_t{counts[0]} + 1);
  usual_ = file_.section("usual");
  for (const auto& language : languages) {
    if (language.empty()) continue;
    Stems s;
    const std::string name = "stem-" + language;
    s.starts = file_.array<std::uint32_t>(name + ".of");
    if (s.starts.empty()) file_.damaged(name, "is empty");
    s.stems = StringTable(file_, name, static_cast<std::uint32_t>(s.starts.size() - 1));
    s.members = file_.array<WordId>(name + ".in");
    stems_.emplace_back(language, s);
  }
}

std::optional<WordId> Lexicon::find(std::string_view folded) const {
  const auto index = words_.find(folded);
  if (!index) return std::nullopt;
  return rank_of_[*index];
}

std::uint32_t Lexicon::place(WordId id) const {
  if (id >= size() || index_of_[id] >= size()) file_.damaged("index", "has a word out of range");
  return index_of_[id];
}

std::string Lexicon::word(WordId id) const {
  return words_.at(place(id));
}

std::vector<WordId> Lexicon::stem_class(std::string_view language, std::string_view stem) const {
  for (const auto& [name, s] : stems_) {
    if (name != language) continue;
    const auto index = s.stems.find(stem);
    if (!index) break;
    const std::uint32_t begin = s.starts[*index], end = s.starts[*index + 1];
    if (begin > end || end > s.members.size()) file_.damaged("stems", "has a class out of range");
    return {s.members.begin() + begin, s.members.begin() + end};
  }
  if (const auto id = find(stem)) return {*id};
  return {};
}

}  // namespace news
