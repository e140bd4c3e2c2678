// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace news {

/// Whether a line is nothing but the name of a person.
bool is_name(std::string_view line);

/// Whether the person of that name is portrayed here, in scraps ("Writer. Gamer. Coffee lover.") or
/// as what he or she does for the paper.
bool is_portrait(std::string_view paragraph, std::string_view name);

/// How an author can be reached or followed.
bool is_contact(std::string_view paragraph);

}  // namespace news
