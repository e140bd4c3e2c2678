# SPDX-License-Identifier: GPL-2.0-or-later
# The tree is as docs/ARCHITECTURE.md says, scripts/check-includes finds each kind of fault, and no source is too long.
. "$(dirname "$0")/_lib.sh"
root=$(cd "$cli/../.." && pwd)
check=$root/scripts/check-includes
sources=(common searcher indexer library)

expect_exit 0 "$check"
expect_silence out
expect_silence err

# --- scripts/check-includes, on a copy of the sources with a fault at a time --------------------------

tree=$work/tree

copy_tree() {
  rm -rf "$tree"
  mkdir -p "$tree/docs"
  (cd "$root" && cp -r "${sources[@]}" "$tree" && cp docs/ARCHITECTURE.md "$tree/docs")
}

# add FILE INCLUDE: a new source that includes another one.
add() {
  mkdir -p "$(dirname "$tree/$1")"
  echo "#include \"$2\"" >"$tree/$1"
}

# allow FOLDER OTHERS: one more row in the table.
allow() { sed -i "/^## What may include what$/a | \`$1\` | | $2 |" "$tree/docs/ARCHITECTURE.md"; }

# rejects LINE...: what is wrong with the copy are these lines, and no others. It is whole again then.
rejects() {
  expect_exit 1 "$check" --root "$tree"
  expect_silence err
  expect_equal "$(cat "$work/out")" "$(printf '%s\n' "$@")"
  copy_tree
}

copy_tree
expect_exit 0 "$check" --root "$tree"
expect_silence out

# A circle is one whatever the table says.
add common/one/first.hpp common/two/second.hpp
add common/two/second.hpp common/error.hpp
add common/two/third.cpp common/one/fourth.hpp
add common/one/fourth.hpp common/error.hpp
allow common/one 'common, common/two'
allow common/two 'common, common/one'
rejects 'circle of 2 folders: common/one, common/two' \
  '  common/one/first.hpp includes common/two/second.hpp' \
  '  common/two/third.cpp includes common/one/fourth.hpp'

# A source and its header are one unit.
add common/io/first.hpp common/io/second.hpp
add common/io/second.cpp common/io/first.hpp
add common/io/second.hpp common/io/varint.hpp
rejects 'circle of 2 units: common/io/first, common/io/second' \
  '  common/io/first.hpp includes common/io/second.hpp' \
  '  common/io/second.cpp includes common/io/first.hpp'

add common/text/new.cpp common/io/varint.hpp
rejects 'common/text may not include common/io: common/text/new.cpp includes common/io/varint.hpp'

add indexer/new/new.cpp common/error.hpp
rejects 'indexer/new: not in the table of docs/ARCHITECTURE.md'

allow common/text common/io
rejects 'common/text: the table lists common/io, which it does not include'

allow common/old -
rejects 'common/old: in the table, but there is no such folder'

add common/text/new.cpp common/text/none.hpp
expect_exit 1 "$check" --root "$tree"
expect_text err "^check-includes: common/text/new.cpp: there is no 'common/text/none.hpp'$"
copy_tree

# Rows of a folder add up: none can be left out.
row=$(grep -n '^| `searcher/commands` | |' "$tree/docs/ARCHITECTURE.md" | tail -n 1 | cut -d: -f1)
sed -i "${row}d" "$tree/docs/ARCHITECTURE.md"
expect_exit 1 "$check" --root "$tree"
expect_text out '^searcher/commands may not include searcher/print: searcher/commands/'

# What --arrows prints can take the place of the table: it is right again, with what it said of folders.
expect_exit 0 "$check" --root "$tree" --arrows
expect_text out '^| `common/io` | [a-z]'
(printf '# Page\n\n## What may include what\n\n' && cat "$work/out") >"$tree/docs/ARCHITECTURE.md"
expect_exit 0 "$check" --root "$tree"
expect_silence out
expect_exit 0 "$root/scripts/check-docs" "$tree/docs/ARCHITECTURE.md"

# --- What lies loose, and how long sources are ----------------------------------------------------

for program in searcher indexer; do
  expect_equal "$(cd "$root/$program" && find . -maxdepth 1 -type f | sort | xargs)" './CMakeLists.txt ./main.cpp'
done

# Tables may be longer than other sources, each for a reason.
tables='
indexer/text/boilerplate_lists.hpp  phrases, one a line, which nobody reads from top to bottom
'
(cd "$root" && find "${sources[@]}" -type f \( -name '*.cpp' -o -name '*.hpp' -o -name '*.h' \) -exec wc -l {} +) |
  awk '$1 > 350 && $2 != "total" { print $2 }' | sort >"$work/long"
sed '/^$/d; s/ .*//' <<<"$tables" | sort >"$work/tables"
# expect_none WHAT FILES: there are none.
expect_none() { [ -z "$2" ] || { echo "$1: $2" >&2; exit 1; }; }
expect_none 'longer than 350 lines' "$(comm -23 "$work/long" "$work/tables")"
expect_none 'called a table here, but gone or not that long' "$(comm -13 "$work/long" "$work/tables")"
