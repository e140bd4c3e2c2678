// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/quarantine.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "common/error.hpp"

namespace news {
namespace {

struct EntryDeleter {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

// The last part of a path, without what has a meaning in one.
std::string base_name(const std::string& file) {
  std::string name = file.substr(file.find_last_of("/!") + 1);
  if (name.empty() || name == "-") name = "record";
  while (!name.empty() && name.front() == '.') name.erase(0, 1);  // hidden files are not read
  return name;
}

}  // namespace

struct Quarantine::Impl {
  std::filesystem::path path;
  archive* out = nullptr;
  std::uint64_t count = 0;

  [[noreturn]] void fail() const {
    const char* why = archive_error_string(out);
    throw Error(ErrorCode::failed, path.string() + ": " + (why ? why : "cannot be written"),
                "Name another file for --quarantine, or free some space.");
  }
};

Quarantine::Quarantine(const std::filesystem::path& path) : impl_(new Impl{path, nullptr, 0}) {
  impl_->out = archive_write_new();
  if (!impl_->out) throw std::bad_alloc();
  archive_write_set_format_pax(impl_->out);
  archive_write_add_filter_none(impl_->out);
  if (archive_write_open_filename(impl_->out, path.c_str()) != ARCHIVE_OK) {
    const std::string why = archive_error_string(impl_->out);
    archive_write_free(impl_->out);
    throw Error(ErrorCode::usage, why, "Name another file for --quarantine.");
  }
}

Quarantine::~Quarantine() {
  if (impl_->out) archive_write_free(impl_->out);
}

void Quarantine::add(const Rejection& r) {
  const std::unique_ptr<archive_entry, EntryDeleter> entry(archive_entry_new());
  const std::string name = fmt::format("{}/{:06}-record{}-byte{}-{}", r.reason, ++impl_->count,
                                       r.from.record, r.from.offset, base_name(r.from.file));
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(r.raw.size()));
  if (archive_write_header(impl_->out, entry.get()) < ARCHIVE_WARN) impl_->fail();
  if (archive_write_data(impl_->out, r.raw.data(), r.raw.size()) < 0) impl_->fail();
}

void Quarantine::finish() {
  if (archive_write_close(impl_->out) != ARCHIVE_OK) impl_->fail();
}

}  // namespace news
