// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/text/ascii.hpp"
#include "indexer/input/xml/xml_reader.hpp"
#include "indexer/text/wikitext.hpp"

namespace news {
namespace {

std::string namespace_name(XmlNode siteinfo, std::string_view key) {
  for (const XmlNode space : siteinfo.child("namespaces").children("namespace"))
    if (space.attribute("key") == key) return space.line();
  return {};
}

/// "https://en.wikinews.org/wiki/Main_Page" and a title make the page's address.
std::string page_url(const std::string& base, std::string title) {
  const auto slash = base.rfind('/');
  if (slash == base.npos || !base.starts_with("http")) return {};
  std::replace(title.begin(), title.end(), ' ', '_');
  return base.substr(0, slash + 1) + title;
}

/// The newest revision with a text; a dump of the whole history has them in order.
XmlNode last_revision(XmlNode page) {
  XmlNode last;
  for (const XmlNode revision : page.children("revision"))
    if (!last || !is_blank(revision.child("text").raw_text())) last = revision;
  return last;
}

bool is_redirect(XmlNode page, std::string_view text) {
  if (page.child("redirect")) return true;
  const auto start = text.find_first_not_of(" \t\r\n");
  return start != text.npos && lower_case(std::string(text.substr(start, 9))) == "#redirect";
}

class MediaWikiParser : public XmlParser {
 public:
  explicit MediaWikiParser(XmlContext given) : XmlParser(std::move(given)) {
    for (const auto& [key, names] : {std::pair{"6", &names_.file}, {"14", &names_.category}})
      if (auto name = lower_case(namespace_name(siteinfo(), key)); !name.empty())
        names->insert(std::move(name));
  }

 protected:
  std::optional<Rejection> read(XmlNode record, ArticleBuilder& builder) const override {
    const auto title = record.child("title").line();
    const auto revision = last_revision(record);
    const auto source = revision.child("text").raw_text();
    if (const auto other = other_namespace(record, title); !other.empty())
      return no_article("a page of the namespace " + other);
    if (is_redirect(record, source)) return no_article("a redirect");
    const auto model = revision.child("model").line();
    if (!model.empty() && model != "wikitext") return no_article("a page of " + model);

    const WikiPage page = read_wikitext(source, names_);
    put(builder, Field::title, 0, "title", title);
    put(builder, Field::text, 0, "text", page.text);
    put(builder, Field::date, 0, "date", page.date);
    put(builder, Field::date, 1, "revised", revision.child("timestamp").line());
    put(builder, Field::id, 0, "id", page_id(record));
    put(builder, Field::source, 0, "sitename", siteinfo().child("sitename").line());
    put(builder, Field::language, 0, "lang", context().before.root().attribute("lang"));
    put(builder, Field::url, 0, "url", page_url(siteinfo().child("base").line(), title));
    put_extra(builder, "categories", page.categories);
    return std::nullopt;
  }

 private:
  XmlNode siteinfo() const { return context().before.root().child("siteinfo"); }

  /// Pages are numbered wiki by wiki.
  std::string page_id(XmlNode page) const {
    const auto wiki = siteinfo().child("dbname").line();
    const auto id = page.child("id").line();
    return wiki.empty() || id.empty() ? id : wiki + '-' + id;
  }

  /// The namespace if it is not that of articles; old dumps have it in the title only.
  std::string other_namespace(XmlNode page, const std::string& title) const {
    auto prefix = title.substr(0, title.find(':'));
    const bool has_prefix = prefix.size() < title.size();
    if (const auto number = page.child("ns").line(); !number.empty())
      return number == "0" ? "" : number + (has_prefix ? " (" + prefix + ')' : "");
    if (!has_prefix) return {};
    for (const XmlNode space : siteinfo().child("namespaces").children("namespace"))
      if (!prefix.empty() && equal_names(space.line(), prefix)) return prefix;
    return {};
  }

  WikiNames names_;
};

bool is_mediawiki(std::string_view bytes, const FileContext&) {
  const XmlHead head = read_xml_head(bytes);
  return equal_names(head.root, "mediawiki");
}

FileReader open_mediawiki(Window& window, const FileContext& file) {
  return open_elements<MediaWikiParser>(window, file, {{"page"}, "a dump without pages"});
}

}  // namespace

const Format kMediaWikiFormat = {"mediawiki", "mediawiki", is_mediawiki, open_mediawiki};

}  // namespace news
