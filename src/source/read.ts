/** Reads the bytes of one source / gives a SourceResult / promises: pure, nothing lost, bad input becomes findings. */
import type { SourceMeta, SourceResult } from '../model/result.ts';
import type { Rules } from '../rules/card.ts';

export declare function readSource(bytes: Uint8Array, meta: SourceMeta, rules: Rules): SourceResult;
