// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/archive_stream.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/io/packed_crawl.hpp"

namespace news {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBlock = 1u << 20;
constexpr std::size_t kHead = 4u << 10;  // tells how a file is to be read
constexpr auto kZipMagic = "PK\x03\x04"sv;

archive* new_reader() {
  archive* reader = archive_read_new();
  if (reader == nullptr) throw std::bad_alloc();
  // Each filter by name: "all" would let a file's content start external programs.
  archive_read_support_filter_gzip(reader);
  archive_read_support_filter_bzip2(reader);
  archive_read_support_filter_xz(reader);
  archive_read_support_filter_zstd(reader);
  archive_read_support_filter_lz4(reader);
  archive_read_support_format_tar(reader);
  archive_read_support_format_zip_streamable(reader);
  archive_read_support_format_empty(reader);
  archive_read_support_format_raw(reader);
  return reader;
}

/// libarchive passes names through the locale of the thread, which in "C" loses all but ASCII.
class Utf8Names {
 public:
  Utf8Names() : before_(uselocale(utf8())) {}
  ~Utf8Names() { uselocale(before_); }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }
  locale_t before_;
};

/// A name that is not UTF-8 is to be had as bytes only.
std::string member_name(archive_entry* entry) {
  if (const char* name = archive_entry_pathname_utf8(entry)) return name;
  if (const char* name = archive_entry_pathname(entry)) return name;
  return "?";
}

}  // namespace

/// A file that is read here and not by libarchive. Not its owner.
class ArchiveStream::File : public ByteStream {
 public:
  explicit File(int descriptor) : descriptor_(descriptor), block_(kBlock, '\0') {}
  std::string_view read() override {
    ssize_t got = -1;
    do {
      got = ::read(descriptor_, block_.data(), block_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) throw StreamError(std::strerror(errno));
    bytes_ += static_cast<std::uint64_t>(got);
    return std::string_view(block_).substr(0, static_cast<std::size_t>(got));
  }
  std::uint64_t bytes() const { return bytes_; }

 private:
  const int descriptor_;
  std::string block_;
  std::uint64_t bytes_ = 0;
};

/// The feeding end of a nested archive.
struct ArchiveStream::Outer {
  ByteStream& stream;
  std::string head;
  bool head_given = false;

  static la_ssize_t read(archive* reader, void* self, const void** block) noexcept {
    auto& outer = *static_cast<Outer*>(self);
    std::string_view bytes = outer.head;
    try {
      if (outer.head_given || bytes.empty()) bytes = outer.stream.read();
      outer.head_given = true;
    } catch (const std::exception& error) {
      archive_set_error(reader, EIO, "%s", error.what());
      return -1;
    }
    *block = bytes.data();
    return static_cast<la_ssize_t>(bytes.size());
  }
};

ArchiveStream::ArchiveStream(const std::string& path) : archive_(new_reader(), archive_read_free) {
  try {
    open_descriptor(path);
  } catch (...) {
    if (descriptor_ > 0) ::close(descriptor_);
    throw;
  }
}

void ArchiveStream::open_descriptor(const std::string& path) {
  descriptor_ = path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw StreamError(std::strerror(errno));
  struct stat info {};
  std::size_t block = kBlock;
  if (::fstat(descriptor_, &info) == 0 && S_ISREG(info.st_mode)) {
    std::string head(kHead, '\0');
    head.resize(static_cast<std::size_t>(
        std::max<ssize_t>(::pread(descriptor_, head.data(), head.size(), 0), 0)));
    // Only a zip's own directory tells everything; asking every file for one costs two seeks.
    if (head.starts_with(kZipMagic)) archive_read_support_format_zip_seekable(archive_.get());
    if (is_packed_crawl(head)) {
      file_ = std::make_unique<File>(descriptor_);
      return open_stream(*file_, std::string(file_->read()));
    }
    block = std::clamp<std::size_t>(static_cast<std::size_t>(info.st_size), 1u << 12, kBlock);
  }
  if (archive_read_open_fd(archive_.get(), descriptor_, block) != ARCHIVE_OK) fail();
}

ArchiveStream::ArchiveStream(ByteStream& outer, std::string head)
    : archive_(new_reader(), archive_read_free) {
  open_stream(outer, std::move(head));
}

void ArchiveStream::open_stream(ByteStream& outer, std::string head) {
  if (is_packed_crawl(head)) crawl_ = open_packed_crawl(outer, std::exchange(head, {}));
  outer_.reset(new Outer{crawl_ ? *crawl_ : outer, std::move(head)});
  if (archive_read_open(archive_.get(), outer_.get(), nullptr, Outer::read, nullptr) !=
      ARCHIVE_OK) {
    fail();
  }
}

ArchiveStream::~ArchiveStream() {
  archive_.reset();
  if (descriptor_ > 0) ::close(descriptor_);
}

void ArchiveStream::fail() const {
  const char* message = archive_error_string(archive_.get());
  throw StreamError(message != nullptr ? message : "cannot be unpacked");
}

std::optional<std::string> ArchiveStream::next_member() {
  if (broken_) return std::nullopt;
  const Utf8Names names;
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) return std::nullopt;
    if (status == ARCHIVE_RETRY) continue;
    if (status < ARCHIVE_WARN) {
      broken_ = true;
      fail();
    }
    if (archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW) return std::string();
    if (archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr) {
      return member_name(entry);
    }
  }
}

std::string_view ArchiveStream::read() {
  for (;;) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(archive_.get(), &block, &size, &offset);
    if (status == ARCHIVE_EOF) return {};
    if (status < ARCHIVE_WARN && status != ARCHIVE_RETRY) {
      broken_ = status == ARCHIVE_FATAL;
      fail();
    }
    if (status >= ARCHIVE_WARN && size > 0) return {static_cast<const char*>(block), size};
  }
}

std::uint64_t ArchiveStream::bytes_read() const {
  if (file_) return file_->bytes();
  const la_int64_t bytes = archive_filter_bytes(archive_.get(), -1);
  return bytes > 0 ? static_cast<std::uint64_t>(bytes) : 0;
}

bool looks_packed(std::string_view head) {
  constexpr std::array kMagics = {
      "\x1f\x8b"sv,         "BZh"sv,  "\xFD\x37zXZ\0"sv, "\x28\xB5\x2F\xFD"sv, "\x04\x22\x4D\x18"sv,
      "\x5D\x2A\x4D\x18"sv, kZipMagic};
  const auto begins = [&](std::string_view magic) { return head.starts_with(magic); };
  if (std::any_of(kMagics.begin(), kMagics.end(), begins)) return true;
  return head.size() >= 262 && head.substr(257, 5) == "ustar";
}

}  // namespace news
