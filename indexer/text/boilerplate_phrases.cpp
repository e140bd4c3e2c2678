// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/boilerplate_phrases.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/text/boilerplate_lists.hpp"

namespace news {
namespace {

using namespace boilerplate_lists;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

template <typename Visit>
void for_each_phrase(Phrases phrases, Visit visit) {
  phrases.remove_prefix(1);
  while (!phrases.empty()) {
    const auto end = phrases.find('\n');
    visit(phrases.substr(0, end));
    phrases.remove_prefix(end + 1);
  }
}

/// Phrases that a paragraph may be or begin with.
class PhraseSet {
 public:
  explicit PhraseSet(Phrases phrases) {
    for_each_phrase(phrases, [&](std::string_view phrase) {
      phrases_.insert(phrase);
      longest_ = std::max(longest_, phrase.size());
    });
  }
  bool contains(std::string_view text) const { return phrases_.contains(text); }
  /// Whether `text` begins with one of them, and another word or a sign after it.
  bool begins(std::string_view text) const {
    for (std::size_t at = 1; at < text.size() && at <= longest_; ++at)
      if (!is_letter(text[at]) && contains(text.substr(0, at))) return true;
    return false;
  }

 private:
  std::unordered_set<std::string_view> phrases_;
  std::size_t longest_ = 0;
};

/// Phrases that a paragraph may hold, by their first words.
class PhraseFinder {
 public:
  explicit PhraseFinder(Phrases phrases) {
    for_each_phrase(phrases, [&](std::string_view phrase) {
      phrases_[phrase.substr(0, phrase.find(' '))].push_back(phrase);
    });
  }
  bool finds_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_letter(text[at]) || (at > 0 && is_letter(text[at - 1]))) continue;
      const auto rest = text.substr(at);
      const auto found = phrases_.find(rest.substr(0, rest.find(' ')));
      if (found == phrases_.end()) continue;
      for (const auto phrase : found->second)
        if (rest.starts_with(phrase)) return true;
    }
    return false;
  }

 private:
  std::unordered_map<std::string_view, std::vector<std::string_view>> phrases_;
};

}  // namespace

PhraseKind whole_phrase(std::string_view paragraph) {
  static const PhraseSet forms(kComments), comments(kCommentsWord), links(kLinks), lines(kLines);
  if (forms.contains(paragraph)) return PhraseKind::comment_form;
  if (comments.contains(paragraph)) return PhraseKind::comments;
  if (links.contains(paragraph)) return PhraseKind::links;
  return lines.contains(paragraph) ? PhraseKind::line : PhraseKind::none;
}

bool begins_reference(std::string_view paragraph) {
  static const PhraseSet references(kReferences);
  return references.begins(paragraph);
}

bool begins_credit(std::string_view paragraph) {
  static const PhraseSet credits(kCredits);
  return credits.begins(paragraph);
}

bool begins_label(std::string_view paragraph) {
  static const PhraseSet labels(kLabels);
  const auto colon = paragraph.find(':');
  if (colon == paragraph.npos) return false;
  const auto label = paragraph.substr(0, colon);
  return labels.contains(label.substr(0, label.find_last_not_of(' ') + 1)) ||
         begins_reference(paragraph.substr(0, colon + 1));
}

bool holds_notice(std::string_view paragraph) {
  static const PhraseFinder notices(kNotices);
  return notices.finds_in(paragraph);
}

bool is_prompt(std::string_view paragraph) {
  static const PhraseSet verbs(kPromptVerbs);
  static const PhraseFinder nouns(kPromptNouns);
  return verbs.begins(paragraph) && nouns.finds_in(paragraph);
}

std::size_t share_words(std::string_view paragraph) {
  static const PhraseSet networks(kNetworks);
  std::size_t words = 0;
  for (std::size_t at = 0; at < paragraph.size();) {
    const auto end = std::min(paragraph.find_first_of(" ,|/", at), paragraph.size());
    if (end > at && !networks.contains(paragraph.substr(at, end - at))) return 0;
    words += end > at;
    at = end + 1;
  }
  return words;
}

}  // namespace news
