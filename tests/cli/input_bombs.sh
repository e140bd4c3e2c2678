# SPDX-License-Identifier: GPL-2.0-or-later
# Input made to exhaust: each ends in a rejection, what stands after it is read, and memory stays within --memory.
. "$(dirname "$0")/_lib.sh"

# bomb NAME MAKER...: pipes what MAKER writes into `add`; prints the exit code, records, rejections and peak MiB.
bomb() {
  local name=$1
  shift
  "$@" | python3 -c '
import json, resource, subprocess, sys
work, name, indexer = sys.argv[1:4]
report = f"{work}/{name}.json"
code = subprocess.run([indexer, "add", "-q", f"{work}/{name}.archive", "-", "--memory", "128", "--report", report],
                      stderr=subprocess.DEVNULL).returncode
total = json.load(open(report))["total"]
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(code, total["read"], total["rejected"], "small" if peak < 250 else f"{peak} MiB")
' "$work" "$name" "$NEWS_INDEXER"
}
zeros() { head -c 2147483648 /dev/zero | tr '\0' a; }

long_line() { printf '{"id":"1","title":"'; zeros; printf '"}\n{"id":"2","title":"behind it"}\n'; }
expect_equal "$(bomb line long_line)" "4 2 1 small"

long_cell() { printf 'title,text\n"x,'; zeros; printf '\nlast,row\n'; }
expect_equal "$(bomb cell long_cell)" "4 2 1 small"

long_text() { printf 'A title\n\n'; zeros; }
expect_equal "$(bomb text long_text)" "4 1 1 small"

deep_json() { python3 -c "print('{\"a\":' * 100000 + '1' + '}' * 100000)"; echo '{"id":"2","title":"behind it"}'; }
expect_equal "$(bomb json deep_json)" "4 2 1 small"

deep_xml() { python3 -c "print('<?xml version=\"1.0\"?><rss><channel><item><title>' + '<b>' * 100000 + 'x' + '</b>' * 100000 + '</title></item></channel></rss>')"; }
expect_equal "$(bomb xml deep_xml | cut -d' ' -f4)" "small"

deep_page() { python3 -c "print('<!DOCTYPE html><html><body>' + '<div>' * 100000 + 'text' + '</div>' * 100000)"; }
expect_equal "$(bomb deep_page deep_page)" "4 1 1 small"

large_page() { echo '<!DOCTYPE html><html><body>'; yes '<p>One of the paragraphs of a page that has no end.</p>' | head -c 209715200; }
expect_equal "$(bomb large_page large_page)" "4 1 1 small"

# A page as large as a record may be, of tags without end.
many_tags() { echo '<!DOCTYPE html><html><body>'; yes '<b></i><p class="a b">x</p><a href="/y">z</a>' | head -c 31000000; }
expect_equal "$(bomb many_tags many_tags)" "4 1 1 small"

# A response of 32 MB that is a gigabyte when it is unpacked.
packed_page() {
  python3 -c "
import gzip, sys
body = gzip.compress(b'<p>' + bytes(1 << 30), 1)
http = b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n' + body
head = 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n' % len(http)
sys.stdout.buffer.write(head.encode() + http + b'\r\n\r\n')
"
}
expect_equal "$(bomb packed_page packed_page)" "4 1 1 small"

# Ten gigabytes of zeros take 45 MB as a zip; two say the same, sooner.
zip_bomb() {
  python3 -c "
import sys, zipfile
with zipfile.ZipFile('$work/zeros.zip', 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as z:
    with z.open('zeros.txt', 'w', force_zip64=True) as f:
        for _ in range(128): f.write(bytes(1 << 24))
    z.writestr('behind.txt', 'A title\n\nThat can still be read.\n')
"
  cat "$work/zeros.zip"
}
expect_equal "$(bomb zip zip_bomb | cut -d' ' -f4)" "small"
expect_equal "$("$NEWS_SEARCHER" count "$work/zip.archive" still)" 1
