// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/newsml_g2_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace news {
namespace {

constexpr unsigned kMaxRelated = 3;  // levels: related concepts of related concepts
constexpr std::string_view kNar = "http://iptc.org/std/nar/2006-10-01/";

/// Minor number of the version that an item says it follows: "2.29" is 29; 0 if none can be read.
unsigned minor_version(XmlNode item) {
  const auto version = item.attribute("standardversion");
  unsigned minor = 0;
  if (version.starts_with("2."))
    std::from_chars(version.data() + 2, version.data() + version.size(), minor);
  return minor;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// RFC 3986, 2.1: a percent sign and two hexadecimal digits. Other signs may be an IRI's.
bool is_uri(std::string_view value) {
  for (auto at = value.find('%'); at != value.npos; at = value.find('%', at + 1))
    if (at + 2 >= value.size() || !is_hex(value[at + 1]) || !is_hex(value[at + 2])) return false;
  return true;
}

bool holds_uri(std::string_view attribute) {
  return attribute.ends_with("uri") || attribute == "href";
}

/// The elements of our own namespace that may stand in a description of an organisation; others
/// must come from a namespace of their own.
bool fits_organisation(XmlNode child) {
  constexpr std::array<std::string_view, 6> kKnown = {
      "founded", "dissolved", "location", "contactInfo", "hasInstrument", "affiliation"};
  return child.space() != kNar ||
         std::any_of(kKnown.begin(), kKnown.end(), [&](auto name) { return child.is(name); });
}

/// Looks through all elements of an item.
class Checker {
 public:
  explicit Checker(XmlNode item) : item_(item), minor_(minor_version(item)) {}

  std::string run() {
    walk(item_, 0);
    return std::move(problem_);
  }

 private:
  void walk(XmlNode node, unsigned related) {
    attributes(node);
    for (XmlNode child = node.first(); child && problem_.empty(); child = child.next()) {
      const unsigned depth = child.is("related") ? related + 1 : 0;
      if (depth > kMaxRelated) return fail("<related> nested too deeply");
      if (node.is("organisationDetails") && !fits_organisation(child))
        return fail("no <" + std::string(child.name()) + "> in <organisationDetails>");
      if (child.is("digitalSourceType") && node.is("contentMeta") && item_.is("catalogItem"))
        return fail("no <digitalSourceType> in a catalogItem");
      walk(child, depth);
    }
  }

  void attributes(XmlNode node) {
    node.each_attribute([&](std::string_view name, std::string_view value) {
      if (holds_uri(name) && !is_uri(value))
        fail("no URI: " + std::string(name) + "=\"" + std::string(value.substr(0, 100)) + '"');
      if (name == "schemeretired" && minor_ > 0 && minor_ < 29)
        fail("schemeretired came with version 2.29");
    });
  }

  void fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

  const XmlNode item_;
  const unsigned minor_;
  std::string problem_;
};

}  // namespace

std::string newsml_g2_problem(XmlNode item, bool has_catalog) {
  for (const std::string_view name : {"guid", "standard", "standardversion"})
    if (item.attribute(name).empty()) return "no " + std::string(name);
  const auto meta = item.child("itemMeta");
  if (!meta) return "no <itemMeta>";
  for (const std::string_view name : {"itemClass", "provider", "versionCreated"})
    if (!meta.child(name)) return "no <" + std::string(name) + "> in <itemMeta>";
  // Since 2.30 an item may do without: it can spell out URIs.
  const auto minor = minor_version(item);
  if (minor > 0 && minor < 30 && !has_catalog && !item.child("catalogRef") &&
      !item.child("catalog"))
    return "no catalog for its codes";
  return Checker(item).run();
}

}  // namespace news
