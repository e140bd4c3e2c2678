# SPDX-License-Identifier: GPL-2.0-or-later
# A browser draws what `searcher timeline` writes: pictures with axes and the line of each query.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/_lib.sh"
cd "$work"

browser=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$browser" ]; then
  echo "skipped: no chromium to draw with"
  exit 77
fi

python3 - >articles.jsonl <<'PY'
import json
for n in range(600):
    text = " ".join(word for word, every in (("flood", 3), ("drought", 7), ("rain", 1)) if n % every == 0 and n % 11)
    month = n % 36 + (n % 36 > 20) * 5
    print(json.dumps({"id": str(n), "title": "t", "text": text + " news", "date": f"{2014 + month // 12}-{month % 12 + 1:02}-03"}))
PY
"$NEWS_INDEXER" add -q a articles.jsonl
expect_exit 0 "$NEWS_SEARCHER" timeline a flood --vs drought --by month --smooth 3 --svg t.svg --html t.html
for file in t.svg t.html; do
  HOME=$work timeout 300 "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --window-size=1100,1000 "--screenshot=$work/$file.png" "file://$work/$file" >log 2>&1 || { cat log >&2; exit 1; }
  python3 - "$file.png" <<'PY'
import collections, struct, sys, zlib
data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n"
at, packed = 8, b""
while at < len(data):
    size, kind = struct.unpack(">I4s", data[at:at + 8])
    if kind == b"IHDR":
        width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", data[at + 8:at + 21])
    if kind == b"IDAT":
        packed += data[at + 8:at + 8 + size]
    at += size + 12
assert depth == 8 and colour in (2, 6) and not interlaced
step = {2: 3, 6: 4}[colour]
raw, line = zlib.decompress(packed), width * step
before, colours = bytearray(line), collections.Counter()
for y in range(height):
    filtered, row = raw[y * (line + 1)], bytearray(raw[y * (line + 1) + 1:(y + 1) * (line + 1)])
    if filtered:
        for i in range(line):
            left, up, corner = (row[i - step], before[i], before[i - step]) if i >= step else (0, before[i], 0)
            if filtered == 4:
                guess = left + up - corner
                near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
            else:
                near = {1: left, 2: up, 3: (left + up) // 2}[filtered]
            row[i] = (row[i] + near) & 255
    colours.update(zip(row[0::step], row[1::step], row[2::step]))
    before = row
def pixels(name):
    wanted = bytes.fromhex(name)
    return sum(n for c, n in colours.items() if all(abs(a - b) <= 12 for a, b in zip(c, wanted)))
found = {name: pixels(name) for name in ("ffffff", "444444", "0072b2", "d55e00", "bbbbbb")}
assert found["ffffff"] < 0.98 * width * height, "blank"
assert found["444444"] > 1500 and found["bbbbbb"] > 500, found  # axes and hatches
assert found["0072b2"] > 500 and found["d55e00"] > 300, found   # both queries
PY
done
