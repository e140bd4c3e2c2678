// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.hpp"
#include "indexer/extract/page_metadata.hpp"

namespace news {
namespace {

struct MetaName {
  std::string_view name;
  MetadataField field;
  MetadataSource source;
};

// OpenGraph and its article vocabulary first, then what content systems and Dublin Core write.
constexpr std::array kNames = {
    MetaName{"og:title", MetadataField::title, MetadataSource::meta},
    MetaName{"twitter:title", MetadataField::title, MetadataSource::other_meta},
    MetaName{"dc.title", MetadataField::title, MetadataSource::other_meta},
    MetaName{"sailthru.title", MetadataField::title, MetadataSource::other_meta},
    MetaName{"parsely-title", MetadataField::title, MetadataSource::other_meta},
    MetaName{"og:site_name", MetadataField::site, MetadataSource::meta},
    MetaName{"application-name", MetadataField::site, MetadataSource::other_meta},
    MetaName{"dc.publisher", MetadataField::site, MetadataSource::other_meta},
    MetaName{"article:published_time", MetadataField::published, MetadataSource::meta},
    MetaName{"og:article:published_time", MetadataField::published, MetadataSource::meta},
    MetaName{"og:published_time", MetadataField::published, MetadataSource::other_meta},
    MetaName{"article:published", MetadataField::published, MetadataSource::other_meta},
    MetaName{"datepublished", MetadataField::published, MetadataSource::other_meta},
    MetaName{"date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"dc.date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"dc.date.issued", MetadataField::published, MetadataSource::other_meta},
    MetaName{"dc.date.created", MetadataField::published, MetadataSource::other_meta},
    MetaName{"dcterms.date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"dcterms.created", MetadataField::published, MetadataSource::other_meta},
    MetaName{"dcterms.issued", MetadataField::published, MetadataSource::other_meta},
    MetaName{"pubdate", MetadataField::published, MetadataSource::other_meta},
    MetaName{"publishdate", MetadataField::published, MetadataSource::other_meta},
    MetaName{"publish-date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"publish_date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"publication_date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"publicationdate", MetadataField::published, MetadataSource::other_meta},
    MetaName{"parsely-pub-date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"sailthru.date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"cxenseparse:recs:publishtime", MetadataField::published, MetadataSource::other_meta},
    MetaName{"article.published", MetadataField::published, MetadataSource::other_meta},
    MetaName{"citation_date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"citation_publication_date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"pub_date", MetadataField::published, MetadataSource::other_meta},
    MetaName{"originalpublicationdate", MetadataField::published, MetadataSource::other_meta},
    MetaName{"article_date_original", MetadataField::published, MetadataSource::other_meta},
    MetaName{"created", MetadataField::published, MetadataSource::other_meta},
    MetaName{"article:section", MetadataField::section, MetadataSource::meta},
    MetaName{"parsely-section", MetadataField::section, MetadataSource::other_meta},
    MetaName{"section", MetadataField::section, MetadataSource::other_meta},
    MetaName{"category", MetadataField::section, MetadataSource::other_meta},
    MetaName{"og:locale", MetadataField::language, MetadataSource::other_meta},
    MetaName{"language", MetadataField::language, MetadataSource::other_meta},
    MetaName{"dc.language", MetadataField::language, MetadataSource::other_meta},
    MetaName{"content-language", MetadataField::language, MetadataSource::other_meta},
    MetaName{"og:url", MetadataField::url, MetadataSource::meta},
    MetaName{"og:description", MetadataField::description, MetadataSource::meta},
    MetaName{"description", MetadataField::description, MetadataSource::other_meta},
    MetaName{"og:type", MetadataField::kind, MetadataSource::meta},
};

constexpr std::array<std::string_view, 11> kAuthorNames = {
    "author",        "article:author", "og:article:author", "parsely-author",  "sailthru.author",
    "byl",           "dc.creator",     "dcterms.creator",   "citation_author", "authors",
    "article.author"};

class MetaReader {
 public:
  MetaReader(const HtmlTree& tree, PageMetadata& metadata) : tree_(tree), metadata_(metadata) {}

  void read() {
    metadata_.add(MetadataField::language, MetadataSource::meta,
                  tree_.attribute(0, Attribute::lang));
    for (NodeId i = 1; i < tree_.size(); ++i) {
      switch (tree_[i].tag) {
        case Element::meta:
          read_meta(i);
          break;
        case Element::link:
          if (tree_.attribute(i, Attribute::rel) == "canonical")
            metadata_.add(MetadataField::url, MetadataSource::json_ld,
                          tree_.attribute(i, Attribute::href));
          break;
        case Element::title:
          if (tree_[tree_[i].parent].tag == Element::head)
            metadata_.add(MetadataField::title, MetadataSource::element, tree_.line(i));
          break;
        case Element::script:
          if (tree_.attribute(i, Attribute::type).find("ld+json") != std::string_view::npos)
            for (NodeId text = i + 1; text < tree_[i].end; ++text)
              if (tree_[text].tag == Element::text) read_json_ld(tree_.text(text), metadata_);
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
    for (const auto key :
         {Attribute::property, Attribute::name, Attribute::itemprop, Attribute::http_equiv}) {
      const std::string name = lower_case(tree_.attribute(id, key));
      if (name.empty()) continue;
      for (const auto& known : kNames)
        if (known.name == name) metadata_.add(known.field, known.source, content);
      if (std::find(kAuthorNames.begin(), kAuthorNames.end(), name) != kAuthorNames.end())
        metadata_.add_author(MetadataSource::meta, content);
    }
  }

  const HtmlTree& tree_;
  PageMetadata& metadata_;
};

}  // namespace

void read_meta(const HtmlTree& tree, PageMetadata& metadata) {
  MetaReader(tree, metadata).read();
}

}  // namespace news
