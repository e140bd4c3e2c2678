// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/add_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <numeric>

#include "common/io/json_writer.hpp"

namespace news {
namespace {

// A day from now, since an article of tomorrow's paper is not odd, nor is another time zone.
std::int64_t tomorrow() {
  using namespace std::chrono;
  const auto days = duration_cast<hours>(system_clock::now().time_since_epoch()).count() / 24 + 1;
  Date date = civil_from_days(static_cast<std::int32_t>(days));
  date.precision = Precision::day;
  return pack_date(date) | std::int64_t{0x3FFFFF};  // to the end of the day
}

JsonObject& add_counts(JsonObject& out, const RecordCounts& c) {
  return out.number("read", c.read)
      .number("indexed", c.indexed)
      .number("replaced", c.replaced)
      .number("identical", c.identical)
      .number("skipped", c.skipped)
      .number("rejected", c.rejected);
}

std::string reasons_json(const std::map<std::string, std::uint64_t>& reasons) {
  JsonObject out;
  for (const auto& [reason, count] : reasons) out.number(reason, count);
  return out.str();
}

std::string dates_json(const DateCounts& dates) {
  JsonObject from;
  for (std::size_t i = 0; i < dates.from.size(); ++i) from.number(kDateFromNames[i], dates.from[i]);
  return JsonObject()
      .raw("from", from.str())
      .number("future", dates.future)
      .number("before_1600", dates.ancient)
      .raw("all_the_same", dates.suspiciously_same() ? "true" : "false")
      .str();
}

}  // namespace

void DateCounts::add(std::int64_t packed, DateFrom where) {
  static const std::int64_t kTomorrow = tomorrow();
  constexpr std::int64_t k1600 = std::int64_t{1600} << 31;
  ++from[static_cast<std::size_t>(packed == 0 ? DateFrom::none : where)];
  if (packed == 0) return;
  future += packed > kTomorrow;
  ancient += packed < k1600;
  if (first == 0) first = packed;
  all_the_same = all_the_same && packed == first;
}

std::uint64_t DateCounts::dated() const {
  return std::accumulate(from.begin(), from.end(), std::uint64_t{0}) - undated();
}

std::string report_text(const AddReport& r, double seconds) {
  const auto& c = r.counts;
  std::string out = fmt::format(
      "read       {} records, {:.1f} MB in {:.1f} s ({:.0f} articles/s)\n"
      "indexed    {}\nreplaced   {}\nidentical  {}\nundated    {}\n",
      c.read, static_cast<double>(r.bytes) / 1e6, seconds,
      static_cast<double>(c.indexed + c.replaced) / std::max(seconds, 1e-3), c.indexed, c.replaced,
      c.identical, r.dates.undated());
  if (c.skipped > 0) out += fmt::format("skipped    {}\n", c.skipped);
  out += fmt::format("rejected   {}\n", c.rejected);
  for (const auto& [reason, count] : r.reasons) out += fmt::format("  {}: {}\n", reason, count);
  if (r.dates.future > 0)
    out += fmt::format("odd dates  {} in the future (kept as they are)\n", r.dates.future);
  if (r.dates.ancient > 0)
    out += fmt::format("odd dates  {} before 1600 (kept as they are)\n", r.dates.ancient);
  if (r.dates.suspiciously_same())
    out += fmt::format("odd dates  all {} dated articles have the same date, {}\n", r.dates.dated(),
                       format_date(unpack_date(r.dates.first)));
  return out;
}

std::string report_json(const FileReport& report) {
  JsonObject out;
  out.text("file", report.name).text("format", report.format);
  add_counts(out, report.counts);
  if (!report.reasons.empty()) out.raw("reasons", reasons_json(report.reasons));
  return out.str();
}

std::string report_json(const AddReport& report) {
  JsonObject out;
  add_counts(out, report.counts);
  out.number("bytes", report.bytes)
      .raw("dates", dates_json(report.dates))
      .raw("reasons", reasons_json(report.reasons))
      .number("revision", report.revision)
      .raw("interrupted", report.interrupted ? "true" : "false");
  return out.str();
}

}  // namespace news
