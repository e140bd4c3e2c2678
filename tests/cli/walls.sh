# SPDX-License-Identifier: GPL-2.0-or-later
# The libraries of the build use one another one way only, as docs/ARCHITECTURE.md says.
. "$(dirname "$0")/_lib.sh"
[ -n "${NEWS_BUILD-}" ] || { echo "skipped: no libraries of this build"; exit 77; }
export LC_ALL=C

# Strong symbols alone: what stands in headers is defined wherever it is used.
for library in common/libnews_common searcher/libnews_engine searcher/libnews_service searcher/libnews_searcher \
    indexer/libnews_extract indexer/libnews_indexer library/libnews_api; do
  name=${library##*/libnews_}
  nm "$NEWS_BUILD/$library.a" 2>/dev/null >"$work/nm"
  awk '$2 ~ /^[TBDR]$/ {print $3}' "$work/nm" | sort -u >"$work/$name.defined"
  awk '$1 == "U" {print $2}' "$work/nm" | sort -u >"$work/$name.used"
  [ -s "$work/$name.defined" ] || { echo "no symbols in $library.a" >&2; exit 1; }
done

# uses A B: how many symbols of B's A uses.
uses() { comm -12 "$work/$1.used" "$work/$2.defined" | tee "$work/symbols" | wc -l; }

# below LIBRARY OTHER...: it uses none of the others.
below() {
  local library=$1 other
  shift
  for other in "$@"; do
    [ "$(uses "$library" "$other")" = 0 ] || {
      echo "news_$library uses news_$other:" >&2
      c++filt <"$work/symbols" >&2
      exit 1
    }
  done
}
below common engine service searcher extract indexer api
below engine service searcher extract indexer api
below service searcher extract indexer api
below searcher extract indexer api
below extract engine service searcher indexer api
below indexer service searcher api
below api searcher extract indexer

# It would have found them: these arrows there are.
for pair in "engine common" "service engine" "searcher service" "indexer engine" "indexer extract" "api service"; do
  # shellcheck disable=SC2086 # two words
  [ "$(uses $pair)" -gt 0 ] || { echo "no arrow from ${pair% *} to ${pair#* }: the test sees nothing" >&2; exit 1; }
done
