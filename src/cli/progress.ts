/** One line of progress on stderr, only where somebody watches and only for work that takes over a second. */
import type { Progress } from '../run/inline.ts';
import type { Terminal } from './terminal.ts';

const QUIET_MS = 1000;

export interface Watched {
  readonly progress: Progress;
  readonly done: () => void;
}

/** Progress over `total` sources; says nothing when the terminal has nobody watching or `show` is false. */
export function watch(terminal: Terminal, total: number, show: 'show' | 'hide'): Watched {
  const draw = show === 'show' ? terminal.progress : null;
  const started = performance.now();
  const shown = { any: false };
  return {
    progress: (done, sourceId) => {
      if (draw === null || performance.now() - started < QUIET_MS) return;
      shown.any = true;
      // A table holds more sources than there are files; how many is known at its end only.
      const seconds = (performance.now() - started) / 1000;
      draw(done < total ? `${done}/${total} ${pace(done, total, seconds)} ${sourceId}` : `${done} ${sourceId}`);
    },
    done: () => {
      if (draw !== null && shown.any) draw('');
    },
  };
}

/** How fast it goes, and how long the rest takes when it goes on so. */
function pace(done: number, total: number, seconds: number): string {
  const rate = done / seconds;
  if (rate === 0) return '';
  const left = Math.ceil((total - done) / rate);
  const time = left < 90 ? `${left} s` : left < 5400 ? `${Math.ceil(left / 60)} min` : `${(left / 3600).toFixed(1)} h`;
  return `(${rate.toFixed(rate < 10 ? 1 : 0)}/s, ${time} left)`;
}
