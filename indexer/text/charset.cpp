// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/charset.hpp"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace news {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  const char* charset;
};
constexpr std::array<Mark, 3> kMarks = {
    {{"\xEF\xBB\xBF"sv, "UTF-8"}, {"\xFE\xFF"sv, "UTF-16BE"}, {"\xFF\xFE"sv, "UTF-16LE"}}};

bool same_charset(const char* a, const char* b) {
  return ucnv_compareNames(a, b) == 0;
}

std::optional<std::string> convert(std::string_view bytes, const char* charset) {
  if (same_charset(charset, "iso-8859-1") || same_charset(charset, "us-ascii"))
    charset = "windows-1252";
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(charset, &error),
                                                                ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &error),
                                                              ucnv_close);
  if (U_FAILURE(error)) return std::nullopt;
  std::string out;
  std::array<UChar, 4096> pivot;
  std::array<char, 1 << 14> block;
  UChar *pivot_source = pivot.data(), *pivot_target = pivot.data();
  const char* source = bytes.data();
  for (bool reset = true;; reset = false) {
    char* target = block.data();
    error = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, block.data() + block.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), reset, true, &error);
    out.append(block.data(), target);
    if (error != U_BUFFER_OVERFLOW_ERROR) break;
  }
  if (U_FAILURE(error)) return std::nullopt;
  return out;
}

// What ICU takes the bytes for; windows-1252, which can be anything, when it is not sure.
std::string detect_charset(std::string_view bytes) {
  constexpr std::size_t kSample = 64u << 10;
  constexpr int32_t kSure = 30;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                            ucsdet_close);
  if (U_FAILURE(error)) return "windows-1252";
  ucsdet_setText(detector.get(), bytes.data(),
                 static_cast<int32_t>(std::min(bytes.size(), kSample)), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || !match || ucsdet_getConfidence(match, &error) < kSure)
    return "windows-1252";
  const std::string name = ucsdet_getName(match, &error);
  return U_FAILURE(error) || same_charset(name.c_str(), "UTF-8") ? "windows-1252" : name;
}

bool known_charset(const std::string& label) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(label.c_str(), &error), ucnv_close);
  return U_SUCCESS(error);
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  for (const auto& mark : kMarks)
    if (bytes.starts_with(mark.bytes))
      return convert(bytes.substr(mark.bytes.size()), mark.charset).value_or(std::string());
  const std::string label(declared.substr(0, 64));
  const bool utf8 = label.empty() || same_charset(label.c_str(), "UTF-8");
  if (!utf8 && known_charset(label))
    if (auto text = convert(bytes, label.c_str())) return *std::move(text);
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::string(bytes);
  return convert(bytes, detect_charset(bytes).c_str()).value_or(std::string());
}

bool looks_binary(std::string_view bytes) {
  bytes = bytes.substr(0, 4096);
  for (const auto& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return false;
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && u != 0x1B;
  });
  return bytes.find('\0') != bytes.npos || static_cast<std::size_t>(controls) * 20 > bytes.size();
}

}  // namespace news
