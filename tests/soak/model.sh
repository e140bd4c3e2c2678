# SPDX-License-Identifier: GPL-2.0-or-later
# After a million operations, an archive still does what a map would do.
NEWS_MODEL_OPERATIONS=${NEWS_MODEL_OPERATIONS:-1000000} exec "$NEWS_UNIT_TESTS" "an archive does what a map would do"
