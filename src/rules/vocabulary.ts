/** The vocabulary: facts about places, indicators, units and phrases that rules and stages share. Data lies in rules/vocabulary/. */
import type { Divisions } from './vocabulary/divisions.ts';
import type { Genres } from './vocabulary/genres.ts';
import type { Hedges } from './vocabulary/hedges.ts';
import type { Indicators } from './vocabulary/indicators.ts';
import type { Phrases } from './vocabulary/phrases.ts';
import type { Positions } from './vocabulary/positions.ts';
import type { Units } from './vocabulary/units.ts';

export interface Vocabulary {
  readonly divisions: Divisions;
  readonly phrases: Phrases;
  readonly indicators: Indicators;
  readonly units: Units;
  readonly hedges: Hedges;
  readonly genres: Genres;
  readonly positions: Positions;
}
