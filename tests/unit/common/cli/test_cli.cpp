// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "common/cli/app.hpp"
#include "common/cli/option_values.hpp"
#include "common/cli/terminal.hpp"
#include "common/text/display.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

/// Sets or removes an environment variable, and puts it back.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    set(value);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { set(old_ ? old_->c_str() : nullptr); }

 private:
  void set(const char* value) {
    if (value == nullptr) {
      unsetenv(name_);
    } else {
      setenv(name_, value, 1);
    }
  }
  const char* name_;
  std::optional<std::string> old_;
};

/// Lets a standard descriptor point elsewhere, and puts it back. Takes over `to`.
class Redirect {
 public:
  Redirect(int fd, int to) : fd_(fd), saved_(dup(fd)) {
    std::fflush(nullptr);
    dup2(to, fd);
    close(to);
  }
  Redirect(const Redirect&) = delete;
  Redirect& operator=(const Redirect&) = delete;
  ~Redirect() {
    std::fflush(nullptr);
    std::clearerr(stdout);
    dup2(saved_, fd_);
    close(saved_);
  }

 private:
  int fd_;
  int saved_;
};

struct Run {
  int code;
  std::string stderr_text;
};

Run run(const std::function<Exit(const std::vector<std::string>&)>& body) {
  std::FILE* file = std::tmpfile();
  REQUIRE(file != nullptr);
  Run result{};
  {
    Redirect redirect(STDERR_FILENO, dup(fileno(file)));
    std::string program = "path/to/tool";
    std::string one = "one";
    std::string two = "two words";
    char* arguments[] = {program.data(), one.data(), two.data(), nullptr};
    result.code = run_app(3, arguments, "tool", body);
  }
  std::rewind(file);
  char buffer[4096];
  result.stderr_text.assign(buffer, std::fread(buffer, 1, sizeof buffer, file));
  std::fclose(file);
  return result;
}

/// The writing end of a pipe that nobody reads.
int broken_pipe() {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  close(ends[0]);
  return ends[1];
}

}  // namespace

TEST_CASE("an application hands over its arguments and returns the exit code", "[cli]") {
  std::vector<std::string> seen;
  const Run result = run([&](const std::vector<std::string>& arguments) {
    seen = arguments;
    return Exit::partial;
  });
  CHECK(result.code == 4);
  CHECK(result.stderr_text.empty());
  CHECK(seen == std::vector<std::string>{"one", "two words"});
}

TEST_CASE("an exception becomes an exit code and the next step", "[cli]") {
  const Run plain =
      run([](const auto&) -> Exit { throw Error(ErrorCode::usage, "no such field"); });
  CHECK(plain.code == 2);
  CHECK(plain.stderr_text == "tool: no such field\n");

  const Run hinted = run(
      [](const auto&) -> Exit { throw Error(ErrorCode::locked, "in use", "wait\nor stop it"); });
  CHECK(hinted.code == 75);
  CHECK(hinted.stderr_text == "tool: in use\n  wait\n  or stop it\n");

  const Run memory = run([](const auto&) -> Exit { throw std::bad_alloc(); });
  CHECK(memory.code == 3);
  CHECK_THAT(memory.stderr_text, Catch::Matchers::ContainsSubstring("--memory"));

  const Run other = run([](const auto&) -> Exit { throw std::runtime_error("oops"); });
  CHECK(other.code == 3);
  CHECK(other.stderr_text == "tool: oops\n");

  const Run foreign = run([](const auto&) -> Exit { throw 1; });
  CHECK(foreign.code == 3);
}

TEST_CASE("each kind of error has an exit code", "[cli]") {
  const std::vector<std::pair<ErrorCode, Exit>> rows{
      {ErrorCode::usage, Exit::usage},        {ErrorCode::not_found, Exit::none},
      {ErrorCode::damaged, Exit::damaged},    {ErrorCode::repairable, Exit::damaged},
      {ErrorCode::unreadable, Exit::damaged}, {ErrorCode::outdated, Exit::damaged},
      {ErrorCode::failed, Exit::damaged},     {ErrorCode::rejected, Exit::partial},
      {ErrorCode::locked, Exit::locked},      {ErrorCode::interrupted, Exit::interrupted}};
  for (const auto& [error, code] : rows) CHECK(exit_code(error) == code);
}

TEST_CASE("the programs offer help against damage that says no more than that", "[cli]") {
  const auto text_of = [](const Error& error) {
    return run([&](const auto&) -> Exit { throw Error(error); }).stderr_text;
  };
  CHECK(text_of(Error(ErrorCode::damaged, "x: broken")) ==
        "tool: x: broken\n  Run 'indexer verify' on the archive.\n");
  CHECK(text_of(Error(ErrorCode::damaged, "x: broken", "Restore x.")) ==
        "tool: x: broken\n  Restore x.\n");
  CHECK(text_of(Error(ErrorCode::failed, "no room")) == "tool: no room\n");
  CHECK(text_of(Error(ErrorCode::unreadable, "too large")) == "tool: too large\n");
  CHECK(advice(Error(ErrorCode::repairable, "x")) ==
        "Run 'indexer verify --repair' on the archive.");
  CHECK(advice(NotAnArchive("dir")) == "Make one with: indexer add dir INPUT...");
  CHECK_THROWS_WITH(throw_damaged("segment 00000001", "broken word codes"),
                    "segment 00000001: broken word codes");
}

TEST_CASE("the nearest name is two slips off at most, and swapped letters are one slip", "[cli]") {
  const std::vector<std::string_view> names{"verify", "rebuild", "info"};
  CHECK(nearest("verfy", names) == "verify");
  CHECK(nearest("evrfy", names) == "verify");  // a swap and a letter too few
  CHECK(nearest("vrfy", names) == "verify");
  CHECK(nearest("vrf", names).empty());
  CHECK(nearest("xy", {"if"}).empty());  // nothing in common
}

TEST_CASE("an error message cannot control the terminal", "[cli]") {
  CHECK(error_text("tool", "bad file \x1b[2J.txt", "") == "tool: bad file \uFFFD[2J.txt\n");
}

TEST_CASE("a reader of stdout that has gone is no failure", "[cli]") {
  const auto print = [](Exit code) {
    return [code](const std::vector<std::string>&) {
      std::fputs("hit\n", stdout);
      return code;
    };
  };
  Redirect redirect(STDOUT_FILENO, broken_pipe());
  const Run unflushed = run(print(Exit::ok));
  std::clearerr(stdout);
  const Run partial = run(print(Exit::partial));
  std::clearerr(stdout);
  const Run thrown = run([](const auto&) -> Exit {
    std::fputs("hit\n", stdout);
    if (std::fflush(stdout) != 0) throw std::system_error(errno, std::generic_category(), "write");
    return Exit::ok;
  });
  CHECK(unflushed.code == 0);
  CHECK(unflushed.stderr_text.empty());
  CHECK(partial.code == 4);
  CHECK(partial.stderr_text.empty());
  CHECK(thrown.code == 0);
  CHECK(thrown.stderr_text.empty());
}

TEST_CASE("output onto a full disk is a failure", "[cli]") {
  const int full = open("/dev/full", O_WRONLY);
  if (full < 0) return;
  Redirect redirect(STDOUT_FILENO, full);
  const Run result = run([](const auto&) {
    std::fputs("hit\n", stdout);
    return Exit::ok;
  });
  CHECK(result.code == 3);
  CHECK_THAT(result.stderr_text, Catch::Matchers::ContainsSubstring("No space left"));
}

TEST_CASE("control characters never reach a terminal", "[cli]") {
  struct Row {
    std::string given;
    std::string one_line;
    std::string lines;
  };
  const std::vector<Row> rows = {
      {"", "", ""},
      {"plain café 東京", "plain café 東京", "plain café 東京"},
      {"a\nb\r\nc\rd\te", "a b c d e", "a\nb\nc\nd e"},
      {"\x1b[31mred", "\uFFFD[31mred", "\uFFFD[31mred"},
      {"bell\a del\x7f", "bell\uFFFD del\uFFFD", "bell\uFFFD del\uFFFD"},
      {std::string("nul\0!", 5), "nul\uFFFD!", "nul\uFFFD!"},
      {"c1 \u009b31m", "c1 \uFFFD31m", "c1 \uFFFD31m"},
      {"\u202Eevil\u202C \u2066x\u2069", "\uFFFDevil\uFFFD \uFFFDx\uFFFD",
       "\uFFFDevil\uFFFD \uFFFDx\uFFFD"},
      {"raw \x9b", "raw \uFFFD", "raw \uFFFD"},
      {"cut \xe2\x82", "cut \uFFFD", "cut \uFFFD"},
      {"long \xc0\xaf", "long \uFFFD\uFFFD", "long \uFFFD\uFFFD"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.given);
    CHECK(sanitize(row.given) == row.one_line);
    CHECK(sanitize(row.given, LineEnds::keep) == row.lines);
  }
}

TEST_CASE("display width counts columns, not bytes", "[cli]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("café") == 4);
  CHECK(display_width("cafe\u0301") == 4);
  CHECK(display_width("東京") == 4);
  CHECK(display_width("ＡＢ") == 4);
  CHECK(display_width("한") == 2);
  CHECK(display_width("\u1112\u1161\u11ab") == 2);
  CHECK(display_width("a\u200Db") == 2);
  CHECK(display_width("\xff") == 1);
}

TEST_CASE("fit cuts at a column and says so", "[cli]") {
  CHECK(fit("abcdef", 6) == "abcdef");
  CHECK(fit("abcdef", 5) == "abcd…");
  CHECK(fit("abc def", 5) == "abc…");
  CHECK(fit("abcdef", 1) == "…");
  CHECK(fit("abcdef", 0).empty());
  CHECK(fit("", 3).empty());
  CHECK(fit("東京都", 6) == "東京都");
  CHECK(fit("東京都", 5) == "東京…");
  CHECK(fit("東京都", 4) == "東…");
  CHECK(fit("cafe\u0301s", 5) == "cafe\u0301s");
  CHECK(fit("cafe\u0301s!", 5) == "cafe\u0301…");
}

TEST_CASE("padding counts columns, and leaves what is wide enough", "[cli]") {
  CHECK(blanks(3) == "   ");
  CHECK(blanks(0).empty());
  CHECK(blanks(-2).empty());
  CHECK(pad_start("ab", 4) == "  ab");
  CHECK(pad_end("ab", 4) == "ab  ");
  CHECK(pad_start("東京", 5) == " 東京");
  CHECK(pad_end("東京", 5) == "東京 ");
  CHECK(pad_start("abc", 2) == "abc");
  CHECK(pad_end("abc", 2) == "abc");
}

TEST_CASE("the terminal's width comes from COLUMNS, else it is 80", "[cli]") {
  std::FILE* file = std::tmpfile();
  REQUIRE(file != nullptr);
  Redirect redirect(STDOUT_FILENO, dup(fileno(file)));
  std::fclose(file);
  const auto width = [](const char* columns) {
    Variable variable("COLUMNS", columns);
    return terminal_width();
  };
  CHECK(width("132") == 132);
  CHECK(width("0") == 80);
  CHECK(width("12x") == 80);
  CHECK(width("-4") == 80);
  CHECK(width(nullptr) == 80);
}

TEST_CASE("colour is for terminals, unless told", "[cli]") {
  std::FILE* file = std::tmpfile();
  REQUIRE(file != nullptr);
  Redirect redirect(STDOUT_FILENO, dup(fileno(file)));
  std::fclose(file);
  Variable term("TERM", "xterm");
  {
    Variable unset("NO_COLOR", nullptr);
    CHECK_FALSE(stdout_is_terminal());
    CHECK_FALSE(use_color(ColorMode::auto_));
    CHECK(use_color(ColorMode::always));
    CHECK_FALSE(use_color(ColorMode::never));
  }
  Variable set("NO_COLOR", "1");
  CHECK(use_color(ColorMode::always));
  CHECK_FALSE(use_color(ColorMode::auto_));
}

}  // namespace news
