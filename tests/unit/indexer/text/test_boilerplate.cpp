// SPDX-License-Identifier: GPL-2.0-or-later
#include <random>

#include "common/archive/article_json.hpp"
#include "indexer/text/boilerplate.hpp"
#include "indexer/text/repetition.hpp"
#include "indexer/text/unwrap.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kStory =
    "Japan and NATO will strengthen their ties at the summit, officials in Tokyo said on Monday, "
    "and further talks are planned for the coming weeks.";

std::string join(const Strings& paragraphs) {
  std::string text;
  for (const auto& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

Article cleaned(const std::string& text, const std::vector<bool>& repeated = {}) {
  Article article;
  article.text = text;
  const auto paragraphs = split_paragraphs(article.text);
  set_aside(article, paragraphs, mark_boilerplate(paragraphs, repeated));
  return article;
}

/// What is left of `paragraph` between two paragraphs of a story.
bool is_left_out(const std::string& paragraph) {
  return cleaned(join({kStory, paragraph, kStory})).text == join({kStory, kStory});
}

const std::string kCrawled = join(
    {kStory, "See also  The wonderful world of the binturong, the animal that smells like popcorn",
     kStory + " It is the end.", "Top photo: US Navy – Media Specialist Seaman Alexander Frotel",
     "You may be interested: Russia Guards Strategic Areas to Keep Fighting in Ukraine",
     "Freddie Dawson",
     "\"Beer specialist. Award-winning tv enthusiast. Bacon ninja. Gamer. Amateur writer.\"",
     "Leave a Reply", "Your email address will not be published. Required fields are marked *",
     "Back to top"});

}  // namespace

TEST_CASE("what a crawl leaves around a story is no part of its text, and not lost") {
  const Article article = cleaned(kCrawled);
  CHECK(article.text == join({kStory, kStory + " It is the end."}));
  CHECK(article.boilerplate.size() == 2);
  CHECK(restore_text(article) == kCrawled);
}

TEST_CASE("phrases of several languages mark a paragraph") {
  for (const char* paragraph : {"Advertisement",
                                "ADVERTISEMENT:",
                                "» Read more",
                                "READ MORE: World reacts to the talks",
                                "See also: The wonderful world",
                                "(Photo: Chip Somodevilla, Getty Images)",
                                "Image copyright Reuters Image caption A whaler",
                                "Photo courtesy of the city",
                                "Foto: dpa",
                                "Bildquelle: Reuters",
                                "Tags: war, peace",
                                "Filed under: War on Yemen |",
                                "© 2020 by King Features Syndicate",
                                "Copyright 2016 The Associated Press.",
                                "Sign up for Daily Newsletters",
                                "Iscriviti alla newsletter",
                                "We use cookies to help you.",
                                "Lesen Sie auch: Die Lage am Morgen",
                                "À lire aussi : Le procès",
                                "Lees ook: De top",
                                "Lee también Félix Salgado",
                                "Читайте также: Адвокаты обжалуют приговор",
                                "Facebook Twitter WhatsApp Email",
                                "Follow us on Twitter @CNNOpinion",
                                "Votre adresse e-mail ne sera pas publiée.",
                                "Все права защищены"}) {
    CAPTURE(paragraph);
    CHECK(is_left_out(paragraph));
  }
}

TEST_CASE("a story's own sentences stay, whatever words are in them") {
  for (const char* paragraph :
       {"See also how the government deals with it, he told the reporters.",
        "\"Read more books,\" she said.", "“We use cookies to track you,” the company admitted.",
        "Comments by the president were not welcome.", "Copyright law is hard to understand.",
        "Facebook, Google", "Subscribers to the newsletter were told to wait.", "Photos",
        "Share prices fell by 3 percent.", "Shr 33 cts vs 24 cts", "What happens next?",
        "Tags are a nuisance: nobody reads them.", "By Alexandra Alter", "Freddie Dawson"}) {
    CAPTURE(paragraph);
    CHECK_FALSE(is_left_out(paragraph));
  }
}

TEST_CASE("a comment form ends the article only after the story") {
  const auto after = cleaned(join({kStory, kStory, "12 Comments", "Great read!", "I doubt it."}));
  CHECK(after.text == join({kStory, kStory}));
  const auto above = cleaned(join({"By Jo Doe", "Leave a comment", kStory, kStory}));
  CHECK(above.text == join({"By Jo Doe", kStory, kStory}));
  const auto within = cleaned(join({kStory, "Comments", kStory, kStory, kStory}));
  CHECK(within.boilerplate.empty());
}

TEST_CASE("a heading for links takes the titles after it, not the story") {
  const auto article =
      cleaned(join({kStory, "Related Articles", "Talks fail again", "Who is who?", kStory}));
  CHECK(article.text == join({kStory, kStory}));
}

TEST_CASE("buttons to share on are left out, one a line too") {
  CHECK(cleaned(join({kStory, "Facebook", "Twitter", "Email", kStory})).text ==
        join({kStory, kStory}));
  CHECK(cleaned(join({kStory, "Facebook", kStory, "Twitter", "Google"})).boilerplate.empty());
}

TEST_CASE("an author's portrait counts at the end, after a name") {
  const std::string bio = "Jo Doe is a reporter who covers the courts.";
  CHECK(cleaned(join({kStory, kStory, "Jo Doe", bio})).text == join({kStory, kStory}));
  CHECK(cleaned(join({kStory, "Jo Doe", bio, kStory})).boilerplate.empty());
  CHECK(cleaned(join({kStory, kStory, bio})).boilerplate.empty());
  CHECK(cleaned(join({kStory, kStory, bio + " Follow her on Twitter: @jo"})).text ==
        join({kStory, kStory}));
}

TEST_CASE("what is repeated is left out around the story, not in it") {
  const Strings parts = {"Home", kStory, "Background", kStory, "Made by machines in Springfield."};
  CHECK(cleaned(join(parts), {true, false, true, false, true}).text ==
        join({kStory, "Background", kStory}));
  // A copy of other articles is an article.
  CHECK(cleaned(join(parts), {true, true, true, true, true}).boilerplate.empty());
  CHECK(cleaned(join({"By Jo Doe", kStory}), {true, false}).boilerplate.empty());
}

TEST_CASE("a text of boilerplate alone is kept") {
  CHECK(cleaned("Read more\n\nAdvertisement").text == "Read more\n\nAdvertisement");
  CHECK(cleaned("").text.empty());
}

TEST_CASE("any paragraphs set aside come back byte for byte, and through JSON") {
  std::mt19937 random(7);
  const Strings pieces = {"a",  "ü – é",    " ",      "\n",     "\n\n", "\n \n\n",
                          "\t", "word and", "\"\\\"", "\r\n",   "日本", "Read more",
                          ".",  "\xC2\x85", "    x",  "z\n\n\n"};
  for (int round = 0; round < 2000; ++round) {
    Article article;
    article.title = "t";
    article.id = "1";
    article.text = "x";
    for (auto n = random() % 20; n > 0; --n) article.text += pieces[random() % pieces.size()];
    const std::string text = article.text;
    const auto paragraphs = split_paragraphs(article.text);
    std::vector<bool> marked;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) marked.push_back(random() % 2);
    set_aside(article, paragraphs, marked);
    CAPTURE(text);
    REQUIRE(restore_text(article) == text);
    const TempDir dir;
    auto back = read_all({dir.write("a.json", full_article_json(article))});
    REQUIRE(back.articles.size() == 1);
    back.articles[0].from = {};
    REQUIRE(back.articles[0] == article);
  }
}

TEST_CASE("boilerplate of a JSON record that is no list of ranges is an extra field") {
  for (const char* value : {"\"x\"", "[]", "[[2,1]]", "[[0,99]]", "[[0,1],[0,1]]", "[[1,2]]",
                            "[[0,1]", "[[-1,1]]", "[[0,1,2]]", "[1,2]", "null", "[[0,1e1]]"}) {
    CAPTURE(value);
    const TempDir dir;
    const auto got = read_all(
        {dir.write("a.jsonl", std::string(R"({"text":"éa","boilerplate":)") + value + "}\n")});
    if (got.articles.empty()) continue;  // not JSON
    CHECK(got.articles[0].text == "éa");
    CHECK(got.articles[0].boilerplate.empty());
    CHECK(got.articles[0].extra == std::string(R"({"boilerplate":)") + value + "}");
  }
}

TEST_CASE("places beyond the end of a text do no harm") {
  Article article;
  article.text = "ab";
  article.boilerplate = {{1, "-"}, {99, "+"}, {0, "*"}};
  CHECK(restore_text(article) == "a-b+*");
}

TEST_CASE("a paragraph is repeated if a share of its source's articles has it") {
  RepeatedParagraphs repeated(1000);
  for (int i = 0; i < 4; ++i) repeated.add("a", {"Made in   Springfield", "MADE in Springfield"});
  for (int i = 0; i < 3; ++i) repeated.add("b", {"Made in Springfield"});
  for (int i = 0; i < 4; ++i) repeated.add("c", {"Made in Springfield"});
  for (int i = 0; i < 250; ++i) repeated.add("c", {std::to_string(i)});
  repeated.finish();
  CHECK(repeated.find("a", {"x", "made in springfield"}) == std::vector<bool>{false, true});
  CHECK(repeated.find("a", {"x"}).empty());
  CHECK(repeated.find("b", {"Made in Springfield"}).empty());
  CHECK(repeated.find("c", {"Made in Springfield"}).empty());
  CHECK(repeated.find("d", {"Made in Springfield"}).empty());
  RepeatedParagraphs small(2);
  for (int i = 0; i < 9; ++i) small.add("a", {"x", "y", "z"});
  CHECK(small.full());
  small.finish();
  CHECK(small.find("a", {"x"}).empty());
}

TEST_CASE("plain text trees are cleaned by default, structured text if asked") {
  const TempDir dir;
  const std::string tail = "\n\nRun by volunteers since ever";
  for (int i = 0; i < 6; ++i)
    dir.write("in/paper/" + std::to_string(i) + ".txt",
              "Title\n\n" + kStory + " " + std::to_string(i) + tail);
  dir.write("in/other/1.txt", "Title\n\n" + kStory + tail);
  dir.write("in/z.jsonl", "{\"title\":\"t\",\"text\":\"" + kStory + "\\n\\nAdvertisement\"}\n");
  const auto got = read_all({dir.path("in")});
  REQUIRE(got.articles.size() == 8);
  CHECK(got.articles[0].text == kStory + tail);  // of another source, where it stands once
  CHECK(got.articles[1].text == kStory + " 0");
  CHECK(got.articles[1].boilerplate == std::vector<Boilerplate>{{kStory.size() + 2, tail}});
  CHECK(got.articles[7].boilerplate.empty());

  InputOptions options;
  options.boilerplate = BoilerplateMode::drop;
  const auto dropped = read_all({dir.path("in")}, options);
  CHECK(dropped.articles[1] == got.articles[1]);
  CHECK(dropped.articles[7].text == kStory);
  options.boilerplate = BoilerplateMode::keep;
  CHECK(read_all({dir.path("in")}, options).articles[1].text == kStory + " 0" + tail);
  const auto exported = dir.write("e.jsonl", full_article_json(got.articles[1]) + "\n");
  CHECK(read_all({exported}).articles[0].boilerplate == got.articles[1].boilerplate);
  CHECK(read_all({exported}, options).articles[0].text == kStory + " 0" + tail);
  options = {};
  options.most_learned = 2;
  CHECK(read_all({dir.path("in")}, options).articles[1].boilerplate.empty());
}

TEST_CASE("text in an archive is learned from too, up to what is something else") {
  Members members;
  for (int i = 0; i < 5; ++i)
    members.emplace_back("p/" + std::to_string(i),
                         "Title\n\n" + kStory + std::to_string(i) + "\n\nRun by volunteers");
  const TempDir dir;
  const auto plain = read_all({dir.write("a.tar", pack(Container::tar, "gzip", members))});
  REQUIRE(plain.articles.size() == 5);
  CHECK(plain.articles[4].text == kStory + "4");
  members.insert(members.begin(), {"0.json", "{\"title\":\"x\"}"});
  const auto mixed = read_all({dir.write("b.tar", pack(Container::tar, "", members))});
  REQUIRE(mixed.articles.size() == 6);
  CHECK(mixed.articles[5].boilerplate.empty());
}

}  // namespace news
