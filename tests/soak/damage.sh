# SPDX-License-Identifier: GPL-2.0-or-later
# Thousands of flipped bits and cut files: verify finds each, and no program dies or shows a wrong text.
NEWS_FLIPS=${NEWS_FLIPS:-2000} NEWS_CUTS=${NEWS_CUTS:-500} exec bash -eu "$(dirname "$0")/../cli/damage.sh"
