// SPDX-License-Identifier: GPL-2.0-or-later
// Precompiled for the libraries: what most files include, which is two thirds of the time to read
// one. No file relies on it: each includes what it uses.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
