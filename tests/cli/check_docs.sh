# SPDX-License-Identifier: GPL-2.0-or-later
# scripts/check-docs: the documents are in order, and it finds each kind of fault.
. "$(dirname "$0")/_lib.sh"
check=$(cd "$(dirname "$0")/../.." && pwd)/scripts/check-docs

expect_exit 0 "$check"
expect_silence out
expect_silence err

mkdir "$work/docs"
page=$work/docs/page.md
wide=$(printf 'word %.0s' {1..24}) # 120 columns with the blank at the end

# accepts TEXT: a page of that text is in order.
accepts() {
  printf '# Page\n\n%s\n' "$1" >"$page"
  expect_exit 0 "$check" "$page"
  expect_silence out
}

# rejects TEXT WHAT: its first line is a fault, the only one, and it is said what.
rejects() {
  printf '# Page\n\n%s\n' "$1" >"$page"
  expect_exit 1 "$check" "$page"
  expect_equal "$(wc -l <"$work/out")" 1
  expect_text out "^$page:3: $2"
}

accepts "${wide% }."
accepts "| ${wide:0:116} |"
rejects "$wide." '121 columns'
rejects "| ${wide:0:117} |" '121 columns'
rejects "$wide日" '122 columns'
accepts "$(printf '```\nOne. Two.\n```')"
rejects "$(printf '%s.\n```\nOne. Two.\n```' "$wide")" '121 columns'
printf '```\n%s.\n```\n' "$wide" >"$page"
expect_exit 1 "$check" "$page"
expect_text out "^$page:2: 121 columns"
rejects "$(printf '```\nOne. Two.\n~~~')" 'a fenced block that never ends'
accepts "https://example.org/$(printf 'a%.0s' {1..120})"
rejects "at https://example.org/$(printf 'a%.0s' {1..120})" '143 columns'

accepts "$(printf 'One sentence.\nAnother one?\nA third!')"
rejects 'One sentence. Another one.' 'a second sentence: Another one'
rejects 'Is it one? No.' 'a second sentence: No'
rejects '- It says (this.) `that` is two.' 'a second sentence: `that`'
rejects '1. **One.** Two of them.' 'a second sentence: Two'
rejects 'One ends. *So* does this.' 'a second sentence: So'
rejects 'It is so: The rest follows.' 'a second sentence after a colon'
accepts 'By J. Smith, Mr. Jones et al. (U.S. English), e.g. `this`, with JSON: UTF-8, and 3. of 4.'
accepts 'Code is no prose: `One. Two` and ``One. `Two` ``.'
accepts '| One. Two. | Three. Four. |'
accepts '## One. Two.'

printf '# Other page\n\n## The same\n\n## The same\n\n## With `code`, marks & [links](page.md)\n' >"$work/docs/other.md"
accepts '[one](other.md), [two](other.md#the-same-1), [three](other.md#with-code-marks--links), [four](#page), [five](../docs)'
accepts '[one](https://example.org/none#such) and [two](mailto:a@example.org), `[three](none.md)`'
rejects '[one](none.md) is missing' 'no such file: none.md'
rejects '[one](other.md#the-same-2) is missing' 'no such heading: other.md#the-same-2'
rejects '[one](#none) is missing' 'no such heading: #none'
rejects '[one]: none.md' 'no such file: none.md'
