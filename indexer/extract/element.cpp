// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/element.hpp"

#include <unordered_map>

namespace news {

Element element_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Element> kTags = {
      {"html", Element::html},
      {"head", Element::head},
      {"body", Element::body},
      {"title", Element::title},
      {"meta", Element::meta},
      {"base", Element::base},
      {"link", Element::link},
      {"script", Element::script},
      {"main", Element::main},
      {"article", Element::article},
      {"section", Element::section},
      {"div", Element::div},
      {"header", Element::header},
      {"footer", Element::footer},
      {"nav", Element::nav},
      {"aside", Element::aside},
      {"form", Element::form},
      {"fieldset", Element::fieldset},
      {"center", Element::center},
      {"h1", Element::h1},
      {"h2", Element::h2},
      {"h3", Element::h3},
      {"h4", Element::h4},
      {"h5", Element::h5},
      {"h6", Element::h6},
      {"p", Element::p},
      {"blockquote", Element::blockquote},
      {"pre", Element::pre},
      {"ul", Element::ul},
      {"ol", Element::ol},
      {"li", Element::li},
      {"dl", Element::dl},
      {"dt", Element::dt},
      {"dd", Element::dd},
      {"address", Element::address},
      {"table", Element::table},
      {"caption", Element::caption},
      {"tbody", Element::tbody},
      {"thead", Element::tbody},
      {"tfoot", Element::tbody},
      {"tr", Element::tr},
      {"td", Element::td},
      {"th", Element::th},
      {"figure", Element::figure},
      {"figcaption", Element::figcaption},
      {"details", Element::details},
      {"summary", Element::summary},
      {"a", Element::a},
      {"br", Element::br},
      {"hr", Element::hr},
      {"time", Element::time},
      {"img", Element::img},
      {"hgroup", Element::block},
      {"dir", Element::block},
      {"menu", Element::block},
      {"search", Element::block},
      {"frameset", Element::block},
      {"style", Element::ignored},
      {"noscript", Element::ignored},
      {"template", Element::ignored},
      {"svg", Element::ignored},
      {"math", Element::ignored},
      {"canvas", Element::ignored},
      {"iframe", Element::ignored},
      {"noframes", Element::ignored},
      {"object", Element::ignored},
      {"embed", Element::ignored},
      {"applet", Element::ignored},
      {"audio", Element::ignored},
      {"video", Element::ignored},
      {"map", Element::ignored},
      {"select", Element::ignored},
      {"option", Element::ignored},
      {"optgroup", Element::ignored},
      {"datalist", Element::ignored},
      {"button", Element::ignored},
      {"textarea", Element::ignored},
      {"input", Element::ignored},
      {"label", Element::ignored},
      {"dialog", Element::ignored},
      {"rp", Element::ignored},
      {"rt", Element::ignored},
  };
  const auto found = kTags.find(name);
  return found == kTags.end() ? Element::other : found->second;
}

bool is_block(Element tag) {
  switch (tag) {
    case Element::text:
    case Element::other:
    case Element::a:
    case Element::br:
    case Element::time:
    case Element::img:
    case Element::ignored:
      return false;
    default:
      return true;
  }
}

}  // namespace news
