export function numbersFrom(seed: number): () => number;
