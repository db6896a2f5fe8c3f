#!/usr/bin/env bash
# The whole audit with sort and xargs: audit.sh FOLDER OUT [JOBS]. Tables go to OUT/data/, the same as `jiaokan audit FOLDER --out OUT`.
set -euo pipefail
folder=$1 out=$2 jobs=${3:-$(nproc)}
jiaokan=${JIAOKAN:-jiaokan}
rows=$(mktemp -d "${TMPDIR:-/tmp}/jiaokan.XXXXXX")
trap 'rm -rf "$rows"' EXIT
export jiaokan rows
( cd "$folder" && find . -type f | sed 's|^\./||' ) | node -e '
  const { createInterface } = require("node:readline");
  const [folder, prefix] = process.argv.slice(1);
  createInterface({ input: process.stdin }).on("line", (id) =>
    console.log(JSON.stringify({ source_id: id, path: prefix + id, file: folder + "/" + id })));
' "$(cd "$folder" && pwd)" "${PREFIX-$folder/}" | split -n "r/$jobs" - "$rows/part."
find "$rows" -name 'part.*' -print0 | xargs -0 -P "$jobs" -I {} sh -c '$jiaokan stream map < {} > {}.rows'
LC_ALL=C sort -T "$rows" --parallel="$jobs" "$rows"/*.rows | $jiaokan stream reduce | $jiaokan stream tables --out "$out"
