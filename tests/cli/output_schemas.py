# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers of the searcher have exactly the members of their schemas, as the package jsonschema reads them:
output_schemas.py ARCHIVE
"""

import json
import pathlib
import sys

from _lib import read_json, searcher

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: no jsonschema")
    sys.exit(77)

SCHEMAS = pathlib.Path(__file__).parents[2] / "docs/schema"
QUERIES = ["the OR de", "title:bridge", "nowhereatall", "date:undated"]


def close(part):
    """Allows no member that the schema does not name, at any depth."""
    if isinstance(part, dict):
        if "properties" in part:
            part.setdefault("additionalProperties", False)
        for inner in part.values():
            close(inner)
    elif isinstance(part, list):
        for inner in part:
            close(inner)


def check(command, *arguments):
    schema = read_json(SCHEMAS / f"{command}.schema.json")
    close(schema)
    Draft202012Validator.check_schema(schema)
    answer = searcher(command, sys.argv[1], *arguments, "--format", "json", codes=(0, 1))
    Draft202012Validator(schema).validate(json.loads(answer))


for query in QUERIES:
    check("kwic", query, "--limit", "30")
    check("facets", query, "--facets", "source,section,lang,author,year,month,day")
    check("terms", query, "--all")
check("similar", "hg-2014-003", "--all")
check("similar", "hg-2014-003", "--fields", "id,text,author")
