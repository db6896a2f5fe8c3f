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
      draw(done < total ? `${done}/${total} ${sourceId}` : `${done} ${sourceId}`);
    },
    done: () => {
      if (draw !== null && shown.any) draw('');
    },
  };
}
