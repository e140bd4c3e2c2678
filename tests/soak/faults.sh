# SPDX-License-Identifier: GPL-2.0-or-later
# Every file operation of add, delete and compact goes wrong in every way, and nothing committed is lost.
NEWS_FAULTS=all exec bash -eu "$(dirname "$0")/../cli/faults.sh"
