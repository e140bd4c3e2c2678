// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.hpp"
#include "indexer/extract/page_facts.hpp"

namespace news {
namespace {

struct MetaName {
  std::string_view name;
  Fact fact;
  Told where;
};

// OpenGraph and its article vocabulary first, then what content systems and Dublin Core write.
constexpr std::array kNames = {
    MetaName{"og:title", Fact::title, Told::meta},
    MetaName{"twitter:title", Fact::title, Told::other_meta},
    MetaName{"dc.title", Fact::title, Told::other_meta},
    MetaName{"sailthru.title", Fact::title, Told::other_meta},
    MetaName{"parsely-title", Fact::title, Told::other_meta},
    MetaName{"og:site_name", Fact::site, Told::meta},
    MetaName{"application-name", Fact::site, Told::other_meta},
    MetaName{"dc.publisher", Fact::site, Told::other_meta},
    MetaName{"article:published_time", Fact::published, Told::meta},
    MetaName{"og:article:published_time", Fact::published, Told::meta},
    MetaName{"og:published_time", Fact::published, Told::other_meta},
    MetaName{"article:published", Fact::published, Told::other_meta},
    MetaName{"datepublished", Fact::published, Told::other_meta},
    MetaName{"date", Fact::published, Told::other_meta},
    MetaName{"dc.date", Fact::published, Told::other_meta},
    MetaName{"dc.date.issued", Fact::published, Told::other_meta},
    MetaName{"dc.date.created", Fact::published, Told::other_meta},
    MetaName{"dcterms.date", Fact::published, Told::other_meta},
    MetaName{"dcterms.created", Fact::published, Told::other_meta},
    MetaName{"dcterms.issued", Fact::published, Told::other_meta},
    MetaName{"pubdate", Fact::published, Told::other_meta},
    MetaName{"publishdate", Fact::published, Told::other_meta},
    MetaName{"publish-date", Fact::published, Told::other_meta},
    MetaName{"publish_date", Fact::published, Told::other_meta},
    MetaName{"publication_date", Fact::published, Told::other_meta},
    MetaName{"publicationdate", Fact::published, Told::other_meta},
    MetaName{"parsely-pub-date", Fact::published, Told::other_meta},
    MetaName{"sailthru.date", Fact::published, Told::other_meta},
    MetaName{"cxenseparse:recs:publishtime", Fact::published, Told::other_meta},
    MetaName{"article.published", Fact::published, Told::other_meta},
    MetaName{"citation_date", Fact::published, Told::other_meta},
    MetaName{"citation_publication_date", Fact::published, Told::other_meta},
    MetaName{"pub_date", Fact::published, Told::other_meta},
    MetaName{"originalpublicationdate", Fact::published, Told::other_meta},
    MetaName{"article_date_original", Fact::published, Told::other_meta},
    MetaName{"created", Fact::published, Told::other_meta},
    MetaName{"article:section", Fact::section, Told::meta},
    MetaName{"parsely-section", Fact::section, Told::other_meta},
    MetaName{"section", Fact::section, Told::other_meta},
    MetaName{"category", Fact::section, Told::other_meta},
    MetaName{"og:locale", Fact::language, Told::other_meta},
    MetaName{"language", Fact::language, Told::other_meta},
    MetaName{"dc.language", Fact::language, Told::other_meta},
    MetaName{"content-language", Fact::language, Told::other_meta},
    MetaName{"og:url", Fact::url, Told::meta},
    MetaName{"og:description", Fact::description, Told::meta},
    MetaName{"description", Fact::description, Told::other_meta},
    MetaName{"og:type", Fact::kind, Told::meta},
};

constexpr std::array<std::string_view, 11> kAuthorNames = {
    "author",        "article:author", "og:article:author", "parsely-author",  "sailthru.author",
    "byl",           "dc.creator",     "dcterms.creator",   "citation_author", "authors",
    "article.author"};

class MetaReader {
 public:
  MetaReader(const HtmlTree& tree, PageFacts& facts) : tree_(tree), facts_(facts) {}

  void read() {
    facts_.add(Fact::language, Told::meta, tree_.attribute(0, Attribute::lang));
    for (NodeId i = 1; i < tree_.size(); ++i) {
      switch (tree_[i].tag) {
        case Element::meta:
          read_meta(i);
          break;
        case Element::link:
          if (tree_.attribute(i, Attribute::rel) == "canonical")
            facts_.add(Fact::url, Told::json_ld, tree_.attribute(i, Attribute::href));
          break;
        case Element::title:
          if (tree_[tree_[i].parent].tag == Element::head)
            facts_.add(Fact::title, Told::element, tree_.line(i));
          break;
        case Element::script:
          if (tree_.attribute(i, Attribute::type).find("ld+json") != std::string_view::npos)
            for (NodeId text = i + 1; text < tree_[i].end; ++text)
              if (tree_[text].tag == Element::text) read_json_ld(tree_.text(text), facts_);
          break;
        default:
          break;
      }
    }
  }

 private:
  void read_meta(NodeId id) {
    const auto content = tree_.attribute(id, Attribute::content);
    if (content.empty()) return;
    for (const auto where :
         {Attribute::property, Attribute::name, Attribute::itemprop, Attribute::http_equiv}) {
      const std::string name = lower_case(tree_.attribute(id, where));
      if (name.empty()) continue;
      for (const auto& known : kNames)
        if (known.name == name) facts_.add(known.fact, known.where, content);
      if (std::find(kAuthorNames.begin(), kAuthorNames.end(), name) != kAuthorNames.end())
        facts_.add_author(Told::meta, content);
    }
  }

  const HtmlTree& tree_;
  PageFacts& facts_;
};

}  // namespace

void read_meta(const HtmlTree& tree, PageFacts& facts) {
  MetaReader(tree, facts).read();
}

}  // namespace news
