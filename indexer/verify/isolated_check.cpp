// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/verify/isolated_check.hpp"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "common/error.hpp"

namespace news {
namespace {

void write_line(int fd, std::string line) {
  for (char& c : line)
    if (c == '\n') c = ' ';
  line += '\n';
  for (std::string_view rest = line; !rest.empty();) {
    const ssize_t n = ::write(fd, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return;
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
}

[[noreturn]] void run_in_child(int fd, const std::string& what,
                               const std::function<void(const ReportProblem&)>& check) {
  try {
    check([&](const std::string& line) { write_line(fd, line); });
  } catch (const Error& e) {
    write_line(fd, e.what());
  } catch (const std::exception& e) {
    write_line(fd, what + ": " + e.what());
  }
  ::_exit(0);
}

std::vector<std::string> read_lines(int fd) {
  std::string all;
  char buffer[4096];
  for (;;) {
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    all.append(buffer, static_cast<std::size_t>(n));
  }
  std::vector<std::string> lines;
  for (std::size_t at = 0, end; (end = all.find('\n', at)) != all.npos; at = end + 1)
    lines.push_back(all.substr(at, end - at));
  return lines;
}

}  // namespace

std::vector<std::string> run_isolated(const std::string& what,
                                      const std::function<void(const ReportProblem&)>& check) {
  int ends[2];
  if (::pipe(ends) != 0)
    throw Error(ErrorCode::failed, std::string("cannot make a pipe: ") + std::strerror(errno));
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    run_in_child(ends[1], what, check);
  }
  ::close(ends[1]);
  if (child < 0) {
    ::close(ends[0]);
    throw Error(ErrorCode::failed, std::string("cannot start a process: ") + std::strerror(errno));
  }
  std::vector<std::string> lines = read_lines(ends[0]);
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status))
    lines.push_back(fmt::format("{}: the check crashed (signal {})", what, WTERMSIG(status)));
  else if (WEXITSTATUS(status) != 0)
    lines.push_back(fmt::format("{}: the check broke off", what));
  return lines;
}

}  // namespace news
