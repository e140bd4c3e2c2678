// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/delete.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "common/text/display.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/revise/delete.hpp"

namespace news {
namespace {

std::vector<std::string> read_ids(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path);
    if (!file)
      throw Error(ErrorCode::usage, path + " cannot be read", "Name a file with an id a line.");
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::vector<std::string> ids;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) ids.push_back(std::move(line));
  }
  return ids;
}

}  // namespace

DeleteOptions read_delete(const OptionValues& values) {
  DeleteOptions out;
  out.archive = values.words[0];
  for (std::size_t n = 1; n < values.words.size(); ++n)
    out.query += (out.query.empty() ? "" : " ") + values.words[n];
  out.ids = values.value("ids");
  out.dry_run = values.flag("dry-run");
  out.quiet = values.flag("quiet");
  if (values.words.size() < 2 && out.ids.empty())
    throw Error(ErrorCode::usage, "delete needs a query or --ids",
                "Example: indexer delete my.archive 'source:tabloid' --dry-run");
  return out;
}

Exit run_delete(const DeleteOptions& options) {
  DeleteRequest request;
  request.dry_run = options.dry_run;
  request.query = options.query;
  if (!options.ids.empty()) request.ids = read_ids(options.ids);
  ArchiveEditor editor(options.archive, false);
  const auto report = delete_articles(editor, request, [&](const Article& article) {
    if (options.dry_run)
      std::cout << sanitize(article.id) << "\t" << sanitize(article.title) << "\n";
  });
  for (const auto& id : report.not_found)
    std::cerr << "no article has the id " << sanitize(id) << "\n";
  if (!options.quiet)
    std::cerr << fmt::format("{} {}{}\n", plural(report.articles, "article"),
                             options.dry_run ? "would be deleted" : "deleted",
                             options.dry_run || report.articles == 0
                                 ? std::string()
                                 : fmt::format("; revision {}", editor.manifest().revision));
  if (!report.not_found.empty()) return Exit::partial;
  return report.articles == 0 ? Exit::none : Exit::ok;
}

}  // namespace news
