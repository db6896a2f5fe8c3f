/** Errors as they cross from one thread to another: their class would be lost. */
import { StageError } from '../../run/inline.ts';
import { InputError } from '../errors.ts';

/** An error in words. */
export interface Failure {
  readonly kind: 'input' | 'stage' | 'bug';
  readonly sourceId: string;
  readonly message: string;
  readonly stack: string;
}

export function errorOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof InputError) return { kind: 'input', sourceId: '', message, stack: '' };
  if (!(error instanceof StageError)) return { kind: 'bug', sourceId: '', message, stack: stackOf(error) };
  const { cause, sourceId } = error;
  return {
    kind: 'stage',
    sourceId,
    message: cause instanceof Error ? cause.message : String(cause),
    stack: stackOf(cause),
  };
}

/** The error behind words, with the stack of the thread that it was thrown in. */
export function raised({ kind, sourceId, message, stack }: Failure): Error {
  if (kind === 'input') return new InputError(message);
  const cause = new Error(message);
  cause.stack = stack;
  return kind === 'stage' ? new StageError(sourceId, cause) : cause;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
