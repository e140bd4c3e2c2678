// SPDX-License-Identifier: GPL-2.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/json/json_scanner.hpp"
#include "indexer/text/html_text.hpp"

namespace news {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kMaxDepth = 100;                     // nesting; our own recursion must end
constexpr std::size_t kKeepParserUpTo = 4u << 20;  // a parser keeps six times its largest record

std::string_view trim_end(std::string_view json) {
  return json.substr(0, json.find_last_not_of(" \t\r\n") + 1);
}

/// Collects the strings inside a value for one field. Elements of an array become paragraphs of
/// text, sentences in an array within an array stand in one.
class Collector {
 public:
  explicit Collector(Field field) : field_(field) {}

  bool takes_numbers() const { return field_ == Field::id || field_ == Field::date; }
  bool takes_member(std::string_view key) const {
    if (field_ == Field::source) return key == "name";
    if (field_ == Field::author) return key == "name" || key == "original";
    if (field_ == Field::title) return (key == "value" || key == "main") && value_.text.empty();
    return field_ == Field::text && one_of(key, kTextMembers);
  }
  /// An object in an array of parts says by its `type` whether it is a part of the text.
  std::size_t size() const { return value_.text.size(); }
  void end_object(std::size_t size_before, std::string_view type) {
    if (field_ != Field::text) return;
    if (type == "sanitized_html") {
      const auto part = std::min(value_.text.find_first_not_of("\n ", size_before), size());
      if (has_tags(std::string_view(value_.text).substr(part)))
        value_.text.replace(part, std::string::npos, html_to_text(value_.text.substr(part)));
    } else if (one_of(type, kOtherTypes)) {
      value_.text.resize(size_before);
      all_taken_ = false;
    }
  }
  void next_paragraph() { paragraph_ = true; }
  void add(std::string_view string) {
    if (is_blank(string)) return;
    if (field_ == Field::author) {
      value_.items.emplace_back(string);
    } else if (value_.text.empty()) {
      value_.text = string;
    } else if (field_ == Field::text || field_ == Field::title) {
      value_.text.append(paragraph_ ? "\n\n" : " ").append(string);
    } else {
      all_taken_ = false;
    }
    paragraph_ = false;
  }
  void leave_out() { all_taken_ = false; }
  /// False when something in the value has no place in the field.
  bool all_taken() const { return all_taken_; }
  FieldValue take() { return std::move(value_); }

 private:
  // Parts of a text as the Washington Post collection, Fundus and ninjs 2 have them.
  static constexpr std::array<std::string_view, 8> kTextMembers = {
      "content", "text", "paragraphs", "paragraph", "value", "sections", "headline", "summary"};
  static constexpr std::array<std::string_view, 9> kOtherTypes = {
      "kicker", "title",   "byline",      "date",      "image",
      "video",  "gallery", "author_info", "pull_quote"};

  template <typename Names>
  static bool one_of(std::string_view name, const Names& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  Field field_;
  FieldValue value_;
  bool paragraph_ = false;
  bool all_taken_ = true;
};

/// Walks one JSON object, decoding every value once: what simdjson does not decode it does not
/// check.
class RecordWalk {
 public:
  RecordWalk(ondemand::document& document, const FieldMap& fields, ArticleBuilder& builder)
      : document_(document), fields_(fields), builder_(builder) {}

  void object(ondemand::object object, const std::string& prefix, int depth) {
    if (depth > kMaxDepth) throw simdjson::simdjson_error(simdjson::DEPTH_ERROR);
    for (simdjson::simdjson_result<ondemand::field> field : object) {
      const std::string_view key = field.unescaped_key();
      ondemand::value value = field.value();
      if (prefix.empty()) {
        member(key, value, depth);
      } else {
        member(prefix + std::string(key), value, depth);
      }
    }
  }

 private:
  void member(std::string_view path, ondemand::value value, int depth) {
    const auto match = fields_.find(path);
    if (!match && fields_.leads_to_field(path) && value.type() == ondemand::json_type::object) {
      return object(value.get_object(), std::string(path) + '.', depth + 1);
    }
    if (!match && path == "boilerplate") {
      return builder_.set_boilerplate(walk_whole(value, nullptr));
    }
    if (!match || !builder_.wants(*match)) {
      return builder_.add_extra(path, walk_whole(value, nullptr));
    }
    Collector collector(match->field);
    const std::string_view json = walk_whole(value, &collector);
    FieldValue found = collector.take();
    if (found.empty()) {
      if (json != "null" && json[0] != '"') builder_.add_extra(path, json);
      return;
    }
    if (!collector.all_taken()) builder_.add_extra(path, json);
    const bool html = path.ends_with("html") || path.ends_with("Html");  // body_xhtml, contentHtml
    if (match->field == Field::text && html) found.text = html_to_text(found.text);
    builder_.set(*match, path, std::move(found), json);
  }

  /// Walks a value and returns its bytes.
  std::string_view walk_whole(ondemand::value value, Collector* collector) {
    const std::string_view token = value.raw_json_token();
    const bool scalar = token[0] != '[' && token[0] != '{';
    walk(value, collector, 0);
    if (scalar) return trim_end(token);
    const char* end = document_.current_location();
    return trim_end({token.data(), static_cast<std::size_t>(end - token.data())});
  }

  void walk(ondemand::value value, Collector* collector, int depth, bool in_array = false) {
    if (depth > kMaxDepth) throw simdjson::simdjson_error(simdjson::DEPTH_ERROR);
    switch (value.type()) {
      case ondemand::json_type::array:
        for (ondemand::value element : value.get_array()) {
          if (collector != nullptr && !in_array) collector->next_paragraph();
          walk(element, collector, depth + 1, true);
        }
        return;
      case ondemand::json_type::object:
        return walk_members(value.get_object(), collector, depth);
      case ondemand::json_type::string: {
        const std::string_view string = value.get_string();
        if (collector != nullptr) collector->add(string);
        return;
      }
      default:
        return walk_plain(value, collector);
    }
  }

  void walk_members(ondemand::object object, Collector* collector, int depth) {
    const std::size_t size_before = collector ? collector->size() : 0;
    std::string type;
    for (simdjson::simdjson_result<ondemand::field> field : object) {
      const std::string key(std::string_view(field.unescaped_key()));
      ondemand::value value = field.value();
      const bool taken = collector != nullptr && collector->takes_member(key);
      if (taken) collector->next_paragraph();
      if (collector != nullptr && !taken) collector->leave_out();
      if (key == "type" && value.type() == ondemand::json_type::string)
        type = std::string_view(value.get_string());
      else
        walk(value, taken ? collector : nullptr, depth + 1);
    }
    if (collector != nullptr) collector->end_object(size_before, type);
  }

  static void walk_plain(ondemand::value value, Collector* collector) {
    const std::string_view token = trim_end(value.raw_json_token());
    const bool word = token == "null" || token == "true" || token == "false";
    if (!word) {
      const double checked = value.get_double();
      static_cast<void>(checked);
    }
    if (collector == nullptr || token == "null") return;
    if (!word && collector->takes_numbers()) return collector->add(token);
    collector->leave_out();
  }

  ondemand::document& document_;
  const FieldMap& fields_;
  ArticleBuilder& builder_;
};

class JsonParser : public RecordParser {
 public:
  JsonParser(FieldMap fields, InputOptions options)
      : fields_(std::move(fields)), options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    try {
      if (record.bytes.size() <= kKeepParserUpTo) {
        thread_local ondemand::parser kept;
        return decode(kept, record);
      }
      ondemand::parser once;
      return decode(once, record);
    } catch (const simdjson::simdjson_error& error) {
      const bool utf8 = error.error() == simdjson::UTF8_ERROR;
      return Rejection{utf8 ? "invalid UTF-8" : "broken JSON", error.what(), record.from};
    }
  }

 private:
  Parsed decode(ondemand::parser& parser, RawRecord& record) const {
    record.bytes.reserve(record.bytes.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document document =
        parser.iterate(record.bytes.data(), record.bytes.size(), record.bytes.capacity());
    ArticleBuilder builder;
    RecordWalk(document, fields_, builder).object(document.get_object(), {}, 0);
    if (document.current_location().error() == simdjson::SUCCESS) {
      return Rejection{"broken JSON", "something follows the object", record.from};
    }
    return builder.finish(record.from, options_);
  }

  const FieldMap fields_;
  const InputOptions options_;
};

enum class JsonShape { none, lines, document };

char next_after(std::string_view head, std::size_t at) {
  const auto next = head.find_first_not_of(kJsonBlanks, at);
  return next == head.npos ? '\0' : head[next];
}

// Lines of objects unless the first object runs over several lines or only wraps the others.
JsonShape shape_of(std::string_view head, const FileContext& file) {
  const auto start = head.find_first_not_of(kJsonBlanks);
  if (start == head.npos) return JsonShape::none;
  const char after = next_after(head, start + 1);
  if (head[start] == '[') {
    if (after == '{' || after == ']') return JsonShape::document;
  } else if (head[start] == '{' && (after == '"' || after == '}')) {
    head.remove_prefix(start);
    if (!find_wrapper_key(head, file.fields).empty()) return JsonShape::document;
    JsonScanner scanner;
    const auto object = head.substr(0, scanner.feed(head));
    return object.find('\n') == object.npos ? JsonShape::lines : JsonShape::document;
  }
  return JsonShape::none;
}

std::shared_ptr<const RecordParser> json_parser(const FileContext& file) {
  if (file.options.format == "auto" && file_suffix(file.name) == "geojson")
    throw not_an_article("data");
  return std::make_shared<JsonParser>(file.fields, file.options);
}

FileReader open_lines(Window& window, const FileContext& file) {
  return {split_json_lines(window, file.options.max_record_bytes), json_parser(file)};
}

FileReader open_document(Window& window, const FileContext& file) {
  const auto head = window.view();
  const auto start = std::min(head.find_first_not_of(kJsonBlanks), head.size());
  std::string wrapper;
  if (head.substr(start).starts_with('{'))
    wrapper = find_wrapper_key(head.substr(start), file.fields);
  return {split_json_document(window, file.options.max_record_bytes, std::move(wrapper)),
          json_parser(file)};
}

}  // namespace

const Format kJsonLinesFormat = {"jsonl", "jsonl ndjson",
                                 [](std::string_view head, const FileContext& file) {
                                   return shape_of(head, file) == JsonShape::lines;
                                 },
                                 open_lines};

const Format kJsonFormat = {"json", "json",
                            [](std::string_view head, const FileContext& file) {
                              return shape_of(head, file) == JsonShape::document;
                            },
                            open_document};

}  // namespace news
