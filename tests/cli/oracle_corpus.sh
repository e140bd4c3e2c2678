# SPDX-License-Identifier: GPL-2.0-or-later
# 200 real keyword and phrase queries and a dozen Boolean and dated ones over a real corpus of 68,640 articles.
# Needs a corpus that the project may not ship: NEWS_CORPUS names news-en.jsonl.zst, NEWS_QUERIES the folder of
# its queries; both default to a folder 'shared' beside the checkout.
. "$(dirname "$0")/_lib.sh"
shared=$(dirname "$NEWS_DATA")/../shared
corpus=${NEWS_CORPUS:-$shared/corpora/news-en.jsonl.zst}
queries=${NEWS_QUERIES:-$shared/peers/queries}
if [ ! -e "$corpus" ] || [ ! -e "$queries/keywords.tsv" ]; then
  echo "skipped: no corpus at $corpus"
  exit 77
fi
zstd -dq "$corpus" -o "$work/corpus.jsonl"
"$NEWS_INDEXER" add -q "$work/archive" "$corpus"
python3 - "$queries" >"$work/queries" <<'PY'
import json, sys
folder = sys.argv[1]
def words(line): return line.rstrip("\n").split("\t", 1)[1]
for i, line in enumerate(open(folder + "/keywords.tsv", encoding="utf-8")):
    if i == 100: break
    leaves = [f"(w {json.dumps(w, ensure_ascii=False)})" for w in words(line).split()]
    op = ["and", "or"][i % 2]
    native = (" " if op == "and" else " OR ").join(words(line).split())
    print(f"k{i}", native, f"({op} {' '.join(leaves)})" if len(leaves) > 1 else leaves[0], sep="\t")
for i, line in enumerate(open(folder + "/phrases.tsv", encoding="utf-8")):
    if i == 100: break
    print(f"p{i}", f'"{words(line)}"', f"(p {json.dumps(words(line), ensure_ascii=False)})", sep="\t")
for i, (native, sexpr) in enumerate([
    ('"white house" AND NOT trump', '(and (p "white house") (not (w "trump")))'),
    ("date:2016 clinton", '(and (date "2016") (w "clinton"))'),
    ("date:2016-03..2016-06 (trump OR sanders)", '(and (date "2016-03..2016-06") (or (w "trump") (w "sanders")))'),
    ("date:..2012 economy", '(and (date "..2012") (w "economy"))'),
    ("date:undated", '(date "undated")'),
    ("*", "(all)"),
    ("-the", '(not (w "the"))'),
    ('source:"fox news" immigration', '(and (source "fox news") (w "immigration"))'),
    ("source:reuters date:1987-03-02", '(and (source "reuters") (date "1987-03-02"))'),
    ("title:shooting -date:2018..", '(and (title (w "shooting")) (not (date "2018..")))'),
    ("author:dinan budget", '(and (author "dinan") (w "budget"))'),
    ("U.S. AND =don’t", '(and (w "U.S.") (x "don\'t"))'),
    ("well-known café", '(and (w "well-known") (w "café"))'),
    ("immigra* AND lang:en", '(and (pre "immigra") (lang "en"))'),
    ("title:(obama OR \"white house\") NOT congress", '(and (title (or (w "obama") (p "white house"))) (not (w "congress")))'),
]):
    print(f"b{i}", native, sexpr, sep="\t")
PY
python3 "$(dirname "$0")/compare_with_oracle.py" "$work/archive" "$work/corpus.jsonl" "$work/queries"
