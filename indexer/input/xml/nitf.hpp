// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/input/xml/xml_reader.hpp"

namespace news {

/// Fills in what an <nitf> says, alone or in a NewsML item. `worse` is added to the ranks of its
/// fields, but for the text: an item around it knows better.
void read_nitf(XmlNode nitf, ArticleBuilder& builder, unsigned worse = 0);

/// Paragraphs of a body in NITF, XHTML or the like, without captions, scripts and pictures.
std::string story_text(XmlNode body);

}  // namespace news
