import type { Suspect } from '../../suspects/suspect.ts';

const MOST_SUSPECTS = 100;

/** Gathers the surest suspects that a page shows; of equals those that came first. */
export function gatherSuspects(): { add(batch: Suspect[]): void; kept(): Suspect[] } {
  let kept: Suspect[] = [];
  return {
    add(batch) {
      kept = [...kept, ...batch].sort((a, b) => b.confidence - a.confidence).slice(0, MOST_SUSPECTS);
    },
    kept: () => kept,
  };
}
