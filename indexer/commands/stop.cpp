// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/stop.hpp"

#include <csignal>
#include <initializer_list>

namespace news {
namespace {

std::atomic<bool> requested = false;

extern "C" void request_stop(int) {
  requested = true;
}

bool watch_signals() {
  struct sigaction action {};
  action.sa_handler = request_stop;
  action.sa_flags = SA_RESETHAND;
  for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &action, nullptr);
  return true;
}

}  // namespace

const std::atomic<bool>& stop_requested() {
  static const bool watched = watch_signals();
  (void)watched;
  return requested;
}

}  // namespace news
