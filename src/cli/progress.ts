/** One line of progress on stderr, only where somebody watches and only for work that takes over a second. */
import type { Progress } from '../run/inline.ts';
import type { Terminal } from './terminal.ts';
import { cut } from './width.ts';

const QUIET_MS = 1000;

/**
 * `120/445 · 8.2/s · 40 s left · name`. A table holds more sources than there are files: how many is known at its end only.
 * @param elapsed milliseconds since the start
 */
export function progressLine(done: number, total: number, elapsed: number, sourceId: string): string {
  const rate = done / (elapsed / 1000);
  const speed = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
  if (done >= total) return `${done} · ${speed}/s · ${sourceId}`;
  const left = done === 0 ? '' : ` · ${timeSaid((total - done) / rate)} left`;
  return `${done}/${total} · ${speed}/s${left} · ${sourceId}`;
}

function timeSaid(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  return whole < 100 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}

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
      const line = progressLine(done, total, performance.now() - started, sourceId);
      draw(cut(line, (terminal.columns ?? 80) - 1));
    },
    done: () => {
      if (draw !== null && shown.any) draw('');
    },
  };
}
