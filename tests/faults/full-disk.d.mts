export function leave(bytes?: number): void;
export function written(): number;
