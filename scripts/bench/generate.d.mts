export function placesOf(file: string): string[];
export function generated(index: number, places: readonly string[], paragraphs?: number): { id: string; text: string };
