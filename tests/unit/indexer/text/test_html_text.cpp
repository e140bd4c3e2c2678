// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/html_text.hpp"
#include "indexer/text/text_flow.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("HTML becomes paragraphs of text") {
  struct Row {
    const char* html;
    const char* text;
  };
  const std::vector<Row> rows = {
      {"<p>One\n  <b>two</b>.</p><p>Three</p>", "One two.\n\nThree"},
      {"a<br>b<br/><br />c", "a\nb\n\nc"},
      {"x<script>if (a < b) '</p>';</script>y<style>p{}</style>z", "xyz"},
      {"<ul><li>One</li><li><p>Two</p></ul>After", "- One\n\n- Two\n\nAfter"},
      {"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1\t2\n3"},
      {"1 < 2 &amp; 3 &lt; 4 &nbsp; &eacute;&#8217;&unknown;", "1 < 2 & 3 < 4 é’&unknown;"},
      {"<!-- hidden -->seen<!-- never closed", "seen never closed"},
      {"<a title='x > y' href=\"z\">label</a>", "label"},
      {"<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"},
      {"so\xC2\xAD"
       "ft zero\xE2\x80\x8Bwidth no\xC2\xA0"
       "break",
       "soft zerowidth no break"},
      {"cut off <a href=\"x", "cut off"},
      {"<P>UPPER</P><IMG SRC=x ALT=y>case", "UPPER\n\ncase"},
      {"<svg><title>t</title></svg>a<video src=x/>b", "ab"},
      {"", ""},
      {"<", "<"}};
  for (const auto& row : rows) {
    CAPTURE(row.html);
    CHECK(html_to_text(row.html) == row.text);
  }
}

TEST_CASE("plain text in the place of HTML keeps its paragraphs, HTML escaped twice is HTML") {
  CHECK(maybe_html_to_text("One\ntwo.\n\nThree &amp; 4") == "One\ntwo.\n\nThree & 4");
  CHECK(maybe_html_to_text("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;") == "One\n\nTwo");
  CHECK(maybe_html_to_text("a &lt; b") == "a < b");
}

TEST_CASE("HTML made to cost time takes linear time") {
  const auto repeat = [](const std::string& text) {
    std::string out;
    for (int i = 0; i < 300'000; ++i) out += text;
    return out;
  };
  // Each of these would take hours if the rest were searched every time.
  for (const char* text : {"<", "<a \"", "<!--", "<![CDATA[", "<script", "<object>", "<a b=' ",
                           "</", "&", "<?", "<pre>", "<li><p>"}) {
    CAPTURE(text);
    CHECK(html_to_text(repeat(text)).size() < 10'000'000);
  }
}

TEST_CASE("a word that a printed line divided is joined") {
  TextFlow flow;
  flow.add("exam-\n");
  flow.end_line();
  flow.add(" ple of\n");
  flow.end_line();
  flow.add("a - ");
  flow.end_line();
  flow.add("dash");
  CHECK(flow.take() == "example of a - dash");
}

}  // namespace news
