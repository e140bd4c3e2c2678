# SPDX-License-Identifier: GPL-2.0-or-later
# A browser draws what `searcher timeline` writes: pictures with axes and the line of each query.
. "$(dirname "$0")/_lib.sh"
cd "$work"

browser=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$browser" ]; then
  echo "skipped: no chromium to draw with"
  exit 77
fi

py make >articles.jsonl
"$NEWS_INDEXER" add -q a articles.jsonl
expect_exit 0 "$NEWS_SEARCHER" timeline a flood --vs drought --by month --smooth 3 --svg t.svg --html t.html
for file in t.svg t.html; do
  HOME=$work timeout 300 "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --window-size=1100,1000 "--screenshot=$work/$file.png" "file://$work/$file" >log 2>&1 || { cat log >&2; exit 1; }
  py check "$file.png"
done
