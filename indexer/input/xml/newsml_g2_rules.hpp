// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/input/xml/xml_node.hpp"

namespace news {

/// What is wrong with a NewsML-G2 item by the specification, as far as a reader can trip over it;
/// "" if nothing. `has_catalog`: the message around it has one.
std::string newsml_g2_problem(XmlNode item, bool has_catalog);

}  // namespace news
