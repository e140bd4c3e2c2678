// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/input/xml/text_units.hpp"

namespace news {

/// What the beginning of an XML file tells, however ill-formed it is.
struct XmlHead {
  TextUnits units;
  std::string charset;  ///< for to_utf8; "" when nothing usable is declared
  std::string doctype;  ///< name in the document type, lower case; "" if there is none
  std::string root;     ///< local name of the first element as spelt; "" : this is no mark-up
  std::string space;    ///< namespace of the first element; "" for none or a prefix nobody declared
  std::string root_tag;     ///< all of its tag
  std::size_t root_at = 0;  ///< in units
  bool declared = false;    ///< there is an XML declaration
  std::string text;         ///< the head, one byte a unit
};

XmlHead read_xml_head(std::string_view head);

/// The value of an attribute in a tag; "" if there is none.
std::string_view attribute_in(std::string_view tag, std::string_view name);

}  // namespace news
