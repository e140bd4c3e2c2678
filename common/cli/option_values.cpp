// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/option_values.hpp"

#include "common/text/edit_distance.hpp"

namespace news {

void OptionValues::set(const OptionInfo& option, std::string value) {
  const std::string name(option.name);
  if (option.repeated) repeated_[name].push_back(value);
  given_[name] = std::move(value);
}

std::string OptionValues::value(std::string_view option) const {
  if (const auto it = given_.find(option); it != given_.end()) return it->second;
  const OptionInfo* info = find_option(*program_, option, command);
  if (!info) return {};
  const auto it = settings_.find(option);
  return info->setting && it != settings_.end() ? it->second : std::string(info->fallback);
}

std::vector<std::string> OptionValues::values(std::string_view option) const {
  const auto it = repeated_.find(option);
  return it == repeated_.end() ? std::vector<std::string>() : it->second;
}

std::size_t OptionValues::choice(std::string_view option) const {
  const std::string_view all = find_option(*program_, option, command)->choices;
  const std::string text = value(option);
  std::size_t n = 0;
  for (std::size_t at = 0; at <= all.size(); ++n) {
    const std::size_t end = std::min(all.find(',', at), all.size());
    if (all.substr(at, end - at) == text) return n;
    at = end + 1;
  }
  std::string list(all);
  for (std::size_t at = 0; (at = list.find(',', at)) != list.npos; at += 2)
    list.insert(at + 1, " ");
  bad_value(option, text, "is none of " + list);
}

void OptionValues::refuse_other_options(const CommandInfo& asked) const {
  for (const auto& option : program_->options) {
    if (!given(option.name) || takes_option(*program_, asked, option.name)) continue;
    std::string takers;
    for (const auto& c : program_->commands)
      if (takes_option(*program_, c, option.name))
        takers += (takers.empty() ? "" : ", ") + std::string(c.name);
    throw Error(ErrorCode::usage,
                std::string(asked.name) + " takes no --" + std::string(option.name),
                "It is for: " + takers + ".");
  }
}

std::string OptionValues::only_word(std::string_view what) const {
  const std::string name(command->name);
  if (words.empty())
    throw Error(ErrorCode::usage, name + " needs " + std::string(what), see_help());
  if (words.size() > 1)
    throw Error(ErrorCode::usage, name + " takes no argument '" + words[1] + "'", see_help());
  return words[0];
}

std::string OptionValues::see_help() const {
  std::string out = "See: " + std::string(program_->name) + " ";
  return out + (command ? "help " + std::string(command->name) : std::string("--help"));
}

void OptionValues::bad_value(std::string_view option, std::string_view text,
                             std::string_view why) const {
  throw Error(ErrorCode::usage,
              "--" + std::string(option) + ": '" + std::string(text) + "' " + std::string(why),
              see_help());
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::uint32_t kMaxEdits = 2;
  std::string_view best;
  std::uint32_t least = kMaxEdits + 1;
  for (const auto candidate : candidates) {
    const auto edits = edit_distance(word, candidate, kMaxEdits);
    if (edits < least && edits < candidate.size()) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

std::string_view nearest_command(const ProgramInfo& program, std::string_view word) {
  std::vector<std::string_view> names;
  for (const auto& command : program.commands) names.push_back(command.name);
  return nearest(word, names);
}

}  // namespace news
