// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/member_stack.hpp"

#include <simdjson.h>

#include <algorithm>
#include <utility>

namespace news {
namespace {

constexpr std::size_t kMaxNesting = 4;  // archives in archives; some unpack to themselves

}  // namespace

std::string printable_name(std::string name) {
  if (simdjson::validate_utf8(name)) return name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
  return name;
}

void MemberStack::open(const std::string& path, std::string relative) {
  close();
  name_ = printable_name(path);
  layers_.push_back(
      {name_, printable_name(std::move(relative)), std::make_unique<ArchiveStream>(path)});
}

bool MemberStack::next() {
  close_member();
  while (!layers_.empty()) {
    Layer& top = layers_.back();
    name_ = top.name;
    std::optional<std::string> member;
    try {
      member = top.stream->next_member();
    } catch (const StreamError&) {
      layers_.pop_back();
      throw;
    }
    if (!member)
      layers_.pop_back();
    else if (!is_hidden_path(*member) && open_member(top, *member))
      return true;
  }
  return false;
}

// False when the member is empty, or an archive, which is on the stack then.
bool MemberStack::open_member(const Layer& layer, const std::string& member) {
  relative_ = layer.relative;
  if (!member.empty()) {
    relative_ = printable_name(member);
    name_ = layer.name + '!' + relative_;
  }
  window_ = std::make_unique<Window>(*layer.stream);
  while (window_->view().size() < kHead && window_->fill()) {
  }
  if (looks_packed(window_->view())) {
    if (layers_.size() >= kMaxNesting) throw StreamError("archives nested too deeply");
    std::string head(window_->view());
    close_member();
    auto inside = std::make_unique<ArchiveStream>(*layer.stream, std::move(head));
    layers_.push_back({name_, relative_, std::move(inside)});
    return false;
  }
  if (window_->view().empty()) {
    close_member();
    return false;
  }
  window_->skip_bom();
  return true;
}

std::uint64_t MemberStack::bytes_read() const {
  return layers_.empty() ? 0 : layers_.front().stream->bytes_read();
}

bool is_hidden_path(std::string_view path) {
  for (std::size_t at = 0; at < path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    const auto part = path.substr(at, end - at);
    if (part.starts_with('.') && part != "." && part != "..") return true;
    at = end + 1;
  }
  return false;
}

}  // namespace news
