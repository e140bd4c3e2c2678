# SPDX-License-Identifier: GPL-2.0-or-later
# What the searcher prints as JSON is what docs/schema says, no less and no more.
. "$(dirname "$0")/_lib.sh"
"$NEWS_INDEXER" add -q "$work/archive" "$NEWS_DATA/sample"
py "$work/archive"
