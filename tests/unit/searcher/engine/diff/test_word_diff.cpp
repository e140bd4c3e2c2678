// SPDX-License-Identifier: GPL-2.0-or-later
#include <random>
#include <string>

#include "searcher/engine/diff/edit_script.hpp"
#include "searcher/engine/diff/word_diff.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

using Op = Edit::Op;

std::string shown(const std::vector<Edit>& edits) {
  std::string out;
  for (const auto& edit : edits) {
    const std::string text(edit.text);
    if (edit.op == Op::same) out += text;
    if (edit.op == Op::removed) out += "[-" + text + "-]";
    if (edit.op == Op::added) out += "{+" + text + "+}";
  }
  return out;
}

std::string diff(const std::string& from, const std::string& to) {
  return shown(word_diff(from, to));
}

/// Does it give both texts, each piece as big as can be and removed before added?
void check_pieces(const std::string& from, const std::string& to, std::uint64_t most) {
  std::string a, b;
  const Edit* last = nullptr;
  const auto edits = word_diff(from, to, most);
  bool sound = true;
  for (const auto& edit : edits) {
    if (edit.op != Op::added) a += edit.text;
    if (edit.op != Op::removed) b += edit.text;
    sound = sound && !edit.text.empty();
    if (last) sound = sound && (edit.op == Op::same ? last->op != Op::same : last->op < edit.op);
    last = &edit;
  }
  sound = sound && a == from && b == to;
  CAPTURE(from.substr(0, 500), to.substr(0, 500), most, sound);
  CHECK(sound);
}

std::size_t count_edits(const EditScript& script) {
  std::size_t edits = 0;
  for (const bool removed : script.removed) edits += removed;
  for (const bool added : script.added) edits += added;
  return edits;
}

/// By the definition: what is not in the longest common subsequence.
std::size_t fewest_edits(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      common[i][j] = a[i - 1] == b[j - 1] ? common[i - 1][j - 1] + 1
                                          : std::max(common[i - 1][j], common[i][j - 1]);
  return a.size() + b.size() - 2 * common.back().back();
}

}  // namespace

TEST_CASE("a word diff reads like one made by hand", "[searcher][diff]") {
  CHECK(diff("", "").empty());
  CHECK(diff("a b", "a b") == "a b");
  CHECK(diff("", "a b") == "{+a b+}");
  CHECK(diff("a b", "") == "[-a b-]");
  CHECK(diff("the cat sat", "the dog sat") == "the [-cat-]{+dog+} sat");
  CHECK(diff("the cat sat", "the sat") == "the [-cat -]sat");
  CHECK(diff("It ended. We left", "It ended, we left") == "It ended[-. We-]{+, we+} left");
  CHECK(diff("It ended. They left", "It ended, They left") == "It ended[-.-]{+,+} They left");
  // No single blanks or commas between changes.
  CHECK(diff("one two, three end", "four five, six end") ==
        "[-one two, three-]{+four five, six+} end");
  CHECK(diff("A one.\n\nB.", "A two.\n\nC.") == "A [-one-]{+two+}.\n\n[-B-]{+C+}.");
  CHECK(diff("First.\n\nSecond.\n\nThird.", "First.\n\nThird.") ==
        "First.\n\n[-Second.\n\n-]Third.");
  CHECK(diff("A b.\n\nIt ended.", "A.\n\nIt ended.\n\nMore.") ==
        "A[- b-].\n\nIt ended.{+\n\nMore.+}");
  CHECK(diff("It is so. We left.", "It was. They did. We left.") ==
        "It [-is so-]{+was. They did+}. We left.");
  CHECK(diff("größer als", "größte als") == "[-größer-]{+größte+} als");
  CHECK(diff("a\nb", "a b") == "a[-\n-]{+ +}b");
}

TEST_CASE("an edit script is the shortest there is", "[searcher][diff]") {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    const auto draw = [&] {
      std::vector<std::uint32_t> out(random() % 24);
      const std::uint32_t symbols = 1 + random() % 6;
      for (auto& symbol : out) symbol = random() % symbols;
      return out;
    };
    const auto a = draw(), b = draw();
    const auto script = shortest_edit(a, b, 100000);
    REQUIRE(script);
    CAPTURE(a, b);
    REQUIRE(count_edits(*script) == fewest_edits(a, b));
    std::vector<std::uint32_t> kept_a, kept_b;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (!script->removed[i]) kept_a.push_back(a[i]);
    for (std::size_t i = 0; i < b.size(); ++i)
      if (!script->added[i]) kept_b.push_back(b[i]);
    REQUIRE(kept_a == kept_b);
  }
}

TEST_CASE("the pieces of a word diff are both texts again", "[searcher][diff]") {
  const std::string parts[] = {"a",  "the", "über", "東京", "1,000", " ", " ",        " ", ", ",
                               ". ", "\n",  "\n\n", "\r\n", "“",     "_", "\xC2\xA0", "-", "?!"};
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string from, to;
    for (auto n = random() % 60; n > 0; --n) {
      const auto& part = parts[random() % std::size(parts)];
      const auto fate = random() % 8;
      if (fate != 0) from += part;
      if (fate != 1) to += fate == 2 ? parts[random() % std::size(parts)] : part;
    }
    check_pieces(from, to, round % 3 == 0 ? random() % 100 : 100000);
  }
}

TEST_CASE("a word diff that costs too much is one of lines, or of all that lies between",
          "[searcher][diff]") {
  const std::string from = "same\na b c d e f\nkept\nthree\nlast";
  const std::string to = "same\n1 2 3 4 5 6\nkept\n3\nlast";
  CHECK(shown(word_diff(from, to, 40)) ==
        "same\n[-a b c d e f\n-]{+1 2 3 4 5 6\n+}kept\n[-three\n-]{+3\n+}last");
  CHECK(shown(word_diff(from, to, 1)) ==
        "same\n[-a b c d e f\nkept\nthree\n-]{+1 2 3 4 5 6\nkept\n3\n+}last");
}

TEST_CASE("texts made to be hard to compare are given up in time", "[searcher][diff]") {
  std::mt19937 random(7);
  const auto draw = [&](std::size_t count, std::uint32_t words, const char* gap) {
    std::string out;
    for (; count > 0; --count) (out += std::to_string(random() % words)) += gap;
    return out;
  };
  constexpr std::uint64_t kMaxSteps = std::uint64_t{1} << 23;
  for (const char* gap : {" ", "\n"}) {
    check_pieces(draw(60000, 2, gap), draw(60000, 2, gap), kMaxSteps);
    check_pieces(draw(60000, 1000000, gap), draw(60000, 1000000, gap), kMaxSteps);
  }
  check_pieces(std::string(3000000, 'a'), std::string(3000000, 'b'), kMaxSteps);
  check_pieces(draw(60000, 2, " "), "0", kMaxSteps);
}

}  // namespace news
