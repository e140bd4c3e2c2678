// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/info.hpp"

#include <iostream>

#include "common/archive/archive.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/report/coverage.hpp"
#include "indexer/report/info.hpp"

namespace news {

InfoOptions read_info(const OptionValues& values) {
  refuse_more_words(values);
  values.choice("format");
  InfoOptions out{values.words[0], values.flag("coverage"), values.value("format")};
  if (out.format == "csv" && !out.coverage)
    throw Error(ErrorCode::usage, "--format: csv is for --coverage; else it is text or json",
                values.see_help());
  return out;
}

Exit run_info(const InfoOptions& options) {
  const Archive archive(options.archive);
  if (options.coverage) {
    const Coverage coverage = measure_coverage(archive);
    std::cout << (options.format == "json"  ? coverage_json(coverage)
                  : options.format == "csv" ? coverage_csv(coverage)
                                            : coverage_text(coverage));
    return Exit::ok;
  }
  std::cout << (options.format == "json" ? info_json(archive) : info_text(archive));
  return Exit::ok;
}

}  // namespace news
