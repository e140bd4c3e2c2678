# SPDX-License-Identifier: GPL-2.0-or-later
# Nothing committed is lost, whichever file operation of add, delete or compact goes wrong; NEWS_FAULTS=all tries each in each way.
# Where there is no disk, a sync takes no time.
[ -w /dev/shm ] && export TMPDIR=/dev/shm
. "$(dirname "$0")/_lib.sh"
if [ -z "${NEWS_FAULT_LIBRARY-}" ]; then
  echo "skipped: no fault layer in a build with sanitizers"
  exit 77
fi
py "$(realpath "$work")"
