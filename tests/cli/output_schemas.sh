# SPDX-License-Identifier: GPL-2.0-or-later
# What the searcher prints as JSON is what docs/schema says, no less and no more.
. "$(dirname "$0")/_lib.sh"
python3 -c 'import jsonschema; jsonschema.Draft202012Validator' 2>/dev/null || { echo "skipped: no jsonschema"; exit 77; }
schemas=$(cd "$(dirname "$0")/../../docs/schema" && pwd)
archive=$work/archive
"$NEWS_INDEXER" add -q "$archive" "$NEWS_DATA/sample"

# check NAME ARGUMENTS...: the members of the answer are exactly those that the schema has.
check() {
  "$NEWS_SEARCHER" "$1" "$archive" "${@:2}" --format json >"$work/answer" || [ $? = 1 ]
  python3 - "$schemas/$1.schema.json" "$work/answer" <<'PY'
import json, jsonschema, sys
schema, answer = (json.load(open(name)) for name in sys.argv[1:])
def close(part):
    if isinstance(part, dict):
        if "properties" in part: part.setdefault("additionalProperties", False)
        for inner in part.values(): close(inner)
    elif isinstance(part, list):
        for inner in part: close(inner)
close(schema)
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.validate(answer, schema, jsonschema.Draft202012Validator)
PY
}
for query in 'the OR de' title:bridge nowhereatall 'date:undated'; do
  check kwic "$query" --limit 30
  check facets "$query" --facets source,section,lang,author,year,month,day
  check terms "$query" --all
done
check similar hg-2014-003 --all
check similar hg-2014-003 --fields id,text,author
