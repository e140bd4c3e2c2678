// SPDX-License-Identifier: GPL-2.0-or-later
#include <sstream>

#include "indexer/input/xml/element_splitter.hpp"
#include "indexer/input/xml/mend.hpp"
#include "indexer/input/xml/xml_head.hpp"
#include "tests/unit/indexer/input/xml/xml_fixture.hpp"

namespace news {
namespace {

using namespace test;

class Blocks : public ByteStream {
 public:
  Blocks(std::string bytes, std::size_t block) : bytes_(std::move(bytes)), block_(block) {}
  std::string_view read() override {
    const auto block = std::string_view(bytes_).substr(at_, block_);
    at_ += block.size();
    return block;
  }

 private:
  std::string bytes_;
  std::size_t block_;
  std::size_t at_ = 0;
};

/// What the splitter makes of a text that comes in blocks; "!" and the reason for what is rejected.
/// Checks that a record is what stands at its offset.
Strings cut(const std::string& text, std::size_t block, TextUnits units = {},
            std::size_t most = 1000) {
  Blocks blocks(text, block);
  Window window(blocks);
  const auto splitter = split_elements(window, most, {{"item"}, "none"}, units);
  Strings got;
  for (RawRecord record; splitter->next(record); record = {}) {
    if (record.reject_reason.empty())
      CHECK(text.substr(record.from.offset, record.bytes.size()) == record.bytes);
    got.push_back(record.reject_reason.empty() ? record.bytes : "!" + record.reject_reason);
  }
  return got;
}

std::string wide(std::string_view ascii, TextUnits units) {
  std::string out;
  for (const char c : ascii) {
    std::string unit(units.width, '\0');
    unit[units.big_endian ? units.width - 1 : 0] = c;
    out += unit;
  }
  return out;
}

}  // namespace

TEST_CASE("records of XML are cut at their elements, whatever the blocks they come in") {
  struct Row {
    const char* text;
    Strings records;
  };
  const std::vector<Row> rows = {
      {"<r><item>1</item><items>no</items><x:item y='>'>2</x:item></r>",
       {"<item>1</item>", "<x:item y='>'>2</x:item>"}},
      {"<item><item>in</item></item><ITEM/>", {"<item><item>in</item></item>", "<ITEM/>"}},
      {"<item a=\"/\"><b/></item >", {"<item a=\"/\"><b/></item >"}},
      {"<!-- <item> --><![CDATA[<item>]]><?p <item> "
       "?><item><![CDATA[</item>]]]><!--</item>--></item>",
       {"<item><![CDATA[</item>]]]><!--</item>--></item>"}},
      {"<!DOCTYPE r [<!-- don't --><!ENTITY i '<item>'>]><item>a < b <c></item>",
       {"<item>a < b <c></item>"}},
      {"<item><a href=\"x>y</a></item><item>2</item>",
       {"<item><a href=\"x>y</a></item>", "<item>2</item>"}},
      {"<item>1</item<item>2</item>", {"<item>1</item", "<item>2</item>"}},
      {"<r><item", {"!not an article"}},
      {"<item>1</item><item>2", {"<item>1</item>", "!broken XML"}},
      {"<r>nothing</r>", {"!not an article"}}};
  for (const auto& row : rows)
    for (const std::size_t block : {1u, 2u, 3u, 7u, 1000u}) {
      CAPTURE(row.text, block);
      CHECK(cut(row.text, block) == row.records);
    }
}

TEST_CASE("records of XML in UTF-16 and UTF-32 are cut at units") {
  for (const TextUnits units : {TextUnits{2, false}, {2, true}, {4, false}, {4, true}})
    for (const std::size_t block : {3u, 8u, 1000u}) {
      CAPTURE(units.width, units.big_endian, block);
      CHECK(cut(wide("<r><item>1</item>\n<item/></r>", units), block, units) ==
            Strings{wide("<item>1</item>", units), wide("<item/>", units)});
    }
}

TEST_CASE("a record of XML that is too long is rejected and the next one is read") {
  const std::string text = "<item>" + std::string(5000, 'x') + "</item><item>2</item>";
  for (const std::size_t block : {10u, 6000u})
    CHECK(cut(text, block, {}, 1000) == Strings{"!record too long", "<item>2</item>"});
  CHECK(cut("<item>12</item>", 4, {}, 15) == Strings{"<item>12</item>"});
  CHECK(cut("<item>123</item>", 4, {}, 15) == Strings{"!record too long"});
}

TEST_CASE("mended XML is well-formed and says the same") {
  struct Row {
    const char* given;
    const char* mended;
  };
  const std::vector<Row> rows = {
      {"<a>x</a>", "<a>x</a>"},
      {"<a><b>x</a>", "<a><b>x</b></a>"},
      {"<a>x</b></a>", "<a>x</a>"},
      {"<a>1 < 2 & 3 &amp; &nbsp;&eacute; &unknown; &#146;</a>",
       "<a>1 &lt; 2 &amp; 3 &amp;  é &amp;unknown; ’</a>"},
      {"<a><![CDATA[<b>&amp;]]></a>", "<a>&lt;b>&amp;amp;</a>"},
      {"<a href=x b c='1\"2' 3=4>y</a>", "<a href=\"x\" b=\"\" c=\"1&quot;2\">y</a>"},
      {"<a href=\"x>y</a>", "<a href=\"x>y\"></a>"},
      {"<a x='&#60;'/>", "<a x=\"&lt;\"/>"},
      {"<a><!-- <b> --><?pi?><!DOCTYPE b>x\x01</a>", "<a>x </a>"},
      {"<a i$='1' b:='2'>x</a>", "<a i_=\"1\" b_=\"2\">x</a>"},
      {"", ""}};
  for (const auto& row : rows) {
    CAPTURE(row.given);
    const auto mended = mend_xml(row.given);
    CHECK(mended.problem.empty());
    CHECK(mended.xml == row.mended);
  }
}

TEST_CASE("XML made to cost time or memory is refused or bounded") {
  std::string deep, wide_tag = "<a", many;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(mend_xml(deep).problem == "nested too deeply");
  for (int i = 0; i < 100'000; ++i) wide_tag += " a" + std::to_string(i) + "=''";
  CHECK(mend_xml(wide_tag + "/>").xml.size() < 2000);
  for (int i = 0; i < 1'000'001; ++i) many += "<a/>";
  CHECK(mend_xml(many).problem == "too many elements");
  std::string names;
  for (int i = 0; i < 20'000; ++i) names += "<a" + std::to_string(i) + "/>";
  CHECK(mend_xml(names).problem == "too many names");
  CHECK(mend_xml("<a xml:id='x'/>").xml == "<a id=\"x\"/>");
  std::string ends(1'000'000, '<');
  CHECK(mend_xml(ends).problem.empty());
}

TEST_CASE("entities of a document's own are not expanded") {
  const auto article = read_one(
      "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY x SYSTEM "
      "'file:///etc/passwd'>]>"
      "<rss><channel><item><title>&b;</title><description>&x;</description></item></channel></"
      "rss>");
  CHECK(article.title == "&b;");
  CHECK(article.text == "&x;");
}

TEST_CASE("the head of XML tells encoding, document type and first element") {
  const auto head = read_xml_head(
      "\xEF\xBB\xBF \n<!-- c --><?xml version='1.0' encoding = 'ISO-8859-2'?><!DOCTYPE nitf [ "
      "<!ENTITY a \"b\"> ]>"
      "<n:Root a='1' xmlns:n=\"urn:n\"><b>");
  CHECK(head.charset == "ISO-8859-2");
  CHECK(head.doctype == "nitf");
  CHECK(head.root == "Root");
  CHECK(head.space == "urn:n");
  CHECK(head.declared);
  CHECK(read_xml_head("text <a>").root.empty());
  CHECK(read_xml_head("<?xml version='1.0' encoding='utf-16'?><a/>").charset.empty());
  CHECK(read_xml_head("<").root.empty());
  CHECK(read_xml_head("").root.empty());
}

TEST_CASE("XML that is no format of ours is skipped, and so are web pages") {
  CHECK(read_none("<?xml version='1.0'?><catalog><a/></catalog>") ==
        "not an article: XML of another kind: <catalog>");
  CHECK(read_none("<!DOCTYPE html><html><p>Hello") == "not an article: a page without prose");
  CHECK(read_none("<html lang='en'><body>Hello") == "not an article: a page without prose");
  CHECK(read_none("<?xml version='1.0'?><!-- nothing -->") ==
        "not an article: XML without an element");
}

}  // namespace news
