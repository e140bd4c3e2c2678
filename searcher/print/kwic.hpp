// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "searcher/engine/kwic/line_sink.hpp"
#include "searcher/print/options.hpp"

namespace news {

/// `query`: its canonical form. `out` must outlive the object.
/// `context`: columns on each side; none: as the format has it.
std::unique_ptr<KwicPrinter> make_kwic_text(std::ostream& out, const PrintOptions& options,
                                            std::optional<int> context);
std::unique_ptr<KwicPrinter> make_kwic_table(std::ostream& out, const PrintOptions& options,
                                             std::optional<int> context);
std::unique_ptr<KwicPrinter> make_kwic_json(std::ostream& out, const PrintOptions& options,
                                            std::optional<int> context, const std::string& query,
                                            const Revisions& revisions);

}  // namespace news
