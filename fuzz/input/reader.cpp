// SPDX-License-Identifier: GPL-2.0-or-later
// Reads any bytes as a file of one format, NEWS_FUZZED_FORMAT, in small blocks.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "fuzz/blocks.hpp"
#include "indexer/input/cleaning.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const news::Format* format = news::find_format(NEWS_FUZZED_FORMAT);
  if (!format) std::abort();
  news::InputOptions options;
  options.boilerplate = news::BoilerplateMode::drop;
  const news::FieldMap fields({});
  const news::FileContext file{options, fields, "fuzz/input", "input"};
  if (format->detect) format->detect(bytes.substr(0, news::kDetectBytes), file);
  Blocks blocks(bytes, 100);
  news::Window window(blocks);
  while (window.view().size() < news::kDetectBytes && window.fill()) {
  }
  std::uint64_t records = 0;
  try {
    const auto reader = format->open(window, file);
    const auto cleaning = news::clean_texts(reader.parser, *format, file, nullptr);
    for (news::RawRecord record; reader.splitter->next(record); record = {}) {
      if (++records > size + 2) std::abort();  // a splitter that does not get on
      if (!record.reject_reason.empty()) continue;
      news::RawRecord again = record;
      const auto whole = reader.parser->parse(record), cleaned = cleaning->parse(again);
      if (const auto* article = std::get_if<news::Article>(&whole))
        if (restore_text(*article) != restore_text(std::get<news::Article>(cleaned))) std::abort();
    }
  } catch (const news::StreamError&) {
  }
  return 0;
}
