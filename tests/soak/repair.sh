# SPDX-License-Identifier: GPL-2.0-or-later
# Each file of an archive is damaged in each way, five times over, and repaired.
for seed in 1 2 3 4 5; do
  NEWS_REPAIR=all NEWS_SEED=$seed bash -eu "$(dirname "$0")/../cli/repair.sh"
done
