// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "common/io/json_writer.hpp"

namespace news {

/// {"message", "hint"}, and where a query is at fault "column" and "length".
void write_error(JsonWriter& json, const Error& error);

}  // namespace news
