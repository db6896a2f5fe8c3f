/** Reads the name of an optional package / gives its module / promises: a missing one is told with what to do about it. */

/** A package that only some outputs need is not installed. */
export class MissingPackage extends Error {
  override readonly name = 'MissingPackage';

  constructor(packageName: string) {
    super(`${packageName} is not installed, and this format needs it: npm install ${packageName}`);
  }
}

/** Loads an optional package. @throws MissingPackage when it is not there; other errors as they come */
export async function lazily<T>(packageName: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const code: unknown = Object(error).code;
    const missing = code === 'ERR_MODULE_NOT_FOUND' && String(error).includes(`'${packageName}'`);
    throw missing ? new MissingPackage(packageName) : error;
  }
}
