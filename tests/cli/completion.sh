# SPDX-License-Identifier: GPL-2.0-or-later
# Completion: what the programs offer, and what bash makes of it (zsh and fish where they are installed).
. "$(dirname "$0")/_lib.sh"
mkdir "$work/bin" "$work/my folder" "$work/texts"
ln -s "$NEWS_SEARCHER" "$work/bin/searcher"
ln -s "$NEWS_INDEXER" "$work/bin/indexer"
export PATH=$work/bin:$PATH HOME=$work XDG_CONFIG_HOME=$work/none
cd "$work"
printf '%s\n' '{"id":"1","title":"a","source":"Fox News","section":"World","language":"en","author":"Ann O'"'"'Hara"}' \
  '{"id":"2","title":"b","source":"Financial Times","section":"world cup","language":"de","author":"Bo Lee"}' \
  '{"id":"3","title":"c","source":"Say \"so\"","section":"A\tB","language":"fr"}' >a.jsonl
indexer add -q my.archive a.jsonl
indexer add -q "my folder/b.archive" a.jsonl

# offers PROGRAM WORDS... is checked against lines on stdin; what stands after a TAB is an explanation.
offers() { local program=$1; shift; expect_equal "$("$program" complete -- "$@" | cut -f1)" "$(cat)"; }
offers searcher co <<<$'count\ncompletion'
offers indexer comp <<<$'compact\ncompletion'
offers searcher help sea <<<'search'
offers searcher my <<<$'my folder/\nmy.archive'
offers searcher 'my folder/' <<<'my folder/b.archive'
offers searcher '~/my.' <<<'~/my.archive'
offers indexer add my.archive a <<<'a.jsonl'
offers indexer backup my.archive te <<<'texts/'
offers searcher completion '' <<<$'bash\nzsh\nfish'
offers searcher my.archive x --so <<<'--sort'
offers searcher my.archive x --sort n <<<'newest'
offers searcher my.archive x --sort=n <<<'--sort=newest'
offers searcher my.archive x --sort newest --so </dev/null
offers searcher count my.archive x --so </dev/null
offers searcher my.archive x --facets source,y <<<'source,year'
offers indexer info my.archive --format '' <<<$'text\njson\ncsv'
offers indexer add my.archive a.jsonl --format news <<<$'newsml-g2\nnewsml1'
offers indexer add my.archive x --report a <<<'a.jsonl'
offers searcher my.archive -- --sort </dev/null
offers searcher my.archive ti <<<'title:'
offers searcher my.archive x 'AND (sou' <<<'AND (source:'
offers searcher my.archive source:f <<<$'source:"Financial Times"\nsource:"Fox News"'
offers searcher my.archive 'x -source:"fox' <<<'x -source:"Fox News"'
offers searcher count my.archive lang: <<<$'lang:de\nlang:en\nlang:fr'
offers searcher my.archive byline:ann <<<"byline:\"Ann O'Hara\""
offers searcher my.archive source:s <<<'source:"Say \"so\""'
offers searcher my.archive section:W <<<$'section:World\nsection:"world cup"'
offers searcher my.archive section:a </dev/null # a TAB would not survive
offers searcher no.archive source:f </dev/null
offers indexer delete my.archive source:fo <<<'source:"Fox News"'
expect_exit 0 searcher complete -- sh
expect_text out $'^show\tone article'
expect_exit 0 searcher complete
expect_exit 2 searcher completion tcsh
expect_text err "none of bash, zsh, fish"
expect_exit 0 searcher --help
! grep -q 'complete ' "$work/out" || { echo "the hidden command shows" >&2; exit 1; }

# Many values: the first 200.
for i in $(seq 1000 1300); do echo "{\"id\":\"$i\",\"title\":\"x\",\"source\":\"Paper $i\"}"; done >many.jsonl
indexer add -q many.archive many.jsonl
expect_equal "$(searcher complete -- many.archive source:paper | wc -l)" 200
expect_equal "$(searcher complete -- many.archive source:paper | tail -n 1)" 'source:"Paper 1199"'

# Real bash, by the keys of a person: TAB, then what stands on the line is shown.
cat >"$work/rc" <<'END'
PS1='$ ' HISTFILE=
source <(searcher completion bash)
source <(indexer completion bash)
bind 'set bell-style none'
bind 'set enable-bracketed-paste off'
keep_line() { printf '=%s=\n' "$READLINE_LINE" >"$HOME/line"; READLINE_LINE=; }
bind -x '"\C-g": keep_line'
END
press() { # press KEYS WANTED: the line that KEYS become in $shell
  rm -f "$work/line"
  printf '%s\x07exit\n' "$1" | script -qec "$shell" /dev/null >"$work/screen" 2>&1
  expect_equal "$(cat "$work/line")" "=$2="
}
press_common() { # what shells agree on
  press $'searcher cou\t' 'searcher count '
  press $'searcher my.\t' 'searcher my.archive '
  press $'searcher my\\ f\tb\t' 'searcher my\ folder/b.archive '
  press $'searcher my.archive x --fac\t' 'searcher my.archive x --facet'
  press $'searcher my.archive x --format=nd\t' 'searcher my.archive x --format=ndjson '
  press $'searcher my.archive source:fo\t' 'searcher my.archive source:\"Fox\ News\" '
  press $'searcher my.archive tit\t' 'searcher my.archive title:'
  press $'echo 1 | indexer verify my.archive --d\t' 'echo 1 | indexer verify my.archive --deep '
}
if ! command -v script >/dev/null; then
  echo "skipped: no script(1) to give shells a terminal"
  exit 77
fi
shell="bash --noprofile --rcfile $work/rc -i"
press_common
press $'searcher my.archive \'title:x source:fo\t' "searcher my.archive 'title:x source:\"Fox News\"'"
# readline takes the last \" for the quote that closes, and adds none
press $'searcher my.archive "x source:fo\t' 'searcher my.archive "x source:\"Fox News\"'
press $'searcher my.archive author:ann\t' "searcher my.archive author:\\\"Ann\\ O\\'Hara\\\" "

if command -v zsh >/dev/null; then
  cat >"$work/.zshrc" <<'END'
PS1='$ '
autoload -U compinit && compinit -u -D
source <(searcher completion zsh)
source <(indexer completion zsh)
keep_line() { print -r -- "=$BUFFER=" >"$HOME/line"; BUFFER= }
zle -N keep_line
bindkey '^G' keep_line
END
  shell="env ZDOTDIR=$work TERM=dumb zsh -d -i"
  press_common
else
  echo "skipped: no zsh"
fi

if command -v fish >/dev/null; then
  in_fish() { fish -c "searcher completion fish | source; complete -C '$1'" | cut -f1; }
  expect_equal "$(in_fish 'searcher cou')" count
  expect_equal "$(in_fish 'searcher my.archive source:Fo')" 'source:"Fox News"'
  expect_equal "$(in_fish 'searcher my.archive x --format nd')" ndjson
else
  echo "skipped: no fish"
fi
