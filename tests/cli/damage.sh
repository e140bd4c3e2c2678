# SPDX-License-Identifier: GPL-2.0-or-later
# A hundred flipped bits and some cut files; NEWS_FLIPS and NEWS_CUTS ask for more.
. "$(dirname "$0")/_lib.sh"
make_worn_archive
py "$NEWS_INDEXER" "$NEWS_SEARCHER" "$work/archive" \
  "${NEWS_FLIPS:-100}" "${NEWS_CUTS:-30}" "${NEWS_SEED:-1}"
