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

void write_counts(JsonWriter& json, const RecordCounts& c) {
  json.number("read", c.read)
      .number("indexed", c.indexed)
      .number("replaced", c.replaced)
      .number("identical", c.identical)
      .number("skipped", c.skipped)
      .number("rejected", c.rejected);
}

void write_reasons(JsonWriter& json, const std::map<std::string, std::uint64_t>& reasons) {
  json.begin_object("reasons");
  for (const auto& [reason, count] : reasons) json.number(reason, count);
  json.end_object();
}

void write_dates(JsonWriter& json, const DateCounts& dates) {
  json.begin_object("dates").begin_object("from");
  for (std::size_t i = 0; i < dates.from.size(); ++i) json.number(kDateFromNames[i], dates.from[i]);
  json.end_object().number("future", dates.future).number("before_1600", dates.ancient);
  json.boolean("all_the_same", dates.suspiciously_same()).end_object();
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
  JsonWriter json;
  json.begin_object().text("file", report.name).text("format", report.format);
  write_counts(json, report.counts);
  if (!report.reasons.empty()) write_reasons(json, report.reasons);
  return json.end_object().take();
}

std::string report_json(const AddReport& report) {
  JsonWriter json;
  json.begin_object();
  write_counts(json, report.counts);
  json.number("bytes", report.bytes);
  write_dates(json, report.dates);
  write_reasons(json, report.reasons);
  json.number("revision", report.revision).boolean("interrupted", report.interrupted);
  return json.end_object().take();
}

}  // namespace news
