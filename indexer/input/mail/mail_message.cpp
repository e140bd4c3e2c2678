// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/mail/mail_message.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "common/text/ascii.hpp"
#include "indexer/input/article_builder.hpp"
#include "indexer/input/mail/mail_text.hpp"
#include "indexer/input/mail/mime_part.hpp"
#include "indexer/text/charset.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

constexpr int kMaxDepth = 32;  // parts in parts; our own recursion must end
constexpr std::size_t kMaxParts = 1000;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
struct Free {
  void operator()(char* text) const { g_free(text); }
};
template <typename T>
using Held = std::unique_ptr<T, Unref>;
using HeldText = std::unique_ptr<char, Free>;

std::string text_of(const char* text) {
  return text ? std::string(text) : std::string();
}

/// Words encoded as RFC 2047 says; bytes as whatever they seem to be.
std::string decode_header(std::string_view raw) {
  const std::string text = to_utf8(one_line(raw));
  const HeldText decoded(g_mime_utils_header_decode_text(nullptr, text.c_str()));
  return one_line(to_utf8(text_of(decoded.get())));
}

/// Undoes base64 and its like.
std::string decode_body(const MimePart& part) {
  const auto name = one_line(part.header("Content-Transfer-Encoding"));
  const auto encoding = g_mime_content_encoding_from_string(name.c_str());
  GMimeEncoding state;
  g_mime_encoding_init_decode(&state, encoding);
  std::string out(g_mime_encoding_outlen(&state, part.body.size()), '\0');
  out.resize(g_mime_encoding_flush(&state, part.body.data(), part.body.size(), out.data()));
  return out;
}

/// Gathers the texts of a message's parts. GMime's own parser would read the addresses of messages
/// in messages by recursion, as deep as the input wants.
class PartWalk {
 public:
  explicit PartWalk(MailMessage& message) : message_(message) {}

  std::string text(const MimePart& message) {
    Texts found = walk(message, 0);
    return std::move(found.plain.empty() ? found.html : found.plain);
  }

 private:
  struct Texts {
    std::string plain;
    std::string html;  ///< without tags
  };

  Texts walk(const MimePart& part, int depth) {
    if (depth > kMaxDepth || ++parts_ > kMaxParts) return {};
    const auto given = one_line(part.header("Content-Type"));
    const Held<GMimeContentType> type(
        g_mime_content_type_parse(nullptr, given.empty() ? "text/plain" : given.c_str()));
    const auto parameter = [&](const char* name) {
      return text_of(g_mime_content_type_get_parameter(type.get(), name));
    };
    const auto is = [&](const char* media, const char* subtype) {
      return g_mime_content_type_is_type(type.get(), media, subtype) != 0;
    };
    if (is("multipart", "*")) {
      return walk_parts(part, parameter("boundary"), is("multipart", "alternative"), depth);
    }
    const auto file = one_line(part.header("Content-Disposition"));
    const Held<GMimeContentDisposition> disposition(
        g_mime_content_disposition_parse(nullptr, file.empty() ? "inline" : file.c_str()));
    const bool plain = is("text", "plain");
    if (g_mime_content_disposition_is_attachment(disposition.get()) ||
        (!plain && !is("text", "html"))) {
      auto name = text_of(g_mime_content_disposition_get_parameter(disposition.get(), "filename"));
      if (name.empty()) name = parameter("name");
      const HeldText kind(g_mime_content_type_get_mime_type(type.get()));
      message_.attachments.push_back(to_utf8(name.empty() ? text_of(kind.get()) : name));
      return {};
    }
    std::string text = to_utf8(decode_body(part), parameter("charset"));
    if (!plain) return {{}, plain_text(text, Blanks::flowing)};
    if (equal_names(parameter("format"), "flowed"))
      text = join_flowed(text, equal_names(parameter("delsp"), "yes"));
    return {is_blank(text) ? std::string() : std::move(text), {}};
  }

  Texts walk_parts(const MimePart& part, const std::string& boundary, bool alternative, int depth) {
    Texts all;
    for (const auto bytes : split_multipart(part.body, boundary, kMaxParts)) {
      Texts found = walk(read_mime_part(bytes), depth + 1);
      if (!alternative && found.plain.empty()) found.plain = std::move(found.html);
      add(all.plain, found.plain);
      if (alternative) add(all.html, found.html);
    }
    return all;
  }

  static void add(std::string& all, const std::string& text) {
    if (!all.empty() && !text.empty()) all += all.ends_with('\n') ? "\n" : "\n\n";
    all += text;
  }

  MailMessage& message_;
  std::size_t parts_ = 0;
};

/// "john at example.com (John Doe)", as list archives hide addresses: what stands in brackets.
std::string name_in_brackets(std::string_view text) {
  const auto open = text.find('(');
  const auto close = text.rfind(')');
  const bool found = open != text.npos && close != text.npos && open < close;
  return one_line(found ? text.substr(open + 1, close - open - 1) : text);
}

void start_gmime() {
  static const bool started = (g_mime_init(), true);
  static_cast<void>(started);
}

}  // namespace

std::string_view MailMessage::header(std::string_view name) const {
  for (const auto& [given, value] : headers)
    if (equal_names(given, name)) return value;
  return {};
}

MailMessage read_mail(std::string_view bytes) {
  start_gmime();
  MailMessage message;
  const MimePart whole = read_mime_part(bytes);
  for (const auto& header : whole.headers)
    message.headers.emplace_back(std::string(header.name), decode_header(header.value));
  message.text = PartWalk(message).text(whole);
  take_uuencoded(message.text, message.attachments);
  message.text.erase(message.text.find_last_not_of(" \t\r\n") + 1);
  return message;
}

std::string sender_name(std::string_view header) {
  start_gmime();
  constexpr std::size_t kMaxLength = 1000;  // GMime reads addresses by recursion
  std::string text(header.substr(0, kMaxLength));
  text = to_utf8(text);
  const Held<InternetAddressList> list(internet_address_list_parse(nullptr, text.c_str()));
  InternetAddress* first = list ? internet_address_list_get_address(list.get(), 0) : nullptr;
  if (!first) return name_in_brackets(text);
  std::string name = one_line(to_utf8(text_of(internet_address_get_name(first))));
  if (name.find('@') != name.npos) name = name_in_brackets(name);
  if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(first))
    name = to_utf8(text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first))));
  return name;
}

}  // namespace news
