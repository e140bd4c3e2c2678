// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/pager.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <system_error>

#include "common/cli/terminal.hpp"
#include "common/text/display.hpp"

namespace news {
namespace {

bool in_path(const std::string& name) {
  const char* const path = std::getenv("PATH");
  std::istringstream parts(path ? path : "");
  for (std::string part; std::getline(parts, part, ':');)
    if (!part.empty() && access((part + "/" + name).c_str(), X_OK) == 0) return true;
  return false;
}

bool capable_terminal() {
  const char* const term = std::getenv("TERM");
  return stdout_is_terminal() && term && *term && std::string_view(term) != "dumb";
}

int screen_lines() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : 24;
}

/// A pager that reads what is written to `input`.
struct Child {
  pid_t pid = -1;
  int input = -1;
  int error = 0;  ///< errno if it could not be run
};

Child start(const std::vector<std::string>& words) {
  Child out;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {-1, -1, errno};
  std::vector<char*> argv;
  for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  setenv("LESS", "FRX", 0);  // a less without options would show colours as control characters
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  out.error = posix_spawnp(&out.pid, argv[0], &actions, &attributes, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[0]);
  if (out.error == 0)
    out.input = ends[1];
  else
    close(ends[1]);
  return out;
}

}  // namespace

std::vector<std::string> pager_command() {
  for (const char* const variable : {"NEWSARCHIVE_PAGER", "PAGER"}) {
    const char* const value = std::getenv(variable);
    if (!value) continue;
    std::vector<std::string> words;
    std::istringstream in(value);
    for (std::string word; in >> word;) words.push_back(word);
    return words == std::vector<std::string>{"cat"} ? std::vector<std::string>() : words;
  }
  if (in_path("less")) return {"less", "-FRX"};
  return {};
}

/// Holds back a screen of output, then writes it all to the pager or, without one, to `plain`.
class Pager::Buffer : public std::streambuf {
 public:
  Buffer(std::string_view program, std::streambuf* plain, bool at_once)
      : program_(program), plain_(plain), room_(at_once ? -1 : screen_lines() - 1) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }
  /// Everything was printed.
  void finish() {
    if (!started_ && room_ >= 0)
      print_plain();
    else
      pass_on();
    if (child_.pid < 0) return;
    close(child_.input);
    while (waitpid(child_.pid, nullptr, 0) < 0 && errno == EINTR) {
    }
    std::signal(SIGINT, interrupt_);
  }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  int sync() override {
    const std::string_view fresh(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    room_ -= static_cast<int>(std::count(fresh.begin(), fresh.end(), '\n'));
    held_ += fresh;
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return room_ < 0 ? pass_on() : 0;
  }

 private:
  void start_pager() {
    started_ = true;
    const auto words = pager_command();
    child_ = start(words);
    if (child_.error == 0) {
      interrupt_ = std::signal(SIGINT, SIG_IGN);
      return;
    }
    std::cerr << program_ << ": the pager '" << sanitize(words[0])
              << "' cannot be run: " << std::generic_category().message(child_.error) << "\n";
  }
  void print_plain() {
    held_.append(pbase(), pptr());
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    plain_->sputn(held_.data(), static_cast<std::streamsize>(held_.size()));
    held_.clear();
  }
  /// 0, or -1 if nobody reads any more.
  int pass_on() {
    if (!started_) start_pager();
    if (child_.pid < 0 || child_.error != 0) {
      print_plain();
      return 0;
    }
    held_.append(pbase(), pptr());
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    for (std::string_view rest = held_; !rest.empty();) {
      const auto n = write(child_.input, rest.data(), rest.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return -1;
      rest.remove_prefix(static_cast<std::size_t>(n));
    }
    held_.clear();
    return 0;
  }

  std::string program_, held_;
  std::streambuf* plain_;
  int room_;  ///< lines that may still come before the screen is full
  bool started_ = false;
  Child child_;
  void (*interrupt_)(int) = SIG_DFL;
  std::array<char, 4096> bytes_{};
};

Pager::Pager(std::string_view program, PagerMode mode) {
  if (mode == PagerMode::never || (mode == PagerMode::auto_ && !capable_terminal())) return;
  if (pager_command().empty()) return;
  before_ = std::cout.rdbuf();
  buffer_ = std::make_unique<Buffer>(program, before_, mode == PagerMode::always);
  std::cout.rdbuf(buffer_.get());
}

Pager::~Pager() {
  if (!before_) return;
  const auto state = std::cout.rdstate();
  buffer_->finish();
  std::cout.rdbuf(before_);  // clears the state, which tells whether all was printed
  std::cout.setstate(state);
}

}  // namespace news
