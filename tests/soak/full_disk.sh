# SPDX-License-Identifier: GPL-2.0-or-later
# A disk that is full takes nothing that was committed, and once there is room the same commands complete.
. "$(dirname "$0")/../cli/_lib.sh"
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=16m none "$disk" 2>/dev/null || { echo "skipped: no right to mount a small disk"; exit 77; }
trap 'umount "$disk"; rm -rf "$work"' EXIT

exported() { "$NEWS_INDEXER" export "$1" | sort; }
# Whatever failed said so, and left the archive as it was.
expect_full() {
  expect_exit 3 "$@"
  expect_text err "No space left on device"
  expect_text err "space"
  expect_same
}
expect_same() {
  expect_exit 0 "$NEWS_INDEXER" verify "$archive"
  exported "$archive" | cmp - "$work/before"
}

py "$work"

# Full at other moments each time.
for room in $(seq 2048 397 8192); do
  archive=$disk/$room
  mount -o remount,size=${room}k "$disk"
  for batch in $(seq 0 59); do
    got=0
    "$NEWS_INDEXER" add -q "$archive" "$work/$batch.jsonl" 2>"$work/err" || got=$?
    "$NEWS_INDEXER" add -q "$work/whole" "$work/$batch.jsonl"
    [ $got = 0 ] || break
    exported "$archive" >"$work/before"
  done
  expect_equal $got 3
  if "$NEWS_SEARCHER" "$archive" "id:a$((batch * 100 + 149))" >/dev/null; then
    # Committed, but there was no room to merge segments.
    exported "$archive" >"$work/before"
  fi
  expect_full "$NEWS_INDEXER" add -q "$archive" "$work/$batch.jsonl"
  expect_full "$NEWS_INDEXER" compact -q "$archive"
  # Room is made: the same commands complete.
  mount -o remount,size=64m "$disk"
  expect_exit 0 "$NEWS_INDEXER" add -q "$archive" "$work/$batch.jsonl"
  exported "$work/whole" >"$work/before"
  expect_same
  expect_exit 0 "$NEWS_INDEXER" compact -q "$archive"
  expect_same
  expect_silence err
  echo "$room KB: full at batch $batch"
  rm -r "$archive" "$work/whole"
done
