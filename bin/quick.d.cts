/** The program, and what is to be called at its end for the next start to be quicker. */
export interface Loaded {
  readonly program: unknown;
  readonly keep: () => void;
}

export function loadQuickly(file: string, command: string): Loaded | null;
