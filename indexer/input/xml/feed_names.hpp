// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/input/fields.hpp"
#include "indexer/input/xml/xml_node.hpp"

namespace news {

/// What an element of a feed says of its item.
struct FeedMeaning {
  std::string_view name;  ///< lower case, with the usual prefix
  Field field;
  unsigned rank;  ///< the lower one wins
};

/// The meaning of an element in an item, whatever prefix the file has; null for one we do not know.
const FeedMeaning* meaning_of(XmlNode node, std::string_view item_space);

}  // namespace news
