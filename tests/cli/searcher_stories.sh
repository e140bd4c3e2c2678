# SPDX-License-Identifier: GPL-2.0-or-later
# Stories in the searcher: both counts by brute force, pages of groups, what text says, and one story with its lags.
. "$(dirname "$0")/_lib.sh"
cd "$work"
py make >all.jsonl
"$NEWS_INDEXER" add -q whole all.jsonl
py check "$NEWS_SEARCHER" whole
# In two archives, of which one has its articles in two segments; whole stories in each.
grep -E '"id": "s[0-9]*[02468]-' all.jsonl >even.jsonl
grep -E '"id": "s[0-9]*[13579]-' all.jsonl >odd.jsonl
sed -n '1~2p' even.jsonl >even1.jsonl
sed -n '2~2p' even.jsonl >even2.jsonl
"$NEWS_INDEXER" add -q even even1.jsonl
"$NEWS_INDEXER" add -q even even2.jsonl
"$NEWS_INDEXER" add -q odd odd.jsonl
py check "$NEWS_SEARCHER" even odd
for query in '*' flood 'source:reuters OR bridge'; do
  "$NEWS_SEARCHER" whole "$query" --group --all --format ndjson >one
  "$NEWS_SEARCHER" -a even -a odd "$query" --group --all --format ndjson | sed 's/,"archive":"\(odd\|even\)"//' | cmp - one
  for how in facets timeline count kwic terms; do
    "$NEWS_SEARCHER" $how whole "$query" --format json | sed 's/"revision":1/"revisions":[2,1]/' >one
    "$NEWS_SEARCHER" $how -a even -a odd "$query" --format json >several || [ $how = kwic ]
    if [ $how != kwic ]; then cmp one several; fi
    expect_equal "$(jq -c '[.stories, .queries[0].stories?]' several)" "$(jq -c '[.stories, .queries[0].stories?]' one)"
  done
done
# The same articles in another archive are other stories.
"$NEWS_INDEXER" add -q again all.jsonl
expect_equal "$("$NEWS_SEARCHER" count -a whole -a again '*' --format json | jq -c '[.total, .stories]')" \
  "$("$NEWS_SEARCHER" count whole '*' --format json | jq -c '[.total * 2, .stories * 2]')"

# A small archive to look at.
article() { # article ID DATE SOURCE TITLE TEXT...
  printf '{"id":"%s","date":"%s","source":"%s","title":"%s","text":"%s"}\n' "$1" "$2" "$3" "$4" "${*:5}"
}
body=$(seq -s ' ' -f 'w%g' 1 100)
half=$(seq -s ' ' -f 'w%g' 1 70)
{
  article ap 2016-03-01T10:00:00Z AP 'Storm hits coast' $body storm
  article rt 2016-03-01T14:10:00+02:00 Reuters 'Storm hits coast' $body tempest
  article eve 2016-03-02 'Evening Light' 'Coast is hit by storm' $half storm
  article eve2 2016-03-02 'Evening Light' 'Coast is hit by storm' $body storm
  article old '' 'Weekly' 'Storm hits coast' $body storm
  article alone 2016-03-01 AP 'A storm of protest' "$(seq -s ' ' -f 'v%g' 1 90) storm"
} >small.jsonl
"$NEWS_INDEXER" add -q small small.jsonl
search() { "$NEWS_SEARCHER" small "$@"; }
expect_exit 0 search storm --sort newest
expect_text out '^6 articles match, 2 stories$'
expect_text out '^source (articles, stories)$'
expect_text out '^  Evening Light  2  1  '
expect_text out '^    + 4 copies: AP 1 d earlier, Reuters 1 d earlier, Evening Light, …$'
expect_exit 0 search storm --sort oldest --offset 1 --limit 1 --facets none
expect_text out '^    + 4 copies: Reuters 2 h 10 min later, Evening Light 1 d later, Weekly, …$'
expect_text out '^6 articles match, 2 stories, showing stories 2–2$'
expect_exit 0 search 'storm source:reuters' --facets none
expect_text out '^1 article matches, 1 story$'
! grep -q cop "$work/out"
expect_exit 0 search storm --no-group --limit 3
expect_text out '^6 articles match, 2 stories, showing 1–3$'
! grep -q '+ ' "$work/out"
expect_exit 0 search w1 --format csv --group --sort oldest --fields id,story,copies
expect_equal "$(cat out)" $'id,story,copies\nap,ap,rt; eve; eve2; old'
expect_equal "$(search 'w1 -source:ap' --format csv --fields id,story --sort oldest)" $'id,story\nrt,ap\neve,ap\neve2,ap\nold,ap'
expect_equal "$(search alone: --format csv 2>/dev/null || search id:alone --template '{id} {story}')" 'alone alone'
expect_equal "$(search storm --format csv --group | head -n 1)" rank,id,score,date,source,title,url,story,copies
expect_equal "$(search storm --group --sort oldest --format ids | xargs)" 'alone ap'
expect_exit 2 search storm --format csv --fields copies
expect_text err 'Group them: --group'
expect_exit 2 search storm --group --no-group
expect_exit 2 "$NEWS_SEARCHER" facets small storm --group
expect_equal "$("$NEWS_SEARCHER" count small storm)" 6
expect_equal "$("$NEWS_SEARCHER" count small storm --format json)" '{"schema":1,"query":"storm","revision":1,"total":6,"stories":2,"exact":true}'
expect_exit 1 "$NEWS_SEARCHER" count small nowhere --format json
expect_equal "$("$NEWS_SEARCHER" facets small storm --facets source --format csv | sed -n 1,3p)" $'facet,value,count,stories\nsource,AP,2,2\nsource,Evening Light,2,1'
expect_exit 0 "$NEWS_SEARCHER" timeline small storm --by day
expect_text out '^day         hits  stories  '
expect_text out '^2016-03-02     2        1  '
expect_text out '^6 articles match, 2 stories'
expect_exit 0 "$NEWS_SEARCHER" timeline small storm --by day --format csv
expect_text out '^2016-03-01,2016-03-01,storm,3,3,1,0,2,2$'
expect_text out '^total,,storm,6,6,1,,2,2$'
expect_exit 0 "$NEWS_SEARCHER" timeline small storm --by day --smooth 3 --format csv
expect_text out ',gap,smoothed,smoothed_share,stories,total_stories$'
expect_exit 0 "$NEWS_SEARCHER" similar small ap --limit 1
expect_text out '^    + 3 copies: '
printf 'q\tstorm\n' >queries.tsv
expect_equal "$("$NEWS_SEARCHER" batch small --queries queries.tsv --group --format ids | wc -l)" 2
expect_equal "$("$NEWS_SEARCHER" batch small --queries queries.tsv --format ids | wc -l)" 6
expect_equal "$("$NEWS_SEARCHER" batch small --queries queries.tsv | jq -c '[.total, .stories, .grouped]')" '[6,2,null]'

# A receipt of stories is repeated as such.
expect_exit 0 search storm --all --group --format ids --receipt r.json
expect_equal "$(jq -c '[.total, .hits, .options.group]' r.json)" '[6,2,true]'
expect_exit 0 "$NEWS_SEARCHER" check-receipt small r.json
expect_exit 0 search storm --all --format ids --receipt r.json
expect_equal "$(jq -c '[.total, .hits, .options.group]' r.json)" '[6,6,null]'
expect_exit 0 "$NEWS_SEARCHER" check-receipt small r.json

# One story.
story() { "$NEWS_SEARCHER" story small "$@"; }
expect_exit 0 story rt
expect_equal "$(cat out)" "$(cat <<'END'
 1. Storm hits coast
    2016-03-01T10:00:00Z · AP · ap

 2. Storm hits coast
    2016-03-01T14:10:00+02:00 · Reuters · rt
    +2 h 10 min · 1 word added, 1 removed

 3. Coast is hit by storm
    2016-03-02 · Evening Light · eve
    +1 d · headline changed; 30 words removed; text cut to 70 %

 4. Coast is hit by storm
    2016-03-02 · Evening Light · eve2
    +1 d · headline changed

 5. Storm hits coast
    undated · Weekly · old
    the same

5 articles are copies of one another
  AP             1  first
  Reuters        1  +2 h 10 min
  Evening Light  2  +1 d
  Weekly         1
END
)"
expect_exit 0 story alone
expect_text out '^1 article, without a copy$'
expect_exit 1 story nobody
expect_text err "no article has the id 'nobody'"
expect_silence out
expect_exit 0 story eve --diff 2
expect_text out '^+++ article 2: '
expect_text out '\[-storm-\]{+tempest+}'
expect_exit 0 story eve --diff 2,1 --format json
expect_equal "$(jq -c '[.id, .from, .to, .fields.id.to]' out)" '["eve",2,1,"ap"]'
expect_exit 0 story ap --diff
expect_text out '^+++ article 5: '
expect_exit 1 story alone --diff
expect_text err 'no copy'
expect_exit 1 story ap --diff 6
expect_text err 'no article 6: the story has 5'
for bad in '--diff 1' '--diff 2,2' '--diff 0' '--diff 2 --format csv' '--format trec'; do expect_exit 2 story ap $bad; done
expect_exit 2 "$NEWS_SEARCHER" story small
expect_exit 0 story eve --format csv
expect_equal "$(sed -n '3p;4p' out)" $'rt,2016-03-01T14:10:00+02:00,Reuters,Storm hits coast,,7800,101,0,0,1,1,1\neve,2016-03-02,Evening Light,Coast is hit by storm,,86400,71,1,0,1,0,30'
expect_equal "$(story eve --format ndjson | wc -l)" 5
for schema in story count; do
  id=ap
  [ $schema = story ] || id='*'
  "$NEWS_SEARCHER" $schema small "$id" --format json >out
  expect_schema "$schema" out
  "$NEWS_SEARCHER" $schema -a small -a whole "$id" --format json >out
  expect_schema "$schema" out
done
for schema in search ndjson-hit; do
  "$NEWS_SEARCHER" whole '*' --group --all --format "$(sed 's/search/json/; s/-hit//' <<<$schema)" >out
  expect_schema "$schema" out
done
expect_exit 0 "$NEWS_SEARCHER" show small rt
expect_text out '^copies: one of 5; see: searcher story small rt$'
expect_exit 0 "$NEWS_SEARCHER" show small alone
! grep -q '^copies' out
expect_equal "$(echo '{"op":"story","article":"old"}' | "$NEWS_SEARCHER" pipe small | jq -c '[.answer.id, .answer.story, .answer.total, [.answer.sources[].first_lag_seconds]]')" '["old","ap",5,[0,7800,86400,null]]'
printf '%s\n' storm ':count' ':story 1' 2 ':story 9' ':story' | "$NEWS_SEARCHER" shell small --limit 1 >out 2>err
expect_text out '^6 articles, 2 stories$'
expect_text out 'articles\? .*cop'
expect_text err 'there is no hit 9; there are 2'
expect_text err 'takes the number of a hit'
expect_equal "$("$NEWS_SEARCHER" complete -- sto)" $'story\tan article with all its copies, earliest first'
