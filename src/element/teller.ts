import type { FormVerdict } from '../form/verdict.ts';

/** Tells verdicts a turn after they were made, once each. */
export interface Teller {
  /** The verdict to go on with: the one before, if this one says the same. */
  settle(verdict: FormVerdict): FormVerdict;
  stop(): void;
}

export function createTeller(tell: (verdict: FormVerdict) => void): Teller {
  let latest: FormVerdict | null = null;
  let told: FormVerdict | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellLatest(): void {
    timer = undefined;
    if (latest === null || (told !== null && isSame(latest, told))) return;
    told = latest;
    tell(latest);
  }

  return {
    settle(verdict) {
      if (latest !== null && isSame(latest, verdict)) return latest;
      latest = verdict;
      timer ??= setTimeout(tellLatest);
      return verdict;
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

function isSame(left: FormVerdict, right: FormVerdict): boolean {
  const { registry: leftAnswer, ...leftFacts } = left;
  const { registry: rightAnswer, ...rightFacts } = right;
  return leftAnswer === rightAnswer && JSON.stringify(leftFacts) === JSON.stringify(rightFacts);
}
