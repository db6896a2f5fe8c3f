#!/usr/bin/env bash
# Runs the gate as the action does, here and in CI: annotations on standard output, all formats in a folder, the comment as the
# summary of the job, and the verdict as outputs of the step. Exit code: that of the gate (0 clean, 1 worse, 2 not done).
#
# All settings are variables, so that nothing a person typed is ever run as a command:
#   GATE_CORPUS GATE_BASE GATE_PROFILE GATE_FAIL_ON GATE_LANG GATE_RULES GATE_OUT
set -u
tool="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/bin/jiaokan.mjs"
out=${GATE_OUT:-}
temporary=
if [ -z "$out" ]; then
  temporary=$(mktemp -d) || exit 2
  out=$temporary
fi
trap '[ -z "$temporary" ] || rm -rf "$temporary"' EXIT

arguments=(gate --out "$out")
[ -z "${GATE_CORPUS:-}" ] || arguments+=(--corpus "$GATE_CORPUS")
[ -z "${GATE_BASE:-}" ] || arguments+=(--base "$GATE_BASE")
[ -z "${GATE_PROFILE:-}" ] || arguments+=(--profile "$GATE_PROFILE")
[ -z "${GATE_FAIL_ON:-}" ] || arguments+=(--fail-on "$GATE_FAIL_ON")
[ -z "${GATE_LANG:-}" ] || arguments+=(--lang "$GATE_LANG")
[ -z "${GATE_RULES:-}" ] || arguments+=(--rules "$GATE_RULES")

rm -f "$out/gate.md" "$out/gate.github.txt"
node --min-semi-space-size=64 --max-semi-space-size=128 "$tool" "${arguments[@]}"
code=$?

# Outside GitHub the annotations would only repeat what was printed.
if [ "${GITHUB_ACTIONS:-}" = true ] && [ -f "$out/gate.github.txt" ]; then cat "$out/gate.github.txt"; fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  if [ -f "$out/gate.md" ]; then cat "$out/gate.md" >>"$GITHUB_STEP_SUMMARY"
  else printf '❌ jiaokan: the gate could not do its work (exit %s). The log says why.\n' "$code" >>"$GITHUB_STEP_SUMMARY"; fi
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  case $code in 0) verdict=clean ;; 1) verdict=worse ;; *) verdict=failed ;; esac
  printf 'verdict=%s\nout=%s\n' "$verdict" "${GATE_OUT:-}" >>"$GITHUB_OUTPUT"
fi
exit "$code"
