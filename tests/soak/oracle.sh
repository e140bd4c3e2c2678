# SPDX-License-Identifier: GPL-2.0-or-later
# Thousands of random queries of the whole grammar equal the oracle's; NEWS_CORPUS_JSONL names a corpus of your own.
NEWS_COUNT=${NEWS_COUNT:-3000} NEWS_SEED=${NEWS_SEED:-1} exec bash -eu "$(dirname "$0")/../cli/oracle_grammar.sh"
