// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "searcher/commands/options.hpp"
#include "searcher/engine/kwic/line_sink.hpp"

namespace news {

/// `query`: its canonical form. `out` must outlive the object.
std::unique_ptr<KwicPrinter> make_kwic_text(std::ostream& out, const SearcherOptions& options);
std::unique_ptr<KwicPrinter> make_kwic_table(std::ostream& out, const SearcherOptions& options);
std::unique_ptr<KwicPrinter> make_kwic_json(std::ostream& out, const SearcherOptions& options,
                                            const std::string& query, const Revisions& revisions);

}  // namespace news
