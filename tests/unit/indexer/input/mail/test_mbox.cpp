// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/mail/mail_message.hpp"
#include "indexer/input/mail/mail_text.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kFirst =
    "From jane@example.org Tue Jan  1 12:00:00 2002\n"
    "From: Jane Doe <jane@example.org>\nSubject: One\nMessage-ID: <1@example.org>\n"
    "Date: Tue, 1 Jan 2002 12:00:00 +0100\n\n"
    "Text.\n>From the start.\n\nFrom here it is plain.\n\n";
const std::string kSecond =
    "From john@example.org Wed Jan  2 12:00:00 2002\r\n"
    "From: John\r\nSubject: Two\r\n\r\nMore.\r\n";

std::string mail(const std::string& headers, const std::string& body) {
  return "From: a@b.c\n" + headers + "\n\n" + body;
}

}  // namespace

TEST_CASE("an mbox file is cut at the lines that begin messages") {
  const TempDir dir;
  const auto input = open_input({dir.write("list", kFirst + kSecond)}, {});
  for (const auto& expected : {kFirst, kSecond}) {
    const auto record = input->next();
    REQUIRE(record);
    CHECK(record->format == "mbox");
    CHECK(record->bytes == expected);
    CHECK(record->from.offset == (expected == kFirst ? 0 : kFirst.size()));
  }
  CHECK_FALSE(input->next());
  const auto got = read_as("auto", kFirst + kSecond);
  REQUIRE(got.titles() == Strings{"One", "Two"});
  CHECK(got.articles[0].text == "Text.\nFrom the start.\n\nFrom here it is plain.");
  CHECK(got.articles[0].id == "1@example.org");
  CHECK(got.articles[0].authors == Strings{"Jane Doe"});
  CHECK(format_date(got.articles[0].date) == "2002-01-01T12:00:00+01:00");
  CHECK(got.articles[1].id.empty());
  CHECK_FALSE(got.articles[1].date.dated());
}

TEST_CASE("a message in a file of its own is one, whatever its lines begin with") {
  const std::string post =
      "Newsgroups: sci.space,sci.astro\nPath: a!b!c\n"
      "From: leech@cs.unc.edu (Jon Leech)\nSubject: =?iso-8859-1?Q?caf=E9?= =?utf-8?B?w7w=?=\n"
      "Organization: University of North\n  Carolina\nLines: 3\n"
      "NNTP-Posting-Date: 6 May 1993 19:56:44 GMT\n\n"
      "> quoted\n\nFrom x@y Tue Jan  1 12:00:00 2002\n-- \nJon\n";
  const auto got = read_as("auto", post, "59874");
  REQUIRE(got.articles.size() == 1);
  const Article& article = got.articles[0];
  CHECK(article.title == "caf\xC3\xA9\xC3\xBC");
  CHECK(article.authors == Strings{"Jon Leech"});
  CHECK(article.section == "sci.space");
  CHECK(article.source == "Usenet");
  CHECK(format_date(article.date) == "1993-05-06T19:56:44Z");
  CHECK(article.text == "> quoted\n\nFrom x@y Tue Jan  1 12:00:00 2002\n-- \nJon");
  CHECK(article.extra.find(R"("Organization":"University of North Carolina")") !=
        std::string::npos);
  CHECK(article.extra.find("sci.astro") != std::string::npos);
  CHECK(article.extra.find("Lines") == std::string::npos);
}

TEST_CASE("what is mail and what only looks like it") {
  CHECK(read_as("auto", "Subject: a\nFrom: b\n\nx").titles() == Strings{"a"});
  for (const char* text : {"Subject: a\n\nx", "From: the desk\nof nobody: x\nSubject: a",
                           "From here on: everything\nSubject: a\n", "Date: x\nTitle: y\n\nz"}) {
    CAPTURE(text);
    const TempDir dir;
    const auto input = open_input({dir.write("a", text)}, {});
    const auto record = input->next();
    REQUIRE(record);
    CHECK(record->format == "text");
  }
}

TEST_CASE("the text of a message is its plain part, decoded; attachments are named") {
  const std::string body =
      "--x\nContent-Type: multipart/alternative; boundary=y\n\n"
      "--y\nContent-Type: text/plain; charset=iso-8859-1\n"
      "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9 =\nau lait\n"
      "--y\nContent-Type: text/html\n\n<p>html\n--y--\n"
      "--x\nContent-Type: application/pdf; name=\"a b.pdf\"\n"
      "Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\nAAAA\n"
      "--x\nContent-Type: text/plain\n\nlist footer\n--x--\n";
  const auto got =
      read_mail(mail("Mime-Version: 1.0\nContent-Type: multipart/mixed; boundary=x", body));
  CHECK(got.text == "caf\xC3\xA9 au lait\n\nlist footer");
  CHECK(got.attachments == Strings{"a b.pdf"});
  CHECK(read_mail(mail("Content-Type: text/html; charset=utf-8", "<p>one<p>two &amp; <b>3</b>"))
            .text == "one\n\ntwo & 3");
  CHECK(read_mail(mail("Content-Transfer-Encoding: base64", "aGVsbG8=")).text == "hello");
  CHECK(read_mail(mail("Content-Type: text/plain; charset=koi8-r", "\xD0\xD2\xC9")).text ==
        "\xD0\xBF\xD1\x80\xD0\xB8");
  CHECK(read_mail(mail("Content-Type: text/plain; charset=none", "caf\xE9 au lait")).text ==
        "caf\xC3\xA9 au lait");
}

TEST_CASE("format=flowed: paragraphs are joined, quotations apart") {
  CHECK(join_flowed("one \ntwo\n> three \n> four\nfive \n-- \nsig\n stuffed\n", false) ==
        "one two\n> three four\nfive \n-- \nsig\nstuffed\n");
  CHECK(join_flowed("on \ne\n", true) == "one\n");
  CHECK(read_mail(mail("Content-Type: text/plain; format=flowed", "one \ntwo\n")).text ==
        "one two");
}

TEST_CASE("files in the text, uuencoded, are attachments") {
  std::string text = "see\nbegin 644 a.txt\n#0V%T\n`\nend\nafter\nbegin 644 not a file\nx\n";
  Strings names;
  take_uuencoded(text, names);
  CHECK(text == "see\nafter\nbegin 644 not a file\nx\n");
  CHECK(names == Strings{"a.txt"});
}

TEST_CASE("senders' names") {
  CHECK(sender_name("\"Doe, Jane\" <j@x.org>") == "Doe, Jane");
  CHECK(sender_name("j@x.org") == "j@x.org");
  CHECK(sender_name("j@x.org (Jane)") == "Jane");
  CHECK(sender_name("jane at x.org (Jane Doe)") == "Jane Doe");
  CHECK(sender_name("=?utf-8?Q?J=C3=BC?= <j@x.org>") == "J\xC3\xBC");
  CHECK(sender_name("(Proust)") == "Proust");
}

TEST_CASE("lists are sources; headers that break off or begin in the middle are mended") {
  const auto got = read_as("mbox",
                           " a!b!c\nFrom: j@x.org\nList-Id: \"The list\" <l.x.org>\n"
                           "Subject: s\nHello without a blank line\nmore\n");
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].source == "The list");
  CHECK(got.articles[0].title == "s");
  CHECK(got.articles[0].text == "Hello without a blank line\nmore");
}

TEST_CASE("a path pattern speaks of messages in files of their own") {
  const TempDir dir;
  InputOptions options;
  options.path_pattern = "{section}/{id}";
  dir.write("sci.med/59", "From: a\nSubject: b\n\nc\n");
  const auto got = read_all({dir.str()}, options);
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].section == "sci.med");
  CHECK(got.articles[0].id == "59");
}

TEST_CASE("parts in parts without end, messages too long, and messages cut off anywhere") {
  std::string nested = "From: a\nSubject: s\nContent-Type: multipart/mixed; boundary=b0\n\n";
  for (int i = 1; i < 20000; ++i) {
    nested += "--b" + std::to_string(i - 1) + "\nContent-Type: multipart/mixed; boundary=b" +
              std::to_string(i) + "\n\n";
  }
  CHECK(read_as("mbox", nested).articles.size() == 1);
  InputOptions options;
  options.max_record_bytes = 1000;
  const auto got =
      read_as("mbox", kFirst + std::string(300000, 'x') + "\n\n" + kSecond, "a", options);
  CHECK(got.titles() == Strings{"Two"});
  CHECK(got.reasons() == Strings{"record too long"});
  CHECK(read_truncated("mbox", kFirst + kSecond) > 200);
}

}  // namespace news
