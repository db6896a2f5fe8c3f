"""Says whether two folders of tables hold the same rows: compare.py A B. Ends with 1 and the tables that differ when not."""
import sys

from pyspark.sql import SparkSession

TABLES = ("sources", "reports", "paragraphs", "figures", "checks", "duplicates", "edits", "findings")


def main():
    builder = SparkSession.builder.master("local[2]").appName("compare").config("spark.ui.enabled", "false")
    # Spark's 200 parts are made for larger tables: with these, most of the time went into starting them.
    spark = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    differing = []
    for table in TABLES:
        a, b = (spark.read.parquet(f"{folder}/data/{table}.parquet") for folder in sys.argv[1:3])
        b = b.select(a.columns)
        counts = (a.count(), b.count())
        lost, gained = a.exceptAll(b).count(), b.exceptAll(a).count()
        print(f"{table}: {counts[0]} and {counts[1]} rows, {lost} only in the first, {gained} only in the second", flush=True)
        if counts[0] != counts[1] or lost or gained:
            differing.append(table)
    spark.stop()
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
