// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/cli/program.hpp"
#include "common/error.hpp"
#include "common/names.hpp"

namespace news {

/// Values of options that come from somewhere else than the command line, by name.
using Settings = std::map<std::string, std::string, std::less<>>;

/// What a command is asked: words and options, checked against a program's tables, wherever they
/// came from (a command line, a request in JSON). Not thread-safe.
class OptionValues {
 public:
  /// `program` must outlive the object.
  explicit OptionValues(const ProgramInfo& program, Settings settings = {})
      : program_(&program), settings_(std::move(settings)) {}
  const CommandInfo* command = nullptr;  ///< null when none is named
  std::vector<std::string> words;        ///< arguments, without the command
  /// The answer is a value within another JSON document, and no line of its own.
  bool embedded = false;
  const ProgramInfo& program() const { return *program_; }
  /// Gives an option its value, "yes" to a switch; of a repeated one, one more value.
  void set(const OptionInfo& option, std::string value);
  bool given(std::string_view option) const { return given_.contains(option); }
  /// What was given, else the setting, else the fallback. A switch is "" or "yes"; an argument that
  /// was left out is "".
  std::string value(std::string_view option) const;
  /// All that were given of a repeated option, in their order.
  std::vector<std::string> values(std::string_view option) const;
  bool flag(std::string_view option) const { return value(option) == "yes"; }
  /// The one word after the command. Throws Error(ErrorCode::usage) if it has none, or another
  /// after it; `what`: what it should be.
  std::string only_word(std::string_view what) const;
  /// Throws Error(ErrorCode::usage) if an option was given that `asked` does not take, with the
  /// commands that do.
  void refuse_other_options(const CommandInfo& asked) const;
  /// The place of the value among the option's choices. Throws Error(ErrorCode::usage).
  std::size_t choice(std::string_view option) const;
  /// Where to read on: the help of the command or of the program.
  std::string see_help() const;
  /// A whole number; throws Error(ErrorCode::usage) for anything else.
  template <typename Number>
  Number number(std::string_view option) const {
    return to_number<Number>(option, value(option));
  }
  template <typename Number>
  Number to_number(std::string_view option, std::string_view text) const {
    Number n{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc::result_out_of_range) bad_value(option, text, "is too large");
    if (error != std::errc{} || end != text.data() + text.size())
      bad_value(option, text, "is no whole number from 0 up");
    return n;
  }

 private:
  [[noreturn]] void bad_value(std::string_view option, std::string_view text,
                              std::string_view why) const;
  const ProgramInfo* program_;
  Settings settings_, given_;  ///< of a repeated option, the last one
  std::map<std::string, std::vector<std::string>, std::less<>> repeated_;
};

/// `value` among the choices of an option whose choices are, all or some, the names of an enum.
/// Throws Error(ErrorCode::usage).
template <typename Enum, std::size_t N>
Enum read_choice(const OptionValues& values, std::string_view option,
                 const std::array<std::string_view, N>& names) {
  values.choice(option);
  return value_named<Enum>(names, values.value(option)).value();
}

/// The candidate within two edits of the word that is nearest; "" if there is none.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);
/// The same of the names of the program's commands.
std::string_view nearest_command(const ProgramInfo& program, std::string_view word);

}  // namespace news
