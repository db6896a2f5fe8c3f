/** Names of what `--format` prints; what they stand for is loaded when one is asked for. */
export const FORMATS = ['pretty', 'json', 'md', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type Format = (typeof FORMATS)[number];
