// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/app.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <system_error>

#include "common/text/display.hpp"

namespace news {
namespace {

/// A closed stdin, stdout or stderr would be the number of the next file we open, and a message
/// would then be written into an archive. Held open so that a write fails with EBADF instead.
void hold_standard_streams() {
  for (int fd = 0; fd <= 2; ++fd) {
    if (fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
    if (open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd) return;
  }
}

/// Asks the descriptor, because errno of the failed write is lost by the time we look.
bool stdout_reader_gone() {
  pollfd out{STDOUT_FILENO, POLLOUT, 0};
  return poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP)) != 0;
}

int report(const char* program, Exit code, std::string_view message, std::string_view hint = {}) {
  const std::string text = error_text(program, message, hint);
  std::fwrite(text.data(), 1, text.size(), stderr);
  return static_cast<int>(code);
}

int report_lost_output(const char* program, int error) {
  std::string message = "cannot write to standard output";
  if (error != 0) message += ": " + std::generic_category().message(error);
  return report(program, Exit::damaged, message);
}

/// Flushes stdout; `done` is the exit code if all of it could be written.
int finish(const char* program, Exit done) {
  errno = 0;
  const bool flushed = std::fflush(stdout) == 0;
  const int error = flushed ? 0 : errno;
  if (flushed && std::ferror(stdout) == 0) return static_cast<int>(done);
  const bool output_is_all = done == Exit::ok || done == Exit::none;
  if (error == EPIPE || stdout_reader_gone())
    return static_cast<int>(output_is_all ? Exit::ok : done);
  return report_lost_output(program, error);
}

int run(int argc, char** argv, const char* program,
        const std::function<Exit(const std::vector<std::string>&)>& body) {
  try {
    return finish(program, body({argv + (argc > 0 ? 1 : 0), argv + argc}));
  } catch (const Error& error) {
    std::fflush(stdout);  // what was found so far comes before the message
    return report(program, exit_code(error.code()), error.what(), advice(error));
  } catch (const std::bad_alloc&) {
    std::fprintf(stderr, "%s: out of memory\n  try a smaller --memory, or fewer --threads\n",
                 program);
    return static_cast<int>(Exit::damaged);
  } catch (const std::system_error& error) {
    if (std::ferror(stdout) == 0) return report(program, Exit::damaged, error.what());
    if (error.code().value() == EPIPE || stdout_reader_gone()) return static_cast<int>(Exit::ok);
    return report_lost_output(program, error.code().value());
  } catch (const std::exception& error) {
    return report(program, Exit::damaged, error.what());
  } catch (...) {
    return report(program, Exit::damaged, "unknown failure");
  }
}

}  // namespace

std::string error_text(std::string_view program, std::string_view message, std::string_view hint) {
  std::string text(program);
  text += ": ";
  text += sanitize(message, LineEnds::keep);
  text += '\n';
  const std::string advice = sanitize(hint, LineEnds::keep);
  for (std::size_t begin = 0; begin < advice.size();) {
    const std::size_t end = std::min(advice.find('\n', begin), advice.size());
    text += "  ";
    text.append(advice, begin, end - begin);
    text += '\n';
    begin = end + 1;
  }
  return text;
}

int run_app(int argc, char** argv, const char* program,
            const std::function<Exit(const std::vector<std::string>&)>& body) {
  hold_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return run(argc, argv, program, body);
  } catch (...) {  // no memory left even to say so
    return static_cast<int>(Exit::damaged);
  }
}

}  // namespace news
