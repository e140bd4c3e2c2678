# SPDX-License-Identifier: GPL-2.0-or-later
# Two archives searched as one give what one archive of the same articles gives, by every command.
. "$(dirname "$0")/_lib.sh"
cd "$work"
"$NEWS_INDEXER" add -q whole "$NEWS_DATA/sample"
"$NEWS_INDEXER" export whole >all.jsonl
"$NEWS_SEARCHER" whole '*' --all --format ndjson --fields id,story >stories.jsonl
py all.jsonl stories.jsonl
"$NEWS_INDEXER" add -q odd odd.jsonl
"$NEWS_INDEXER" add -q even even.jsonl
some_id=$("$NEWS_SEARCHER" even bridge --format ids --limit 1)

# same ARGUMENT...: the command says the same of one and of several, which take the place of ARCHIVES.
one() { "$NEWS_SEARCHER" "${@/#ARCHIVES/whole}"; }
several() {
  local arguments=() word
  for word; do if [ "$word" = ARCHIVES ]; then arguments+=(-a odd --archive even); else arguments+=("$word"); fi; done
  "$NEWS_SEARCHER" "${arguments[@]}"
}
same() {
  local a=0 b=0
  one "$@" >one 2>one.err || a=$?
  several "$@" >several 2>several.err || b=$?
  sed -i 's/"revisions":\[1,1\]/"revision":1/; s/,"archive":"\(odd\|even\)"//g' several
  sed -i 's/"file":"[^"]*","record":[0-9]*,//' one several
  # How a word is mostly written is told by the first segment that has it.
  sed -i 's/"usual":"[^"]*",//g' one several
  # Lines of a concordance that are equal come in the order of the archive.
  case $* in *kwic*) for file in one several; do LC_ALL=C sort -o $file $file; done ;; esac
  expect_equal "$b" "$a"
  cmp several one
  cmp several.err one.err
}

for query in bridge 'the OR de' '*' '"prime minister"' 'gov* date:2014' nowhereatall; do
  same ARCHIVES "$query" --format json --limit 30 --facets source,section,lang,author,year,month,day
  same ARCHIVES "$query" --format ndjson --all --sort newest
  same ARCHIVES "$query" --format ids --all
  same ARCHIVES "$query" --format csv --fields rank,score,id,title --all --sort oldest
  same count ARCHIVES "$query"
  same facets ARCHIVES "$query" --facets source,author,month --format csv
  same timeline ARCHIVES "$query" --vs bridge --by month --format json
  same terms ARCHIVES "$query" --format json
  same kwic ARCHIVES "$query" --sort right --format ndjson --context 30
  echo "$query"
done | sed 's/^/q\t/' >queries.tsv
same batch ARCHIVES --queries queries.tsv --format trec --limit 100 --threads 2
same batch ARCHIVES --queries queries.tsv --count
same similar ARCHIVES "$some_id" --format json
same show ARCHIVES "$some_id" --format json
same show ARCHIVES "$some_id" --versions --format json
same show ARCHIVES no-such-id

# Where a hit is from is said when there is a choice, or when asked for.
several ARCHIVES bridge --limit 1000 --format tsv >out
head -n 1 out | grep -q $'\turl\tarchive$'
expect_equal "$(tail -n +2 out | awk -F'\t' '{print $NF}' | sort -u | xargs)" "even odd"
expect_equal "$(one ARCHIVES bridge --format csv | head -n 1)" "rank,id,score,date,source,title,url"
expect_equal "$(one ARCHIVES bridge --limit 1 --template '{archive}')" "whole"
several ARCHIVES "id:$some_id" >out
expect_text out "· even"
several ARCHIVES "id:$some_id" --format json >out
expect_text out '"revisions":\[1,1\].*"archive":"even"'
expect_schema search out
for format in search facets kwic terms timeline; do
  several $format ARCHIVES bridge --format json >out
  expect_schema $format out
done
several similar ARCHIVES "$some_id" --format json >out
expect_schema similar out
several batch ARCHIVES --queries queries.tsv >out
expect_schema batch out
several ARCHIVES bridge --format ndjson >out
expect_schema ndjson-hit out
several timeline ARCHIVES bridge --html page.html >out
grep -q 'Revisions 1, 1 of the archives' page.html
expect_exit 0 "$NEWS_SEARCHER" -a whole count bridge
expect_equal "$(cat out)" "$(one count whole bridge)"

# The same id in two archives is two articles, in the order of the archives.
"$NEWS_SEARCHER" -a whole -a even "id:$some_id" --format json --fields id,archive >out
expect_text out '"total":2.*"archive":"whole".*"archive":"even"'
"$NEWS_SEARCHER" -a even -a whole "id:$some_id" --format json --fields id,archive >out
expect_text out '"total":2.*"archive":"even".*"archive":"whole"'

expect_exit 2 "$NEWS_SEARCHER" -a odd -a ./odd bridge
expect_text err "named twice"
expect_exit 3 "$NEWS_SEARCHER" -a odd -a nosuch bridge
expect_text err "nosuch"
expect_exit 2 "$NEWS_SEARCHER" -a odd -a even
expect_text err "no query given"
expect_exit 2 several ARCHIVES bridge --receipt r.json
expect_text err "a receipt is of one archive"
expect_exit 2 "$NEWS_SEARCHER" save -a odd floods flood
expect_text err "save takes no --archive"
expect_equal "$("$NEWS_SEARCHER" complete -- -a odd -a ev)" "even"
expect_equal "$("$NEWS_SEARCHER" complete -- count -a odd -a even lang:e)" $'lang:en\nlang:es'
expect_equal "$("$NEWS_SEARCHER" complete -- -a odd --arch | cut -f1)" "--archive"
