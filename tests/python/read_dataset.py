"""Reads a dataset folder the way its card says, and asks the validators of the two descriptions beside it.

Usage: python read_dataset.py FOLDER. Prints a line a step; exit code 1 when one fails.
"""

import json
import os
import re
import sys
import traceback

FOLDER = sys.argv[1]


def rows_of(table):
    import pyarrow.parquet as pq

    return pq.read_metadata(f"data/{table}.parquet").num_rows


def tables():
    return sorted(name[: -len(".parquet")] for name in os.listdir("data"))


def snippets(language):
    with open("README.md", encoding="utf-8") as card:
        return re.findall(rf"```{language}\n(.*?)\n```", card.read(), flags=re.DOTALL)


def python_of_the_card():
    found = snippets("python")
    assert found, "the card has no Python"
    for code in found:
        scope = {}
        exec(compile(code, "README.md", "exec"), scope)
        assert len(scope["reports"]) == rows_of("reports")
        assert scope["figures"].num_rows == rows_of("figures")
        assert len(scope["growth"]) > 0
        assert len(scope["paragraphs"]) == rows_of("paragraphs")


def sql_of_the_card():
    import duckdb

    found = snippets("sql")
    assert found, "the card has no SQL"
    for code in found:
        assert duckdb.execute(code).fetchall()


def croissant():
    import mlcroissant as mlc

    dataset = mlc.Dataset(jsonld="croissant.json")
    for record_set in dataset.metadata.record_sets:
        count = sum(1 for _ in dataset.records(record_set.uuid))
        assert count == rows_of(record_set.name), f"{record_set.name}: {count} records"


def data_package():
    from frictionless import validate

    report = validate("datapackage.json")
    errors = [error.message for error in report.errors]
    for task in report.tasks:
        if task.name in tables():
            lists = list_columns(task.name)
            errors += [error.message for error in task.errors if not is_limit(error, lists)]
    assert not errors, errors[:5]


def is_limit(error, lists):
    """What is about the validator's reader of Parquet: it counts no bytes, and takes lists for text."""
    return error.type == "byte-count" or (error.type == "type-error" and error.field_name in lists)


def list_columns(table):
    with open(f"schemas/{table}.schema.json", encoding="utf-8") as schema:
        columns = json.load(schema)["properties"]
    return {name for name, column in columns.items() if column["x-parquet"]["type"].startswith("LIST")}


def main():
    os.chdir(FOLDER)
    failed = 0
    for step in (python_of_the_card, sql_of_the_card, croissant, data_package):
        try:
            step()
            print(f"ok: {step.__name__}")
        except Exception:
            failed += 1
            print(f"FAILED: {step.__name__}")
            traceback.print_exc()
    return 1 if failed else 0


sys.exit(main())
