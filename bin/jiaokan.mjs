#!/usr/bin/env -S node --min-semi-space-size=64 --max-semi-space-size=128 --no-regexp-tier-up
/** Starts the command line, as `jiaokan.cjs` does, which is quicker: for those who name this file. */
import './jiaokan.cjs';
