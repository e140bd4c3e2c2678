# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares JSON, a value a line, with a schema of docs/schema: json_schema.py SCHEMA FILE

Knows what our schemas use of JSON Schema (draft 2020-12), and refuses those that use more.
"""

import json
import re
import sys

NOTES = {"$schema", "$id", "$defs", "title", "description"}
TYPES = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
}


class Validator:
    def __init__(self, schema):
        self.schema = schema

    def resolve(self, reference):
        assert reference.startswith("#/"), reference
        found = self.schema
        for step in reference[2:].split("/"):
            found = found[step]
        return found

    def faults(self, value, schema, place="$"):
        """What is wrong with a value, a line each."""
        for keyword, argument in schema.items():
            if keyword in NOTES:
                continue
            check = getattr(self, "check_" + keyword.lstrip("$"), None)
            if check is None:
                raise SystemExit(f"the schema uses '{keyword}', which is not known here")
            yield from check(value, argument, place, schema)

    def check_ref(self, value, reference, place, _):
        yield from self.faults(value, self.resolve(reference), place)

    def check_type(self, value, name, place, _):
        names = [name] if isinstance(name, str) else name
        if not any(TYPES[n](value) for n in names):
            yield f"{place}: {value!r:.60} is no {' or '.join(names)}"

    def check_enum(self, value, values, place, _):
        if not any(value == v and type(value) is type(v) for v in values):
            yield f"{place}: {value!r:.60} is none of {values}"

    def check_const(self, value, wanted, place, schema):
        yield from self.check_enum(value, [wanted], place, schema)

    def check_minItems(self, value, least, place, _):
        if isinstance(value, list) and len(value) < least:
            yield f"{place}: has {len(value)} items, at least {least} are wanted"

    def check_maxItems(self, value, most, place, _):
        if isinstance(value, list) and len(value) > most:
            yield f"{place}: has {len(value)} items, at most {most} are wanted"

    def check_maxProperties(self, value, most, place, _):
        if isinstance(value, dict) and len(value) > most:
            yield f"{place}: has {len(value)} members, at most {most} are wanted"

    def check_pattern(self, value, pattern, place, _):
        if isinstance(value, str) and not re.search(pattern, value):
            yield f"{place}: {value!r:.60} does not look like {pattern}"

    def check_minimum(self, value, least, place, _):
        if TYPES["number"](value) and value < least:
            yield f"{place}: {value} is below {least}"

    def check_required(self, value, names, place, _):
        for name in names if isinstance(value, dict) else []:
            if name not in value:
                yield f"{place}: has no {name}"

    def check_properties(self, value, properties, place, _):
        for name, schema in properties.items() if isinstance(value, dict) else []:
            if name in value:
                yield from self.faults(value[name], schema, f"{place}.{name}")

    def check_propertyNames(self, value, schema, place, _):
        for name in value if isinstance(value, dict) else []:
            yield from self.faults(name, schema, f"{place}: name")

    def check_additionalProperties(self, value, allowed, place, schema):
        others = [n for n in value if n not in schema.get("properties", {})] if isinstance(value, dict) else []
        for name in others:
            if allowed is False:
                yield f"{place}: has a member {name} that the schema does not know"
            else:
                yield from self.faults(value[name], allowed, f"{place}.{name}")

    def check_items(self, value, schema, place, _):
        for n, item in enumerate(value if isinstance(value, list) else []):
            yield from self.faults(item, schema, f"{place}[{n}]")

    def check_oneOf(self, value, schemas, place, _):
        found = [list(self.faults(value, schema, place)) for schema in schemas]
        if sum(not faults for faults in found) != 1:
            yield f"{place}: matches not exactly one of {len(schemas)}"
            for faults in found:
                yield from ("  " + fault for fault in faults[:2])


def no_repeats(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"a name twice: {names}"
    return dict(pairs)


def main():
    schema_path, path = sys.argv[1:]
    schema = json.load(open(schema_path))
    validator = Validator(schema)
    lines = open(path, encoding="utf-8", newline="\n").read().split("\n")
    if not lines or lines.pop() != "":
        raise SystemExit(f"{path}: does not end with a line end")
    if not lines:
        raise SystemExit(f"{path}: nothing to compare with {schema_path}")
    bad = [
        f"{path}:{number}: {fault}"
        for number, line in enumerate(lines, 1)
        for fault in validator.faults(json.loads(line, object_pairs_hook=no_repeats), schema)
    ]
    raise SystemExit("\n".join(bad[:20]) if bad else 0)


if __name__ == "__main__":
    main()
