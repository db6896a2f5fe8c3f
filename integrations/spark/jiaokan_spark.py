"""The whole audit on Apache Spark: any Hadoop filesystem in, Parquet tables out, jiaokan on the executors.

    spark-submit jiaokan_spark.py --input hdfs:///reports --out hdfs:///audit --jiaokan "jiaokan"

Rows of a source never meet those of another but in two places: reconciliation takes the `facts` and `found` rows of all sources, and
each report learns which report stands for it, by a join. What a lost executor had done is done again, with the same result.
"""
import argparse
import base64
import json
import os
import re
import subprocess

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

TYPES = {
    "STRING": T.StringType(),
    "DATE": T.DateType(),
    "INT32": T.IntegerType(),
    "INT64": T.LongType(),
    "DOUBLE": T.DoubleType(),
    "BOOLEAN": T.BooleanType(),
    "DECIMAL(38,10)": T.DecimalType(38, 10),
    "LIST<STRING>": T.ArrayType(T.StringType(), False),
}
READ = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml", ".jsonl", ".ndjson", ".parquet", ".docx", ".pdf", ".zip")
CORPUS_TABLES = ("checks", "duplicates", "findings")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--input", required=True, help="folder of files, or with --lines files of lines for `stream map`")
    parser.add_argument("--out", required=True, help="folder of the tables; it must not exist")
    parser.add_argument("--lines", action="store_true", help="the input holds lines of JSON: source_id, text or base64, …")
    parser.add_argument("--path-prefix", default="", help="what the column `path` has in front of the id")
    parser.add_argument("--partitions", type=int, default=0, help="parts of the input (default: what Spark takes)")
    parser.add_argument("--jiaokan", default="jiaokan", help="how the command is started on the executors")
    return parser.parse_args()


def source_lines(spark, args):
    """A line for `stream map` for each source."""
    sc = spark.sparkContext
    parts = args.partitions or max(2, sc.defaultParallelism * 4)
    if args.lines:
        return sc.textFile(args.input, parts)
    path = sc._jvm.org.apache.hadoop.fs.Path(args.input)
    root = path.getFileSystem(sc._jsc.hadoopConfiguration()).resolvePath(path).toUri().getPath().rstrip("/") + "/"
    prefix = args.path_prefix

    def line(row):
        place, data = row
        # `file:/a/b`, `hdfs://host:port/a/b`, `/a/b`: what stands behind the scheme and the host is the path.
        full = re.sub(r"^[a-z0-9+.-]+:(?://[^/]*)?", "", place)
        name = full[len(root):] if full.startswith(root) else full.lstrip("/")
        return json.dumps({"source_id": name, "path": prefix + name, "base64": base64.b64encode(data).decode()})

    def is_read(row):
        name = row[0].rsplit("/", 1)[-1].lower()
        return name.endswith(READ) and not name.startswith("~$")

    sc._jsc.hadoopConfiguration().set("mapreduce.input.fileinputformat.input.dir.recursive", "true")
    # Spark packs small files by their size, thousands into one part: they are dealt out anew.
    return sc.binaryFiles(args.input, parts).filter(is_read).repartition(parts).map(line)


def keyed(line):
    table, key, row = line.split("\t", 2)
    return table, key, row


def main():
    args = arguments()
    spark = SparkSession.builder.appName("jiaokan").getOrCreate()
    columns = json.loads(subprocess.check_output(args.jiaokan.split() + ["stream", "columns"]))
    env = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    # Read once: every table is taken from these rows. What is lost with an executor is read again.
    mapped = source_lines(spark, args).pipe(args.jiaokan + " stream map", env, True).persist(StorageLevel.DISK_ONLY)
    wide = T.StructType([T.StructField(name, T.StringType(), False) for name in ("table", "key", "row")])
    rows = spark.createDataFrame(mapped.map(keyed), wide)

    together = mapped.filter(lambda line: line.startswith(("facts\t", "found\t"))).coalesce(1)
    reduced = together.pipe(args.jiaokan + " stream reduce", env, True).persist(StorageLevel.DISK_ONLY)
    answers = spark.createDataFrame(reduced.map(keyed), wide)
    standing = answers.filter("table = 'standing'").select(
        F.get_json_object("row", "$.report_id").alias("standing_of"),
        F.get_json_object("row", "$.canonical_report_id").alias("standing_id"),
    )
    for table, described in columns.items():
        schema = T.StructType([T.StructField(one["name"], TYPES[one["type"]]) for one in described])
        of = answers if table in CORPUS_TABLES else rows
        whole = (
            of.filter(F.col("table") == table)
            .withColumn("cells", F.from_json("row", schema, {"mode": "FAILFAST"}))
            .select("key", "cells.*")
        )
        if table == "reports":
            whole = (
                whole.join(standing, whole.report_id == standing.standing_of, "left")
                .withColumn("canonical_report_id", F.coalesce("standing_id", "report_id"))
                .withColumn("canonical", F.col("canonical_report_id") == F.col("report_id"))
                .drop("standing_of", "standing_id")
            )
        whole.orderBy("key").drop("key").write.parquet(args.out.rstrip("/") + "/data/" + table + ".parquet")
    spark.stop()


if __name__ == "__main__":
    main()
