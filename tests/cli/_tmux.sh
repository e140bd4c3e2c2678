# SPDX-License-Identifier: GPL-2.0-or-later
# Sourced after _lib.sh by tests that need a real terminal: one of tmux, with a plain shell in it.
# Each has a server of its own: one that is ending would take the next session with it.
terminals=0
terminal() { tmux -f /dev/null -S "$work/tmux$terminals" "$@"; }

open_terminal() { # open_terminal COLUMNS LINES
  terminals=$((terminals + 1))
  terminal new-session -d -x "$1" -y "$2" "env PS1='$ ' TERM=${terminal_type:-xterm} sh"
  trap 'close_terminal; rm -rf "$work"' EXIT
  wait_for '^\$'
}

close_terminal() { terminal kill-server 2>/dev/null || true; }

press() { terminal send-keys "$@"; }
type_line() { terminal send-keys -l "$1"; terminal send-keys Enter; }
screen() { terminal capture-pane -p "$@"; }

# wait_for PATTERN: until a line of the screen matches the basic regular expression; five minutes at most.
wait_for() {
  local i
  for i in $(seq 3000); do
    if screen | sed 's/ *$//' | grep -q -- "$(sed 's/ \$$/$/' <<<"$1")"; then return; fi
    sleep 0.1
  done
  echo "the terminal does not show '$1':" >&2
  screen >&2
  exit 1
}
