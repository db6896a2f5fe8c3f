export interface WorkCounter {
  of(name: string, bytes: Uint8Array): Promise<number>;
  close(): Promise<number>;
}
export function workCounter(url: string): WorkCounter;
export function growthOf(counter: WorkCounter, name: string, bytes: Uint8Array): Promise<number>;
export function growsTooFast(growth: number): boolean;
