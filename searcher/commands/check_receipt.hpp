// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

struct CheckReceiptOptions {
  std::vector<std::string> archives;
  std::string receipt;  ///< a file
};
CheckReceiptOptions read_check_receipt(const OptionValues& values);

/// `searcher check-receipt`: repeats the search and says what is otherwise. Exit::none if anything
/// is. Throws Error(ErrorCode::usage) for a file that is no receipt, Error(ErrorCode::damaged) for
/// the archive.
Exit run_check_receipt(const CheckReceiptOptions& options);

}  // namespace news
