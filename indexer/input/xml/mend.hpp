// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// Well-formed XML of XML as it is found, so that a parser gets all of it: elements are closed in
/// order, attributes quoted, stray signs escaped, HTML's entities decoded; comments, instructions
/// and document types are dropped, and with them all entities of the document's own. What would
/// cost a parser more than linear time or much memory is bounded.
struct MendedXml {
  std::string xml;
  std::string_view problem;  ///< why there is no xml; else ""
};

/// `text` must be valid UTF-8. Thread-safe; linear time.
MendedXml mend_xml(std::string_view text);

}  // namespace news
