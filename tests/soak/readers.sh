# SPDX-License-Identifier: GPL-2.0-or-later
# Beside a writer, every answer is right for the revision it names; NEWS_SOAK_SECONDS says how long (1800).
. "$(dirname "$0")/../cli/_lib.sh"
py "$work" "${NEWS_SOAK_SECONDS:-1800}" "${NEWS_SEED:-1}"
