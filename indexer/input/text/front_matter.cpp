// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/front_matter.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

#include "common/io/json_writer.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxLength = 64u << 10;
constexpr std::size_t kMaxDepth = 16;

/// Writes the outer map down as it comes by. No alias is followed, so nothing grows.
class Events : public YAML::EventHandler {
 public:
  std::vector<FrontMatterField> take() { return std::move(fields_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {
    throw std::runtime_error("an alias in the front matter");
  }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { scalar({}); }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    scalar(value);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(false);
  }
  void OnSequenceEnd() override { close(']'); }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(true);
  }
  void OnMapEnd() override { close('}'); }

 private:
  struct Level {
    bool map;
    bool key = true;  ///< the next scalar of a map is a key
    bool first = true;
  };

  /// What stands before a value. A key must be a scalar.
  void before_value() {
    if (levels_.empty()) throw std::runtime_error("the front matter is no map");
    Level& level = levels_.back();
    if (level.map) {
      if (level.key) throw std::runtime_error("a key that is no scalar");
      level.key = true;
    } else if (!level.first) {
      fields_.back().json += ',';
    }
    level.first = false;
  }

  void open(bool map) {
    if (levels_.size() >= kMaxDepth) throw std::runtime_error("front matter nested too deeply");
    if (!levels_.empty()) {
      before_value();
      fields_.back().json += map ? '{' : '[';
    } else if (!map) {
      throw std::runtime_error("the front matter is no map");
    }
    levels_.push_back({map});
  }

  void close(char bracket) {
    levels_.pop_back();
    if (!levels_.empty()) fields_.back().json += bracket;
  }

  void scalar(const std::string& value) {
    const bool is_key = !levels_.empty() && levels_.back().map && levels_.back().key;
    if (is_key) return key(value);
    before_value();
    const bool listed = levels_.size() == 2 && !levels_.back().map;
    if (levels_.size() == 1 || listed) fields_.back().items.push_back(value);
    append_json(fields_.back().json, value);
  }

  void key(const std::string& name) {
    Level& level = levels_.back();
    level.key = false;
    if (levels_.size() == 1) {
      fields_.push_back({name, {}, {}});
      return;
    }
    if (!level.first) fields_.back().json += ',';
    append_json(fields_.back().json, name);
    fields_.back().json += ':';
  }

  std::vector<Level> levels_;
  std::vector<FrontMatterField> fields_;
};

/// A line without blanks at its end; `rest` goes on after it.
std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  auto line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  line.remove_suffix(line.size() - 1 - line.find_last_not_of(" \t\r"));
  return line;
}

std::vector<FrontMatterField> read_lines(std::string_view yaml) {
  std::vector<FrontMatterField> fields;
  while (!yaml.empty()) {
    const auto line = take_line(yaml);
    const auto colon = line.find(": ");
    const auto name = line.substr(0, colon);
    const bool plain =
        colon != line.npos && !name.empty() && name.find_first_of(" \t\"'#-[{") == name.npos;
    if (!plain) continue;
    FrontMatterField field{std::string(name), {one_line(line.substr(colon + 2))}, {}};
    append_json(field.json, field.items.front());
    fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace

std::optional<FrontMatterBlock> find_front_matter(std::string_view text) {
  std::string_view rest = text.substr(0, kMaxLength);
  if (!rest.starts_with("---") || take_line(rest) != "---") return std::nullopt;
  const auto start = static_cast<std::size_t>(rest.data() - text.data());
  while (!rest.empty()) {
    const auto at = static_cast<std::size_t>(rest.data() - text.data());
    const auto line = take_line(rest);
    if (line != "---" && line != "...") continue;
    const auto end = static_cast<std::size_t>(rest.data() - text.data());
    return FrontMatterBlock{text.substr(start, at - start), end};
  }
  return std::nullopt;
}

std::vector<FrontMatterField> read_front_matter(std::string_view yaml) {
  std::istringstream in{std::string(yaml)};
  YAML::Parser parser(in);
  Events events;
  try {
    parser.HandleNextDocument(events);
    return events.take();
  } catch (const YAML::Exception&) {
    auto fields = read_lines(yaml);
    if (fields.empty()) throw;
    return fields;
  }
}

}  // namespace news
