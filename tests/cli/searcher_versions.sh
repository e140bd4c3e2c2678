# SPDX-License-Identifier: GPL-2.0-or-later
# The texts that an article has had: what is listed, what is printed, and when they are gone.
. "$(dirname "$0")/_lib.sh"
cd "$work"

add() { "$NEWS_INDEXER" add -q "$@"; }
show() { "$NEWS_SEARCHER" show "$@"; }
versions() {
  show "$1" "$2" --versions --format ndjson |
    jq -rs 'map("\(.version):\(.id):\(.words)\(if .live then "" else "-" end)") | join(" ")'
}
# story ID WORDS [URL]
story() {
  jq -cn --arg id "$1" --argjson words "$2" --arg url "${3-}" \
    '{$id, title: "\($words) words", text: ([range($words) | "word"] | join(" "))} + if $url == "" then {} else {$url} end'
}
# Four texts of one article, a bystander, and a copy of the article under another id: by run.
for i in 1 2 3 4; do { story a "$i" http://x.org/a; story "other$i" 1 http://x.org/a/b; } >"$i.jsonl"; done
story b 5 http://x.org/a >5.jsonl
fill() { rm -rf archive; for i in 1 2 3 4 5; do add "$@" archive $i.jsonl; done; }

fill
expect_equal "$(versions archive a)" "1:a:1- 2:a:2- 3:a:3- 4:a:4 5:b:5"
expect_equal "$(versions archive b)" "$(versions archive a)"
expect_equal "$(versions archive other2)" "1:other1:1 2:other2:1 3:other3:1 4:other4:1"
expect_exit 0 show archive a --versions --format json
expect_equal "$(jq -c '[.schema, .id, (.versions | length)]' "$work/out")" '[1,"a",5]'
expect_equal "$(jq -cS '.versions[2]' "$work/out")" \
  '{"file":"3.jsonl","id":"a","live":false,"record":1,"title":"3 words","url":"http://x.org/a","version":3,"words":3}'
expect_exit 0 show archive a --versions
expect_text out '^ 4  undated      4  4.jsonl:1    a   4 words$'
expect_text out '^\*5  undated      5  5.jsonl:1    b   5 words$'
expect_silence err

# One of them is shown as any article is.
expect_exit 0 show archive a --version 2
expect_text out '^2 words$'
expect_text out '^from: 2.jsonl, record 1, byte 0$'
expect_equal "$(show archive a --version=2 --raw)" "$(head -1 2.jsonl)"
expect_equal "$(show archive a --version 5 --format json)" "$(show archive b --format json)"
expect_exit 1 show archive a --version 6
expect_text err 'there is no version 6: the archive has 5 versions of this article'
expect_text err 'keep-versions'
expect_silence out
expect_exit 1 show archive nobody --versions
expect_exit 2 show archive a --version 0
expect_exit 2 show archive a --version two
expect_exit 2 "$NEWS_SEARCHER" archive a --versions
expect_equal "$("$NEWS_SEARCHER" --version)" "$("$NEWS_SEARCHER" show archive a --version)"

# Titles, ids and names of files may hold anything.
printf '{"id":"e\\u001b[31mvil","title":"\\u001b]0;x\\u0007 title","text":"word"}\n' >"$(printf 'na\033me.jsonl')"
add evil "$(printf 'na\033me.jsonl')"
show evil "$(printf 'e\033[31mvil')" --versions --color never >out
if LC_ALL=C grep -q "$(printf '[\033\007]')" out; then echo "escape in the list" >&2; exit 1; fi

# Compaction drops what was replaced ...
"$NEWS_INDEXER" compact -q archive
expect_equal "$(versions archive a)" "1:a:4 2:b:5"
expect_exit 1 show archive a --version 3
# ... unless it was told not to; building everything again keeps the order as well.
fill --keep-versions
for command in compact rebuild; do
  "$NEWS_INDEXER" $command -q archive
  expect_equal "$(versions archive a)" "1:a:1- 2:a:2- 3:a:3- 4:a:4 5:b:5"
  expect_exit 0 show archive a --version 2
  expect_text out '^from: 2.jsonl, record 1, byte 0$'
done
expect_exit 0 "$NEWS_INDEXER" verify archive

# An article that is deleted takes its earlier texts along; nobody sees them, not by way of the url.
"$NEWS_INDEXER" delete -q archive id:a
expect_exit 1 show archive a --versions
expect_equal "$(versions archive b)" "1:b:5"
# One that comes back does so without them.
add archive 4.jsonl
expect_equal "$(versions archive a)" "1:b:5 2:a:4"
story a 6 http://x.org/a >6.jsonl
add archive 6.jsonl
expect_equal "$(versions archive a)" "1:b:5 2:a:4- 3:a:6"
for command in compact rebuild; do
  "$NEWS_INDEXER" $command -q archive
  expect_equal "$(versions archive a)" "1:b:5 2:a:4- 3:a:6"
done

# What changed: between the last two, from one to the last, between any two.
rm -rf archive
entry() { printf '{"id":"n","title":"%s","date":"%s","author":"A","text":"%b"}\n' "$1" "$2" "$3" >text.jsonl; add archive text.jsonl; }
entry 'Storm nears' 2020-01-01 'One.\\n\\nTwo.\\n\\nThree.\\n\\nIt rains.\\n\\nFive.\\n\\nSix.'
expect_exit 1 show archive n --diff
expect_text err 'no earlier version'
expect_text err 'keep-versions'
entry 'Storm is here' 2020-01-02 'One.\\n\\nTwo.\\n\\nThree.\\n\\nIt pours.\\n\\nFive.\\n\\nSix.'
entry 'Storm is here' 2020-01-02 'One.\\n\\nTwo.\\n\\nThree.\\n\\nIt pours.\\n\\nSix.\\n\\n\\u001b[31mred'
changes() { show archive n --diff "$@" | tail -n +4; }
expect_equal "$(changes 1,2)" 'title: Storm [-nears-]{+is here+}
date: [-2020-01-01-]{+2020-01-02+}

(2 paragraphs are the same)

Three.

It [-rains-]{+pours+}.

Five.

(1 paragraph is the same)'
escape=$(printf '\033')
expect_equal "$(changes 2,1 --color always | grep It)" "It $escape[31m[-pours-]$escape[0m$escape[32m{+rains+}$escape[0m."
expect_equal "$(changes 1,2 --full | tail -n +4 | tr -d '\n')" 'One.Two.Three.It [-rains-]{+pours+}.Five.Six.'
expect_equal "$(changes)" "$(changes 2,3)"
expect_equal "$(changes 1)" "$(changes 1,3)"
if changes | grep -q "$escape"; then echo "escape in the diff" >&2; exit 1; fi
for pair in 1,2 2,3 3,1; do
  show archive n --diff $pair --format json >diff.json
  for n in ${pair%,*} ${pair#*,}; do show archive n --version $n --format json; done >both.json
  py diff.json both.json
done
expect_exit 1 show archive n --diff 4
expect_text err 'no version 4: the archive has 3 versions'
for bad in 3 2,2 0 1, 1,2,3 1x; do expect_exit 2 show archive n --diff $bad; done
expect_exit 2 show archive n --diff --raw
