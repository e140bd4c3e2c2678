// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/archive/manifest.hpp"

namespace news {

unsigned read_threads(const OptionValues& values) {
  constexpr unsigned kMaxThreads = 256;
  return std::min(values.number<unsigned>("threads"), kMaxThreads);
}

std::uint64_t read_memory(const OptionValues& values) {
  const auto mib = values.number<std::uint64_t>("memory");
  if (mib < 128 || mib > (1u << 20))
    throw Error(ErrorCode::usage, "--memory must be from 128 to 1048576 MiB", values.see_help());
  return mib;
}

std::optional<std::uint32_t> read_story_window(const OptionValues& values) {
  if (!values.given("story-window")) return std::nullopt;
  const auto days = values.number<std::uint32_t>("story-window");
  if (days > kMaxStoryWindow)
    throw Error(ErrorCode::usage,
                fmt::format("--story-window must be from 0 to {} days", kMaxStoryWindow),
                values.see_help());
  return days;
}

void refuse_more_words(const OptionValues& values) {
  if (values.words.size() > 1)
    throw Error(ErrorCode::usage,
                std::string(values.command->name) + " takes no argument '" + values.words[1] + "'",
                values.see_help());
}

std::string plural(std::uint64_t n, const std::string& what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

}  // namespace news
