// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/manifest.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <random>

#include "common/archive/safety_copy.hpp"
#include "common/error.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kMaxManifest = 256u << 20;

std::string json_files(const std::map<std::string, FileSum>& files, const char* indent) {
  std::string out = "{";
  const char* comma = "";
  for (const auto& [name, sum] : files) {
    out += fmt::format("{}\n{}  \"{}\": {{\"bytes\": {}, \"xxh3\": \"{:016x}\"}}", comma, indent,
                       name, sum.bytes, sum.xxh3);
    comma = ",";
  }
  return out + "\n" + indent + "}";
}

std::string json_segment(const SegmentInfo& s) {
  std::string languages;
  for (const auto& l : s.languages)
    languages += fmt::format("{}\"{}\"", languages.empty() ? "" : ", ", l);
  return fmt::format(
      "    {{\"name\": \"{}\", \"articles\": {}, \"deleted\": {}, \"words\": {}, \"dictionary\": "
      "\"{}\",\n     \"languages\": [{}],\n     \"files\": {}}}",
      s.name, s.articles, s.deleted, s.words, s.dictionary, languages,
      json_files(s.files, "     "));
}

// Names in a manifest come from a file that a stranger may have written: none may leave the
// archive.
std::string safe_path(std::string_view name) {
  const fs::path path{std::string(name)};
  bool bad = path.empty() || path.is_absolute() || name.find('\0') != name.npos;
  for (const auto& part : path) bad |= part == ".." || part == "." || part.empty();
  if (bad)
    throw Error(ErrorCode::unreadable,
                "a manifest names a file outside its archive: " + path.string());
  return path.string();
}

using Object = simdjson::dom::object;

std::string text(const Object& o, std::string_view key) {
  return std::string(std::string_view(o[key].get_string()));
}
std::uint64_t number(const Object& o, std::string_view key) {
  return o[key].get_uint64();
}

std::string safe_path_or_none(std::string_view name) {
  return name.empty() ? std::string() : safe_path(name);
}

std::map<std::string, FileSum> read_files(const Object& object) {
  std::map<std::string, FileSum> out;
  for (const auto field : object) {
    const Object sum = field.value.get_object();
    out[safe_path(field.key)] = {number(sum, "bytes"), std::stoull(text(sum, "xxh3"), nullptr, 16)};
  }
  return out;
}

SegmentInfo read_segment(const Object& o) {
  SegmentInfo s;
  s.name = safe_path(text(o, "name"));
  s.articles = static_cast<std::uint32_t>(number(o, "articles"));
  s.deleted = static_cast<std::uint32_t>(number(o, "deleted"));
  s.words = number(o, "words");
  s.dictionary = safe_path_or_none(text(o, "dictionary"));
  for (const auto l : o["languages"].get_array())
    s.languages.emplace_back(std::string_view(l.get_string()));
  s.files = read_files(o["files"].get_object());
  return s;
}

[[noreturn]] void throw_other_format(std::uint64_t format) {
  const std::string what =
      fmt::format("archive format {} (this program reads {})", format, kArchiveFormat);
  if (format < kArchiveFormat) throw Error(ErrorCode::outdated, what);
  throw Error(ErrorCode::unreadable, what, "Use a newer version of the program.");
}

Manifest parse(const std::string& json) {
  simdjson::dom::parser parser;
  const Object o = parser.parse(json).get_object();
  const auto format = number(o, "format");
  if (format != kArchiveFormat) throw_other_format(format);
  Manifest m;
  m.revision = number(o, "revision");
  m.uuid = text(o, "uuid");
  m.written = text(o, "written");
  m.next_segment = number(o, "next_segment");
  m.next_dictionary = number(o, "next_dictionary");
  m.tombstones = safe_path_or_none(text(o, "tombstones"));
  if (std::string_view stories; o["stories"].get(stories) == simdjson::SUCCESS)
    m.stories = safe_path_or_none(stories);
  if (std::uint64_t days = 0; o["story_window"].get(days) == simdjson::SUCCESS)
    m.story_window = static_cast<std::uint32_t>(std::min<std::uint64_t>(days, kMaxStoryWindow));
  if (bool keep = false; o["keep_versions"].get(keep) == simdjson::SUCCESS) m.keep_versions = keep;
  for (const auto s : o["segments"].get_array()) m.segments.push_back(read_segment(s.get_object()));
  m.files = read_files(o["files"].get_object());
  return m;
}

std::string to_json(const Manifest& m) {
  std::string segments;
  for (const auto& s : m.segments) segments += (segments.empty() ? "\n" : ",\n") + json_segment(s);
  return fmt::format(
      "{{\n  \"format\": {},\n  \"revision\": {},\n  \"uuid\": \"{}\",\n  \"written\": \"{}\",\n"
      "  \"next_segment\": {},\n  \"next_dictionary\": {},\n  \"tombstones\": \"{}\",\n"
      "  \"stories\": \"{}\",\n  \"story_window\": {},\n  \"keep_versions\": {},\n  \"segments\": "
      "[{}],\n  \"files\": {}\n}}\n",
      kArchiveFormat, m.revision, m.uuid, m.written, m.next_segment, m.next_dictionary,
      m.tombstones, m.stories, m.story_window, m.keep_versions, segments,
      json_files(m.files, "  "));
}

// CURRENT is one line: manifest name, its checksum, and the checksum of what stands before.
std::string current_line(const std::string& name, std::uint64_t sum) {
  const std::string head = fmt::format("{} {:016x}", name, sum);
  return fmt::format("{} {:016x}\n", head, xxh3(head));
}

// The manifest that a line of CURRENT names.
Manifest read_named(const fs::path& archive, const std::string& line) {
  const std::string name = line.substr(0, line.find(' '));
  const fs::path path = archive / name;
  const bool whole = name.find('/') == std::string::npos && name.starts_with("manifest-");
  const std::string json = whole ? read_small_file(path, kMaxManifest) : "";
  if (!whole || line != current_line(name, xxh3(json)))
    throw Error(ErrorCode::damaged,
                (archive / "CURRENT").string() + " and its manifest do not agree");
  return parse_manifest(json, path);
}

}  // namespace

std::uint64_t Manifest::live_articles() const {
  std::uint64_t n = 0;
  for (const auto& s : segments) n += s.articles - s.deleted;
  return n;
}

std::string manifest_name(std::uint64_t revision) {
  return fmt::format("manifest-{:06}.json", revision);
}

bool is_archive(const fs::path& archive) {
  return fs::exists(archive / "CURRENT");
}

Manifest read_manifest(const fs::path& archive) {
  if (!is_archive(archive)) throw NotAnArchive(archive.string());
  for (;;) {
    const std::string line = read_small_file(archive / "CURRENT", 256);
    try {
      return read_named(archive, line);
    } catch (const Error&) {
      // A writer may have gone on since, and removed what was named.
      if (read_small_file(archive / "CURRENT", 256) == line) throw;
    }
  }
}

std::map<std::string, FileSum> files_of(const Manifest& manifest) {
  std::map<std::string, FileSum> files = manifest.files;
  for (const auto& segment : manifest.segments)
    for (const auto& [name, sum] : segment.files)
      files["segments/" + segment.name + "/" + name] = sum;
  return files;
}

Manifest parse_manifest(const std::string& json, const fs::path& path) {
  try {
    return parse(json);
  } catch (const simdjson::simdjson_error& e) {
    throw Error(ErrorCode::unreadable, path.string() + " cannot be read: " + e.what());
  } catch (const std::logic_error& e) {
    throw Error(ErrorCode::unreadable, path.string() + " cannot be read: " + e.what());
  }
}

void write_current(const fs::path& archive, const std::string& name, const std::string& json) {
  replace_file(archive / "CURRENT", current_line(name, xxh3(json)));
}

void commit_manifest(const fs::path& archive, const Manifest& manifest) {
  const std::string json = to_json(manifest), name = manifest_name(manifest.revision);
  replace_file(archive / name, json);
  write_safety_copy(archive / name);
  write_current(archive, name, json);
}

std::string new_uuid() {
  std::random_device random;
  auto word = [&] { return static_cast<std::uint32_t>(random()); };
  const auto a = word(), b = word(), c = word(), d = word();
  return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:04x}{:08x}", a, b >> 16, b & 0xFFF,
                     0x8000 | (c >> 16 & 0x3FFF), c & 0xFFFF, d);
}

WriterLock::WriterLock(const fs::path& archive)
    : fd_(::open((archive / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666)) {
  if (fd_ < 0)
    throw Error(ErrorCode::failed,
                "cannot open " + (archive / "lock").string() + ": " + std::strerror(errno));
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (::fcntl(fd_, F_SETLK, &lock) == 0) return;
  if (::fcntl(fd_, F_GETLK, &lock) != 0) lock.l_pid = 0;
  ::close(fd_);
  throw Error(ErrorCode::locked,
              fmt::format("{} is being written by process {}", archive.string(), lock.l_pid),
              "Wait until it has finished, then run the command again.");
}

WriterLock::~WriterLock() {
  ::close(fd_);
}

}  // namespace news
