# SPDX-License-Identifier: GPL-2.0-or-later
# An indexer that is killed at any moment loses nothing that was committed; NEWS_KILLS says how often (200).
. "$(dirname "$0")/../cli/_lib.sh"
py "$work" "${NEWS_KILLS:-200}" "${NEWS_SEED:-1}"
