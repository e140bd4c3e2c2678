// SPDX-License-Identifier: GPL-2.0-or-later
// Preloaded into a program: counts its changing file operations below a directory, and lets the
// n-th go wrong, so that a test can show what a crash, a full disk or a power cut leaves behind.
//
//   NEWS_FAULT_DIR    the directory, an absolute path without symbolic links
//   NEWS_FAULT_MODE   count  only counts
//                     stop   the program is gone before the operation
//                     tear   a write is done by half, then the program is gone
//                     fail   EIO from this operation on
//                     full   no space from this operation on; the first write is done by half
//                     power  gone, and with it all that was not synced
//                     mixed  the same, but of what was not synced some is kept, by chance
//   NEWS_FAULT_AT     n, from 1; past the last operation, the power fails at the program's end
//   NEWS_FAULT_COUNT  a file that receives the number of operations at the end
//   NEWS_FAULT_STATE  a file in which a stopped program leaves what it has not synced, so that the
//                     power can fail after the next one
#include <fcntl.h>
#include <sys/syscall.h>

#include <cstdarg>
#include <mutex>

#include "tests/faults/fault_plan.hpp"

namespace {

// Never destroyed: the program may still write when it ends.
Faults& faults() {
  static auto& one = *new Faults;
  return one;
}

/// One operation at a time; what this file itself does is not looked at.
class Turn {
 public:
  Turn() : first_(!taken_) {
    if (!first_) return;
    static auto& mutex = *new std::mutex;
    lock_ = std::unique_lock(mutex);
    taken_ = true;
  }
  ~Turn() {
    if (first_) taken_ = false;
  }
  bool watches(const fs::path& path) const { return first_ && faults().watches(path); }

 private:
  static thread_local bool taken_;
  bool first_;
  std::unique_lock<std::mutex> lock_;
};
thread_local bool Turn::taken_ = false;

fs::path path_of(int fd) {
  char name[4096];
  const auto n = ::readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), name, sizeof name);
  return n < 0 ? "" : std::string(name, static_cast<std::size_t>(n));
}

fs::path path_at(int directory, const char* path) {
  if (path[0] == '/') return path;
  return (directory == AT_FDCWD ? fs::current_path() : path_of(directory)) / path;
}

bool is_there(const fs::path& path) {
  struct stat st {};
  return ::lstat(path.c_str(), &st) == 0;
}

template <typename... T>
int call(long number, T... arguments) {
  return static_cast<int>(::syscall(number, arguments...));
}

int refuse(int error) {
  errno = error;
  return -1;
}

/// An operation on the entry of a directory: noted first, so that what it replaces can be kept.
template <typename Note, typename Act>
int change_entry(Faults::Kind kind, Note note, Act act) {
  if (const auto verdict = faults().next(kind); verdict.error) return refuse(verdict.error);
  note();
  const int result = act();
  if (result < 0) faults().forget_last();
  return result;
}

int open_file(int directory, const char* name, int flags, mode_t mode) {
  const Turn turn;
  const auto act = [&] { return call(SYS_openat, directory, name, flags, mode); };
  if (!(flags & (O_CREAT | O_TRUNC))) return act();
  const fs::path path = path_at(directory, name);
  if (!turn.watches(path)) return act();
  if (!is_there(path)) {
    if (!(flags & O_CREAT)) return act();
    const int fd = change_entry(
        Faults::grows, [&] { faults().note_created(path); }, act);
    if (fd >= 0) faults().note_changed(fd, 0);
    return fd;
  }
  if (const auto verdict = faults().next(Faults::other); verdict.error)
    return refuse(verdict.error);
  const int fd = act();
  if (fd >= 0 && (flags & O_TRUNC)) faults().note_changed(fd, 0);
  return fd;
}

template <typename Act>
ssize_t write_bytes(int fd, std::size_t bytes, off_t at, Act act) {
  const Turn turn;
  if (!turn.watches(path_of(fd))) return act(bytes);
  const auto [error, half] = faults().next(Faults::grows, true);
  if (error) return refuse(error);
  faults().note_changed(fd, at >= 0 ? at : ::lseek(fd, 0, SEEK_CUR));
  const ssize_t done = act(half ? (bytes + 1) / 2 : bytes);
  if (half && faults().tears()) faults().stop();
  return done;
}

int sync_file(long number, int fd) {
  const Turn turn;
  const fs::path path = path_of(fd);
  if (!turn.watches(path / "")) return call(number, fd);
  if (const auto verdict = faults().next(Faults::other); verdict.error)
    return refuse(verdict.error);
  const int result = call(number, fd);
  if (result == 0) faults().note_synced(fd, path);
  return result;
}

int cut_file(int fd, off_t size) {
  const Turn turn;
  if (!turn.watches(path_of(fd))) return call(SYS_ftruncate, fd, size);
  if (const auto verdict = faults().next(Faults::other); verdict.error)
    return refuse(verdict.error);
  faults().note_changed(fd, size);
  return call(SYS_ftruncate, fd, size);
}

int rename_entry(int from_at, const char* from, int to_at, const char* to, unsigned flags) {
  const Turn turn;
  const auto act = [&] { return call(SYS_renameat2, from_at, from, to_at, to, flags); };
  const fs::path old_path = path_at(from_at, from), path = path_at(to_at, to);
  if (!turn.watches(path) || !is_there(old_path)) return act();
  return change_entry(
      Faults::grows, [&] { faults().note_renamed(old_path, path); }, act);
}

int remove_entry(int directory, const char* name, int flags) {
  const Turn turn;
  const auto act = [&] { return call(SYS_unlinkat, directory, name, flags); };
  const fs::path path = path_at(directory, name);
  if (!turn.watches(path) || !is_there(path)) return act();
  const auto note = [&] { faults().note_removed(path, flags & AT_REMOVEDIR); };
  return change_entry(Faults::other, note, act);
}

template <typename Act>
int make_entry(int directory, const char* name, Act act) {
  const Turn turn;
  const fs::path path = path_at(directory, name);
  if (!turn.watches(path) || is_there(path)) return act();
  return change_entry(
      Faults::grows, [&] { faults().note_created(path); }, act);
}

[[gnu::destructor]] void at_end() {
  const Turn turn;
  faults().end();
}

}  // namespace

extern "C" {

int openat(int directory, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(directory, path, flags, mode);
}
int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(AT_FDCWD, path, flags, mode);
}
// 64-bit systems know only one size of files; both names are used.
[[gnu::alias("open")]] int open64(const char* path, int flags, ...);
[[gnu::alias("openat")]] int openat64(int directory, const char* path, int flags, ...);

ssize_t write(int fd, const void* from, size_t bytes) {
  return write_bytes(fd, bytes, -1, [&](size_t n) { return ::syscall(SYS_write, fd, from, n); });
}
ssize_t pwrite(int fd, const void* from, size_t bytes, off_t at) {
  return write_bytes(fd, bytes, at,
                     [&](size_t n) { return ::syscall(SYS_pwrite64, fd, from, n, at); });
}
[[gnu::alias("pwrite")]] ssize_t pwrite64(int fd, const void* from, size_t bytes, off64_t at);

int fsync(int fd) {
  return sync_file(SYS_fsync, fd);
}
int fdatasync(int fd) {
  return sync_file(SYS_fdatasync, fd);
}
int ftruncate(int fd, off_t size) noexcept {
  return cut_file(fd, size);
}
[[gnu::alias("ftruncate")]] int ftruncate64(int fd, off64_t size) noexcept;

int rename(const char* from, const char* to) noexcept {
  return rename_entry(AT_FDCWD, from, AT_FDCWD, to, 0);
}
int renameat(int from_at, const char* from, int to_at, const char* to) noexcept {
  return rename_entry(from_at, from, to_at, to, 0);
}
int renameat2(int from_at, const char* from, int to_at, const char* to, unsigned flags) noexcept {
  return rename_entry(from_at, from, to_at, to, flags);
}

int unlink(const char* path) noexcept {
  return remove_entry(AT_FDCWD, path, 0);
}
int unlinkat(int directory, const char* path, int flags) noexcept {
  return remove_entry(directory, path, flags);
}
int rmdir(const char* path) noexcept {
  return remove_entry(AT_FDCWD, path, AT_REMOVEDIR);
}
int remove(const char* path) noexcept {
  struct stat st {};
  const bool directory = ::lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
  return remove_entry(AT_FDCWD, path, directory ? AT_REMOVEDIR : 0);
}

int mkdir(const char* path, mode_t mode) noexcept {
  return make_entry(AT_FDCWD, path, [&] { return call(SYS_mkdirat, AT_FDCWD, path, mode); });
}
int link(const char* from, const char* to) noexcept {
  return make_entry(AT_FDCWD, to,
                    [&] { return call(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0); });
}

}  // extern "C"
