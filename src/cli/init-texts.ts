/** The files that `jiaokan init` writes. */
import { VERSION } from '../run/version.ts';

export const CONFIG_TEXT = `# What the gate holds this corpus to. All keys may be left out.
# Editors complete them with the schema that comes with the package: docs/generated/config.schema.json
#
# strict:   warnings fail too, no figure and hardly any text may be lost
# standard: new errors fail, and losses beyond 5 %
# lenient:  new errors fail, and losses beyond 20 %
profile: standard
# fail_on: error          # lowest severity of a new finding that fails: error, warning, never
# tolerance:              # shares from 0 to 1, over those of the profile
#   figures: 0.05         # of its figures that a report may lose
#   text: 0.05            # of its characters
#   removed: 0.05         # how much more of a source cleaning may take
#   checks: 1             # of its checks that held
# changed_rules: fail     # tell: findings that only newer rules bring about do not fail
# baseline: reports/baseline.json
# rules: rules            # folder of your own rule cards
# lang: en
`;

/** Lines of .gitattributes: a digest is worth nothing when git changes line ends. */
export const ATTRIBUTES: readonly string[] = ['corpus/sources/** -text', 'reports/baseline.json text eol=lf'];

export const WORKFLOW_FILE = '.github/workflows/jiaokan.yml';

export const WORKFLOW_TEXT = `# Fails a pull request only for what it makes worse: new findings, lost text or figures, changed bytes.
name: jiaokan
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # --base needs the history
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: gate
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
        run: npx --yes jiaokan@${VERSION} gate \${BASE:+--base "$BASE"} --format github --out gate
      - name: summary
        if: always()
        run: if [ -f gate/gate.md ]; then cat gate/gate.md >> "$GITHUB_STEP_SUMMARY"; fi
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: gate
          path: gate
`;
