// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "common/cli/hyperlink.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("only urls of pages become links, and none can end its escape sequence", "[cli][link]") {
  CHECK(link_target("https://example.org/?a=b;c#d") == "https://example.org/?a=b;c#d");
  CHECK(link_target("http://x/\x1b\\\x07\n é") == "http://x/%1B\\%07%0A%20%C3%A9");
  CHECK(link_target("javascript:alert(1)").empty());
  CHECK(link_target("file:///etc/passwd").empty());
  CHECK(link_target("").empty());
  CHECK(link_target("https://" + std::string(2041, 'x')).empty());
  CHECK(link_target("https://" + std::string(2040, 'x')).size() == 2048);
  CHECK(begin_link("mailto:x").empty());
  CHECK(begin_link("http://x") == "\x1b]8;;http://x\x1b\\");
  CHECK(use_links(LinkMode::always));
  CHECK_FALSE(use_links(LinkMode::never));
}

}  // namespace news
