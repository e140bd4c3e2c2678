// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "common/error.hpp"

namespace news {
namespace {

constexpr std::size_t kBuffer = 1 << 20;

[[noreturn]] void fail(const char* what, const std::filesystem::path& path) {
  const int code = errno;
  std::string hint;
  if (code == ENOSPC || code == EDQUOT) hint = "Free some space and run the command again.";
  if (code == EACCES || code == EPERM) hint = "Check the permissions of the directory.";
  throw Error(ErrorCode::failed,
              std::string("cannot ") + what + " " + path.string() + ": " + std::strerror(code),
              hint);
}

class Fd {
 public:
  // A file that is a link may lead out of the archive; the archive itself may be one.
  Fd(const std::filesystem::path& path, int flags)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC | (flags & O_DIRECTORY ? 0 : O_NOFOLLOW))) {
    if (fd_ < 0) fail("open", path);
  }
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;
  ~Fd() { ::close(fd_); }
  int get() const { return fd_; }
  std::uint64_t size(const std::filesystem::path& path) const {
    struct stat st {};
    if (::fstat(fd_, &st) != 0) fail("stat", path);
    if (!S_ISREG(st.st_mode))
      throw Error(ErrorCode::unreadable, path.string() + " is not a regular file");
    return static_cast<std::uint64_t>(st.st_size);
  }

 private:
  int fd_;
};

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path, std::uint64_t expected_bytes) {
  const Fd fd(path, O_RDONLY);
  const auto size = fd.size(path);
  if (size != expected_bytes)
    throw Error(ErrorCode::damaged, path.string() + " has " + std::to_string(size) +
                                        " bytes, not " + std::to_string(expected_bytes));
  size_ = static_cast<std::size_t>(size);
  if (size_ == 0) return;
  void* map = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, fd.get(), 0);
  if (map == MAP_FAILED) fail("map", path);
  data_ = static_cast<const char*>(map);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<char*>(data_), size_);
}

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)), hash_(XXH3_createState()) {
  XXH3_64bits_reset(static_cast<XXH3_state_t*>(hash_));
  fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd_ < 0) {
    XXH3_freeState(static_cast<XXH3_state_t*>(hash_));
    fail("create", path_);
  }
  buffer_.reserve(kBuffer);
}

OutputFile::~OutputFile() {
  XXH3_freeState(static_cast<XXH3_state_t*>(hash_));
  if (fd_ < 0) return;
  ::close(fd_);
  ::unlink(path_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  size_ += bytes.size();
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

void OutputFile::flush() {
  XXH3_64bits_update(static_cast<XXH3_state_t*>(hash_), buffer_.data(), buffer_.size());
  for (std::string_view rest = buffer_; !rest.empty();) {
    const ssize_t n = ::write(fd_, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("write", path_);
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  buffer_.clear();
}

FileSum OutputFile::finish() {
  flush();
  if (::fsync(fd_) != 0) fail("sync", path_);
  if (::close(std::exchange(fd_, -1)) != 0) fail("close", path_);
  return {size_, XXH3_64bits_digest(static_cast<XXH3_state_t*>(hash_))};
}

std::string read_small_file(const std::filesystem::path& path, std::uint64_t limit) {
  const Fd fd(path, O_RDONLY);
  const auto size = fd.size(path);
  if (size > limit)
    throw Error(ErrorCode::unreadable, path.string() + " is too large to be what its name says");
  std::string out(static_cast<std::size_t>(size), '\0');
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t n = ::read(fd.get(), out.data() + done, out.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("read", path);
    if (n == 0) throw Error(ErrorCode::unreadable, path.string() + " ends too early");
    done += static_cast<std::size_t>(n);
  }
  return out;
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path fresh = path.string() + ".new";
  ::unlink(fresh.c_str());
  OutputFile out(fresh);
  out.write(bytes);
  out.finish();
  if (::rename(fresh.c_str(), path.c_str()) != 0) fail("rename", fresh);
  sync_directory(path.parent_path());
}

void make_directories(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) return;
  const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  make_directories(parent);
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) fail("create", path);
  sync_directory(parent);
}

void sync_directory(const std::filesystem::path& path) {
  const Fd fd(path, O_RDONLY | O_DIRECTORY);
  if (::fsync(fd.get()) != 0) fail("sync", path);
}

FileSum sync_and_sum(const std::filesystem::path& path) {
  {
    const Fd fd(path, O_RDONLY);
    if (::fsync(fd.get()) != 0) fail("sync", path);
  }
  return sum_file(path);
}

FileSum sum_file(const std::filesystem::path& path) {
  const auto size = Fd(path, O_RDONLY).size(path);
  const MappedFile map(path, size);
  return {size, xxh3(map.bytes())};
}

std::uint64_t xxh3(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace news
