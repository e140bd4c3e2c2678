// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <string>

#include "common/error.hpp"
#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/text_blocks.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

/// The tree as brackets, with attributes' values left out.
std::string shape(const HtmlTree& tree, NodeId id = 0) {
  if (tree[id].tag == Element::text) return std::string(tree.text(id));
  std::string out = "(" + std::to_string(static_cast<int>(tree[id].tag));
  for (NodeId i = id + 1; i < tree[id].end; i = tree[i].end) out += " " + shape(tree, i);
  return out + ")";
}

std::string number(Element element) {
  return std::to_string(static_cast<int>(element));
}

std::string repeat(std::string_view text, int times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

}  // namespace

TEST_CASE("a page's tree: subtrees are stretches of one array, text belongs where it stands") {
  const HtmlTree tree("<body><p>one <b>two</b> three</p><p>four");
  const auto p = number(Element::p), b = number(Element::other);
  CHECK(shape(tree) == "(" + number(Element::html) + " (" + number(Element::body) + " (" + p +
                           " one  (" + b + " two)  three) (" + p + " four)))");
  for (NodeId i = 1; i < tree.size(); ++i) {
    CHECK(tree[i].parent < i);
    CHECK(tree[i].end > i);
    CHECK(tree[i].end <= tree[tree[i].parent].end);
  }
  CHECK(tree.line(0) == "one two three four");
}

TEST_CASE("attributes that matter are kept, references in them decoded") {
  const HtmlTree tree(R"(<html lang="de"><div class="a &amp; b" data-x="1" hidden>x</div></html>)");
  CHECK(tree.attribute(0, Attribute::lang) == "de");
  for (NodeId i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != Element::div) continue;
    CHECK(tree.attribute(i, Attribute::class_) == "a & b");
    CHECK(tree.has(i, Attribute::hidden));
    CHECK_FALSE(tree.has(i, Attribute::id));
  }
}

TEST_CASE("nesting beyond what browsers have is flattened, beyond reason it is an error") {
  const HtmlTree deep(repeat("<div>", 3000) + "text" + repeat("</div>", 3000) + "<p>after");
  for (NodeId i = 0; i < deep.size(); ++i) {
    CHECK(deep[i].depth <= 512);
    CHECK(deep[i].end > i);
  }
  CHECK(deep.line(0) == "text after");
  CHECK_THROWS_AS(HtmlTree(repeat("<div>", 100000)), Error);
  CHECK_THROWS_AS(HtmlTree(repeat("<b>", 100000)), Error);
}

TEST_CASE("a tag with attributes without end is an error; code that looks like one is not") {
  std::string endless = "<p";
  for (int i = 0; i < 5000; ++i) endless += " a" + std::to_string(i);
  CHECK_THROWS_AS(HtmlTree(endless + ">x"), Error);
  std::string code = "<script>if (a<b) { " + repeat("x = y / 2; ", 5000) + "}</script><p>x";
  CHECK(HtmlTree(code).line(0) == "x");
  CHECK(HtmlTree("<p title='" + repeat("a b ", 5000) + "'>x").line(0) == "x");
}

TEST_CASE("blocks: words, links, ends of sentences") {
  const HtmlTree tree(
      "<h2>A heading</h2><p>Mr. Smith <a href='/s'>met his friends</a> in Rome. They ate."
      "<ul><li>An item<li>Another</ul><div>one<br>two<br><br>three</div>"
      "<script>no</script><style>no</style><p>日本語の文章です。もう一つ。");
  const BlockList list = cut_blocks(tree);
  std::vector<std::string> texts;
  for (const auto& block : list.blocks) texts.emplace_back(list.text(block));
  REQUIRE(texts == std::vector<std::string>{
                       "A heading", "Mr. Smith met his friends in Rome. They ate.", "An item",
                       "Another", "one\ntwo", "three", "日本語の文章です。もう一つ。"});
  CHECK(list.blocks[1].words == 9);
  CHECK(list.blocks[1].linked == 3);
  CHECK(list.blocks[1].sentences == 3);
  CHECK(list.blocks[1].stopped);
  CHECK(list.blocks[2].list);
  CHECK_FALSE(list.blocks[4].list);
  CHECK(list.blocks[6].words >= 6);
  CHECK(list.blocks[6].sentences == 2);
}

}  // namespace news
