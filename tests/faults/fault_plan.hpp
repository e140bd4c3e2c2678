// SPDX-License-Identifier: GPL-2.0-or-later
// What is to go wrong, and what a power cut would take: the state of file_faults.cpp.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace fs = std::filesystem;

constexpr int kGone = 99;  // exit code of a program that was stopped

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// What has been done but would not survive a power cut, and how to undo it.
struct Pending {
  enum What { created, removed, removed_directory, renamed } what;
  fs::path path;   // the entry of a directory that changed
  fs::path from;   // renamed: what it was before
  fs::path aside;  // a link to what stood at `path` before, if anything
};

class Faults {
 public:
  Faults() { read_state(); }

  /// What an operation is to do: fail with an error, or be done by half.
  struct Verdict {
    int error = 0;
    bool half = false;
  };
  enum Kind { grows, other };  // whether it needs space

  bool watches(const fs::path& path) const {
    return !dir_.empty() && path.native().starts_with(dir_.native() + "/");
  }

  Verdict next(Kind kind, bool is_write = false) {
    const bool now = ++count_ == at_, later = count_ >= at_ && at_ > 0;
    if (mode_ == "fail" && later) return {EIO, false};
    if (mode_ == "full" && later && kind == grows) return {now && is_write ? 0 : ENOSPC, now};
    if (now && mode_ == "tear" && is_write) return {0, true};
    if (now && (mode_ == "stop" || mode_ == "tear")) stop();
    if (now && loses_power()) {
      cut_power();
      ::_exit(kGone);
    }
    return {};
  }

  bool tears() const { return mode_ == "tear"; }
  [[noreturn]] void stop() {
    if (!state_.empty()) write_state();
    ::_exit(kGone);
  }

  void note_created(const fs::path& path) { pending_.push_back({Pending::created, path, {}, {}}); }
  void note_removed(const fs::path& path, bool directory) {
    pending_.push_back({directory ? Pending::removed_directory : Pending::removed,
                        path,
                        {},
                        directory ? fs::path() : keep_aside(path)});
  }
  void note_renamed(const fs::path& from, const fs::path& to) {
    pending_.push_back({Pending::renamed, to, from, keep_aside(to)});
  }
  void forget_last() { pending_.pop_back(); }

  /// From that byte on, a file's content is not on the disk.
  void note_changed(int fd, off_t at) {
    struct stat st {};
    if (::fstat(fd, &st) != 0) return;
    const auto [known, fresh] = kept_.emplace(st.st_ino, st.st_size);
    known->second = std::min(known->second, at);
  }
  void note_synced(int fd, const fs::path& path) {
    struct stat st {};
    if (::fstat(fd, &st) != 0) return;
    if (S_ISDIR(st.st_mode))
      std::erase_if(pending_, [&](const Pending& p) { return p.path.parent_path() == path; });
    else
      kept_[st.st_ino] = st.st_size;
  }

  void end() {
    if (loses_power()) cut_power();
    if (const auto file = setting("NEWS_FAULT_COUNT"); !file.empty())
      std::ofstream(file) << count_ << "\n";
  }

 private:
  bool loses_power() const { return mode_ == "power" || mode_ == "mixed"; }
  bool is_lost() { return mode_ == "power" || random_() % 2 == 0; }

  void write_state() const {
    std::ofstream out(state_);
    for (const auto& p : pending_)
      out << p.what << '\n'
          << p.path.native() << '\n'
          << p.from.native() << '\n'
          << p.aside.native() << '\n';
    out << "kept\n";
    for (const auto& [file, bytes] : kept_) out << file << ' ' << bytes << '\n';
  }
  void read_state() {
    std::ifstream in(state_);
    std::string what, path, from, aside;
    while (std::getline(in, what) && what != "kept" && std::getline(in, path) &&
           std::getline(in, from) && std::getline(in, aside))
      pending_.push_back({static_cast<Pending::What>(std::stoi(what)), path, from, aside});
    ino_t file = 0;
    for (off_t bytes = 0; in >> file >> bytes;) kept_[file] = bytes;
  }

  fs::path keep_aside(const fs::path& path) {
    std::error_code error;
    if ((!loses_power() && state_.empty()) || !fs::exists(path)) return {};
    const fs::path folder = dir_.native() + ".aside";
    fs::create_directories(folder);
    fs::path aside = folder / (std::to_string(::getpid()) + "-" + std::to_string(++asides_));
    fs::create_hard_link(path, aside, error);
    return error ? fs::path() : aside;
  }

  void undo(const Pending& p) {
    std::error_code ignored;
    if (p.what == Pending::created) fs::remove_all(p.path, ignored);
    if (p.what == Pending::removed_directory) fs::create_directory(p.path, ignored);
    if (p.what == Pending::renamed) fs::rename(p.path, p.from, ignored);
    if (!p.aside.empty()) fs::create_hard_link(p.aside, p.path, ignored);
  }

  void cut_power() {
    random_.seed(static_cast<unsigned>(count_));
    for (auto p = pending_.rbegin(); p != pending_.rend(); ++p)
      if (is_lost()) undo(*p);
    for (const auto& entry : fs::recursive_directory_iterator(dir_)) {
      struct stat st {};
      if (!entry.is_regular_file() || ::stat(entry.path().c_str(), &st) != 0) continue;
      const auto kept = kept_.find(st.st_ino);
      if (kept == kept_.end() || kept->second >= st.st_size) continue;
      const auto more = static_cast<off_t>(random_() % (st.st_size - kept->second + 1));
      fs::resize_file(entry.path(), kept->second + (mode_ == "mixed" ? more : 0));
    }
  }

  const fs::path dir_ = setting("NEWS_FAULT_DIR");
  const std::string state_ = setting("NEWS_FAULT_STATE");
  const std::string mode_ = setting("NEWS_FAULT_MODE");
  const long at_ = std::atol(setting("NEWS_FAULT_AT").c_str());
  long count_ = 0, asides_ = 0;
  std::vector<Pending> pending_;
  std::map<ino_t, off_t> kept_;  // bytes of a file, from its beginning, that are on the disk
  std::mt19937 random_;
};
