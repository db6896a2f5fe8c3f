/** Why the work could not be done, in one line for the person who asked: what is wrong, where, what to do. Never a bug of ours. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The code of a system error such as ENOENT; empty for anything else. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A system error in plain words, for example `permission denied`. */
export function systemReason(error: unknown): string {
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'no such file or folder',
    ENOTDIR: 'a part of the path is a file',
    EISDIR: 'it is a folder',
    ENOSPC: 'no space left on the disk. Free some, then run this again',
    EDQUOT: 'your share of the disk is used up. Free some, then run this again',
    EFBIG: 'it is larger than a file may be here',
    EROFS: 'the file system is read-only',
    ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB: split it',
  };
  return words[systemCode(error)] ?? (error instanceof Error ? error.message : String(error));
}
