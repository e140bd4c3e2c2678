// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/io/json_writer.hpp"
#include "common/text/ascii.hpp"
#include "indexer/input/article_builder.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/mail/mail_message.hpp"
#include "indexer/input/mail/mbox_splitter.hpp"
#include "indexer/input/mail/mime_part.hpp"
#include "indexer/input/path_pattern.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"

// Mail and Usenet. What a message came through is its source: the mailing list, or Usenet; the
// first newsgroup is the section.
namespace news {
namespace {

constexpr unsigned kOurs = 20;  // the rank of what a header means; the user's word comes first
constexpr unsigned kPath = 40;  // of what the path says

/// Headers that tell how a message came, not what it says.
bool is_transport(std::string_view name) {
  constexpr std::array<std::string_view, 18> kNames = {"received",
                                                       "return-path",
                                                       "delivered-to",
                                                       "mime-version",
                                                       "content-type",
                                                       "lines",
                                                       "status",
                                                       "x-status",
                                                       "bytes",
                                                       "content-transfer-encoding",
                                                       "content-length",
                                                       "x-uid",
                                                       "dkim-signature",
                                                       "x-mozilla-status",
                                                       "authentication-results",
                                                       "received-spf",
                                                       "content-disposition",
                                                       "envelope-to"};
  constexpr std::array<std::string_view, 5> kPrefixes = {"arc-", "x-spam", "x-google-", "x-gm-",
                                                         "x-mozilla-"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view known) { return equal_names(name, known); }) ||
         std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
           return equal_names(name.substr(0, prefix.size()), prefix);
         });
}

/// "Linux kernel <linux-kernel.vger.kernel.org>" → its name, else its address.
std::string list_name(std::string_view list_id) {
  const auto open = list_id.find('<');
  auto name = one_line(list_id.substr(0, open));
  std::erase(name, '"');
  if (!name.empty() || open == list_id.npos) return name;
  const auto id = list_id.substr(open + 1);
  return one_line(id.substr(0, id.find('>')));
}

std::string without_brackets(std::string_view id) {
  const auto open = id.find('<');
  if (open == id.npos) return std::string(id);
  id.remove_prefix(open + 1);
  return std::string(id.substr(0, id.find('>')));
}

/// Takes the line off that begins a message in an mbox file, and the '>' that keeps the text's own
/// from being one. False if there is no such line.
bool unpack(std::string& bytes) {
  const std::string_view all = bytes;
  const auto line = all.substr(0, all.find('\n'));
  if (!is_mbox_line(line)) return false;
  std::string out;
  out.reserve(all.size());
  for (auto rest = all.substr(std::min(line.size() + 1, all.size())); !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const auto quotes = std::min(rest.find_first_not_of('>'), rest.size());
    const bool quoted = quotes > 0 && rest.substr(quotes).starts_with("From ");
    out += rest.substr(quoted, end - quoted);
    rest.remove_prefix(end);
  }
  bytes = std::move(out);
  return true;
}

class MailParser : public RecordParser {
 public:
  MailParser(FieldMap fields, PathFacts facts, InputOptions options)
      : fields_(std::move(fields)), facts_(std::move(facts)), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    const bool one_of_many = unpack(record.bytes);
    MailMessage message = read_mail(record.bytes);
    ArticleBuilder builder;
    std::map<std::string_view, std::string> others;
    for (const auto& [name, value] : message.headers) header(builder, others, name, value);
    for (const auto& [name, value] : others) builder.add_extra_string(name, value);
    if (!message.attachments.empty())
      builder.add_extra("attachments", json_strings(message.attachments));
    const bool usenet = !message.header("Newsgroups").empty() || !message.header("Path").empty();
    set(builder, Field::source, kOurs + 1, {}, usenet ? "Usenet" : "");
    set(builder, Field::source, kPath, {}, facts_.source);
    set(builder, Field::section, kPath, {}, facts_.section);
    if (!one_of_many) set(builder, Field::id, kPath, {}, facts_.id);
    if (builder.wants({Field::date, kPath})) {
      set(builder, Field::date, kPath, {}, facts_.date);
      builder.set_date_from(DateFrom::file);
    }
    set(builder, Field::text, kOurs, {}, std::move(message.text));
    return builder.finish(record.from, options_);
  }

 private:
  void header(ArticleBuilder& builder, std::map<std::string_view, std::string>& others,
              std::string_view name, const std::string& value) const {
    const auto mapped = fields_.find(name);
    if (mapped && mapped->rank == 0) return set(builder, mapped->field, 0, name, value);
    if (known(builder, name, value)) return;
    if (is_transport(name) || value.empty()) return;
    auto& all = others[name];
    if (!all.empty()) all += '\n';
    all += value;
  }

  /// Whether a header is a field and nothing more.
  static bool known(ArticleBuilder& builder, std::string_view name, const std::string& value) {
    const auto is = [&](std::string_view header) { return equal_names(name, header); };
    if (is("Subject")) return set(builder, Field::title, kOurs, name, value), true;
    if (is("Date")) return set(builder, Field::date, kOurs, name, value), true;
    if (is("Message-ID")) {
      return set(builder, Field::id, kOurs, name, without_brackets(value)), true;
    }
    if (is("Content-Language")) return set(builder, Field::language, kOurs, name, value), true;
    if (is("Archived-At"))
      return set(builder, Field::url, kOurs, name, without_brackets(value)), true;
    if (is("From")) {
      const auto author = sender_name(value);
      set(builder, Field::author, kOurs, name, author);
      return author == value;
    }
    if (is("NNTP-Posting-Date")) set(builder, Field::date, kOurs + 1, name, value);
    if (is("List-Id")) set(builder, Field::source, kOurs, name, list_name(value));
    if (is("Newsgroups"))
      set(builder, Field::section, kOurs, name, value.substr(0, value.find(',')));
    return false;
  }

  static void set(ArticleBuilder& builder, Field field, unsigned rank, std::string_view name,
                  std::string value) {
    const FieldMatch match{field, rank};
    if (!is_blank(value) && builder.wants(match)) builder.set(match, name, {std::move(value), {}});
  }

  const FieldMap fields_;
  const PathFacts facts_;
  const InputOptions options_;
};

/// Whether the text begins with a header of mail or news: two names that are known, one of which
/// nothing else has, before the first line that is no header.
bool has_header(std::string_view head) {
  constexpr std::array<std::string_view, 8> kTelling = {
      "from", "message-id", "newsgroups", "path", "received", "return-path", "xref", "reply-to"};
  constexpr std::array<std::string_view, 7> kCommon = {
      "subject", "date", "to", "lines", "cc", "organization", "mime-version"};
  int telling = 0;
  int common = 0;
  while (!head.empty()) {
    const auto end = std::min(head.find('\n'), head.size());
    const auto line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    if (line.empty() || line == "\r") break;
    if (goes_on(line)) continue;
    const auto name = header_name(line);
    if (name.empty()) break;
    const auto is = [&](std::string_view known) { return equal_names(name, known); };
    telling += std::any_of(kTelling.begin(), kTelling.end(), is);
    common += std::any_of(kCommon.begin(), kCommon.end(), is);
  }
  return telling > 0 && telling + common > 1;
}

bool is_mail(std::string_view head, const FileContext&) {
  head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
  const auto line = head.substr(0, head.find('\n'));
  if (is_mbox_line(line)) head.remove_prefix(std::min(line.size() + 1, head.size()));
  return has_header(head);
}

}  // namespace

const Format kMboxFormat = {
    "mbox", "mbox eml mbx", is_mail, [](Window& window, const FileContext& file) {
      auto parser = std::make_shared<MailParser>(
          file.fields, path_facts(file.options.path_pattern, file.name, file.relative),
          file.options);
      return FileReader{split_mbox(window, file.options.max_record_bytes), std::move(parser)};
    }};

}  // namespace news
