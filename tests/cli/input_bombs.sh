# SPDX-License-Identifier: GPL-2.0-or-later
# Input made to exhaust: each ends in a rejection, what stands after it is read, and memory stays within --memory.
. "$(dirname "$0")/_lib.sh"

# bomb NAME MAKER...: pipes what MAKER writes into `add`; prints the exit code, records, rejections and peak MiB.
bomb() { "${@:2}" | py measure "$work" "$1"; }
zeros() { head -c 2147483648 /dev/zero | tr '\0' a; }
nested() { yes "$1" | head -n 100000 | tr -d '\n'; }

long_line() { printf '{"id":"1","title":"'; zeros; printf '"}\n{"id":"2","title":"behind it"}\n'; }
expect_equal "$(bomb line long_line)" "4 2 1 small"

long_cell() { printf 'title,text\n"x,'; zeros; printf '\nlast,row\n'; }
expect_equal "$(bomb cell long_cell)" "4 2 1 small"

long_text() { printf 'A title\n\n'; zeros; }
expect_equal "$(bomb text long_text)" "4 1 1 small"

deep_json() { nested '{"a":'; printf 1; nested '}'; printf '\n{"id":"2","title":"behind it"}\n'; }
expect_equal "$(bomb json deep_json)" "4 2 1 small"

deep_xml() {
  printf '<?xml version="1.0"?><rss><channel><item><title>'
  nested '<b>'
  printf x
  nested '</b>'
  echo '</title></item></channel></rss>'
}
expect_equal "$(bomb xml deep_xml | cut -d' ' -f4)" "small"

deep_page() { printf '<!DOCTYPE html><html><body>'; nested '<div>'; printf text; nested '</div>'; echo; }
expect_equal "$(bomb deep_page deep_page)" "4 1 1 small"

large_page() { echo '<!DOCTYPE html><html><body>'; yes '<p>One of the paragraphs of a page that has no end.</p>' | head -c 209715200; }
expect_equal "$(bomb large_page large_page)" "4 1 1 small"

# A page as large as a record may be, of tags without end.
many_tags() { echo '<!DOCTYPE html><html><body>'; yes '<b></i><p class="a b">x</p><a href="/y">z</a>' | head -c 31000000; }
expect_equal "$(bomb many_tags many_tags)" "4 1 1 small"

# A response of 32 MB that is a gigabyte when it is unpacked.
expect_equal "$(bomb packed_page py packed_page)" "4 1 1 small"

# Ten gigabytes of zeros take 45 MB as a zip; two say the same, sooner.
zip_bomb() { py zip_bomb "$work/zeros.zip"; cat "$work/zeros.zip"; }
expect_equal "$(bomb zip zip_bomb | cut -d' ' -f4)" "small"
expect_equal "$("$NEWS_SEARCHER" count "$work/zip.archive" still)" 1
