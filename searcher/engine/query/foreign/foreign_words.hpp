// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "searcher/engine/query/foreign/foreign_lexer.hpp"

namespace news::foreign {

// The leaves of a query. All throw QueryError; tokens and parts are views into `query`.

/// Adjacent words and quotations: one word, a phrase, or several phrases joined by ADJ/1 where
/// words in any form stand beside words as typed. At least one token, of kind word or quoted.
Node read_run(std::string_view query, Syntax syntax, const std::vector<Token>& tokens);

/// `allcaps(…)`, `caps(…)`, `nocaps(…)`: case words in a row.
Node read_caps(std::string_view query, const Token& name, const std::vector<Token>& tokens);

/// One value of a filter: a bare or quoted one, or several bare tokens with their blanks.
Node read_value(std::string_view query, Syntax syntax, Op op, const std::vector<Token>& tokens);

/// `>500` of `wc>500` or `LENGTH(>500)`; `part` may hold blanks.
Node read_length(std::string_view query, std::string_view part);

/// Conditions on the date that all must hold: `from 2016`, `to 2017`, `aft 2016-03-01`, `> 2016`,
/// `is march 2016`, `2016`. After and before leave the named time out. At least one part.
Node read_dates(std::string_view query, const std::vector<std::string_view>& parts,
                const Date& today);

}  // namespace news::foreign
