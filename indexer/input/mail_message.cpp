// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/mail_message.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/charset.hpp"
#include "indexer/input/mail_text.hpp"
#include "indexer/text/sgml.hpp"

namespace news {
namespace {

constexpr int kDeepest = 32;  // parts in parts; our own recursion must end

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
std::string decode_header(const char* raw) {
  if (!raw) return {};
  const std::string text = to_utf8(raw);
  const HeldText decoded(g_mime_utils_header_decode_text(nullptr, text.c_str()));
  return on_one_line(to_utf8(decoded.get()));
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return {};
  const Held<GMimeStream> out(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, out.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

bool has_parameter(GMimeContentType* type, const char* name, std::string_view value) {
  return same_name(text_of(g_mime_content_type_get_parameter(type, name)), value);
}

/// Gathers the texts of a message's parts.
class PartWalk {
 public:
  explicit PartWalk(MailMessage& message) : message_(message) {}

  std::string text(GMimeObject* part) {
    const Texts found = walk(part, 0);
    return found.plain.empty() ? found.html : found.plain;
  }

 private:
  struct Texts {
    std::string plain;
    std::string html;  ///< without tags
  };

  Texts walk(GMimeObject* object, int depth) {
    if (!object || depth > kDeepest) return {};
    if (GMIME_IS_MULTIPART(object)) return walk_parts(GMIME_MULTIPART(object), depth);
    if (!GMIME_IS_PART(object)) return attach("message/rfc822");
    GMimePart* part = GMIME_PART(object);
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const bool plain = g_mime_content_type_is_type(type, "text", "plain");
    if (g_mime_part_is_attachment(part) ||
        (!plain && !g_mime_content_type_is_type(type, "text", "html"))) {
      const char* name = g_mime_part_get_filename(part);
      const HeldText kind(g_mime_content_type_get_mime_type(type));
      return attach(to_utf8(text_of(name ? name : kind.get())));
    }
    const char* charset = g_mime_content_type_get_parameter(type, "charset");
    std::string text = to_utf8(content_of(part), text_of(charset));
    if (!plain) return {{}, plain_text(text, Blanks::flowing)};
    if (has_parameter(type, "format", "flowed"))
      text = join_flowed(text, has_parameter(type, "delsp", "yes"));
    return {is_blank(text) ? std::string() : std::move(text), {}};
  }

  Texts walk_parts(GMimeMultipart* parts, int depth) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    const bool alternative = g_mime_content_type_is_type(type, "multipart", "alternative");
    Texts all;
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
      Texts found = walk(g_mime_multipart_get_part(parts, i), depth + 1);
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

  Texts attach(std::string name) {
    message_.attachments.push_back(std::move(name));
    return {};
  }

  MailMessage& message_;
};

/// Messages as archives keep them: a first line that goes on from one that is gone is dropped; a
/// header that breaks off without a blank line gets one.
std::string mend_header(std::string_view bytes) {
  while (goes_on(bytes)) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    const auto line = bytes.substr(at, end - at);
    if (line == "\n" || line == "\r\n") break;
    if (!goes_on(line) && header_name(line).empty()) {
      return std::string(bytes.substr(0, at)) + '\n' + std::string(bytes.substr(at));
    }
    at = end;
  }
  return std::string(bytes);
}

/// "john at example.com (John Doe)", as list archives hide addresses: what stands in brackets.
std::string name_in_brackets(std::string_view text) {
  const auto open = text.find('(');
  const auto close = text.rfind(')');
  const bool found = open != text.npos && close != text.npos && open < close;
  return on_one_line(found ? text.substr(open + 1, close - open - 1) : text);
}

void start_gmime() {
  static const bool started = (g_mime_init(), true);
  static_cast<void>(started);
}

}  // namespace

std::string_view MailMessage::header(std::string_view name) const {
  for (const auto& [given, value] : headers)
    if (same_name(given, name)) return value;
  return {};
}

MailMessage read_mail(std::string_view given) {
  start_gmime();
  const std::string bytes = mend_header(given);
  MailMessage message;
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Held<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!parsed) return message;
  GMimeHeaderList* headers = g_mime_object_get_header_list(GMIME_OBJECT(parsed.get()));
  for (int i = 0; i < g_mime_header_list_get_count(headers); ++i) {
    GMimeHeader* header = g_mime_header_list_get_header_at(headers, i);
    message.headers.emplace_back(to_utf8(text_of(g_mime_header_get_name(header))),
                                 decode_header(g_mime_header_get_raw_value(header)));
  }
  message.text = PartWalk(message).text(g_mime_message_get_mime_part(parsed.get()));
  take_uuencoded(message.text, message.attachments);
  message.text.erase(message.text.find_last_not_of(" \t\r\n") + 1);
  return message;
}

std::string sender_name(std::string_view header) {
  start_gmime();
  const std::string text(header);
  const Held<InternetAddressList> list(internet_address_list_parse(nullptr, text.c_str()));
  InternetAddress* first = list ? internet_address_list_get_address(list.get(), 0) : nullptr;
  if (!first) return name_in_brackets(text);
  std::string name = on_one_line(to_utf8(text_of(internet_address_get_name(first))));
  if (name.find('@') != name.npos) name = name_in_brackets(name);
  if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(first))
    name = to_utf8(text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first))));
  return name;
}

}  // namespace news
