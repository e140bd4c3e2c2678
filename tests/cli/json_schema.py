# SPDX-License-Identifier: GPL-2.0-or-later
# json_schema.py SCHEMA FILE: whether FILE obeys the schema, as far as ours use JSON Schema (draft 2020-12). A keyword
# that is not known here is an error, so that none is passed over.
import json
import re
import sys

SILENT = {"$schema", "$defs", "title", "description"}


def is_type(value, name):
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return {"object": isinstance(value, dict), "array": isinstance(value, list), "string": isinstance(value, str),
            "boolean": isinstance(value, bool), "null": value is None, "number": number,
            "integer": number and value == int(value)}[name]


def check(value, rules, schema, where):
    for key, rule in rules.items():
        right = True
        if key == "$ref":
            check(value, schema["$defs"][rule.removeprefix("#/$defs/")], schema, where)
        elif key == "type":
            right = any(is_type(value, name) for name in ([rule] if isinstance(rule, str) else rule))
        elif key == "const":
            right = value == rule
        elif key == "enum":
            right = value in rule
        elif key == "minimum":
            right = value >= rule
        elif key == "minItems":
            right = len(value) >= rule
        elif key == "pattern":
            right = re.search(rule, value) is not None
        elif key == "required":
            right = all(name in value for name in rule)
        elif key == "properties":
            for name in rule.keys() & value.keys():
                check(value[name], rule[name], schema, f"{where}/{name}")
        elif key == "items":
            for n, item in enumerate(value):
                check(item, rule, schema, f"{where}/{n}")
        elif key not in SILENT:
            sys.exit(f"the schema has '{key}', which is not known here")
        if not right:
            sys.exit(f"{where or '/'}: {json.dumps(value)[:200]} against {key}: {rule}")


with open(sys.argv[1]) as file:
    schema = json.load(file)
with open(sys.argv[2]) as file:
    check(json.load(file), schema, schema, "")
