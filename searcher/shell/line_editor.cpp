// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/shell/line_editor.hpp"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>

// After <cstdio>, which it needs and does not include.
#include <readline/history.h>
#include <readline/readline.h>

namespace news {
namespace {

constexpr int kHistoryLines = 1000;

// Readline calls back without an argument of ours.
LineEditor::Completer complete_line;
bool line_done = false;
char* line_read = nullptr;
volatile std::sig_atomic_t interrupted = 0;

extern "C" void on_interrupt(int) {
  interrupted = 1;
}

void on_line(char* line) {
  line_read = line;
  line_done = true;
  rl_callback_handler_remove();
}

char* copied(const std::string& text) {
  char* const out = static_cast<char*>(std::malloc(text.size() + 1));
  if (out) std::memcpy(out, text.c_str(), text.size() + 1);
  return out;
}

/// What readline wants: first what all have in common, then each, then null; by malloc.
char** candidates(const char* text, int, int) {
  rl_attempted_completion_over = 1;  // no names of files
  const std::string line(text);
  const auto found = complete_line(line);
  if (found.empty()) return nullptr;
  std::string common = found[0];
  for (const auto& f : found)
    common.erase(std::mismatch(common.begin(), common.end(), f.begin(), f.end()).first,
                 common.end());
  // Values are found in any case of letters: what was typed is not taken back for that.
  if (common.size() < line.size()) common = line;
  const std::size_t more = found.size() > 1 ? found.size() : 0;
  char** const out = static_cast<char**>(std::calloc(more + 2, sizeof(char*)));
  if (!out) return nullptr;
  out[0] = copied(common);
  for (std::size_t i = 0; i < more; ++i) out[i + 1] = copied(found[i]);
  if (common.ends_with(':')) rl_completion_append_character = '\0';
  return out;
}

void drop_line() {
  interrupted = 0;
  std::fputs("^C\n", stdout);
  rl_callback_sigcleanup();
  rl_replace_line("", 0);
  rl_point = rl_end = 0;
  rl_on_new_line();
  rl_redisplay();
}

}  // namespace

LineEditor::LineEditor(std::filesystem::path history, Completer completer)
    : history_(std::move(history)), terminal_(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
  if (!terminal_) return;
  complete_line = std::move(completer);
  rl_readline_name = "searcher";
  rl_catch_signals = 0;  // Ctrl-C is ours
  rl_attempted_completion_function = candidates;
  rl_basic_word_break_characters = "";  // the whole line is completed
  rl_completer_quote_characters = "";
  using_history();
  stifle_history(kHistoryLines);
  read_history(history_.c_str());
}

LineEditor::~LineEditor() {
  if (!terminal_ || history_length == 0) return;
  std::error_code error;
  std::filesystem::create_directories(history_.parent_path(), error);
  const mode_t mask = umask(077);
  write_history(history_.c_str());
  umask(mask);
  complete_line = nullptr;
}

std::optional<std::string> LineEditor::read(const std::string& prompt) {
  if (!terminal_) {
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
  }
  auto line = edit(prompt);
  if (line && line->find_first_not_of(" \t") != line->npos) add_history(line->c_str());
  return line;
}

std::optional<std::string> LineEditor::edit(const std::string& prompt) {
  struct sigaction ours {
  }, before{};
  ours.sa_handler = on_interrupt;  // without SA_RESTART: poll() is to return
  sigaction(SIGINT, &ours, &before);
  interrupted = 0;
  line_done = false;
  rl_callback_handler_install(prompt.c_str(), on_line);
  while (!line_done) {
    pollfd in{STDIN_FILENO, POLLIN, 0};
    const int ready = poll(&in, 1, -1);
    if (interrupted) drop_line();
    if (ready > 0) rl_callback_read_char();
    if (ready < 0 && errno != EINTR) on_line(nullptr);
  }
  sigaction(SIGINT, &before, nullptr);
  if (!line_read) {
    std::fputs("\n", stdout);
    return std::nullopt;
  }
  std::string out(line_read);
  std::free(line_read);
  return out;
}

}  // namespace news
