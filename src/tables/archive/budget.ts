import { refuse } from '../../messages/refusal/index.ts';

/** How much a run may unpack. */
export interface Budget {
  /**
   * A counter for what comes out of one source of `packedBytes`, archives in it and tables made of it included: however deep
   * something lies, it counts against the file that was named.
   *
   * @throws {UsccError} `input`, from the counter, when it is too much
   */
  open(path: string, packedBytes: number): (bytes: number) => void;
}

/** Unless `--max-expand` says otherwise. */
const defaultLimitBytes = 64 * 2 ** 30;

/**
 * Text packs 5 to 20 times smaller, the XML of a workbook up to 60, an archive made to fill disks 1000. What is small
 * unpacked does no harm however steep.
 */
const steepRatio = 250;
const steepFromBytes = 256 << 20;

/** @param limitBytes what all sources together may come to; naming it lifts the limit on the ratio too */
export function createBudget(limitBytes: number | undefined): Budget {
  const limit = limitBytes ?? defaultLimitBytes;
  let total = 0;
  return {
    open(path, packedBytes) {
      const most =
        limitBytes === undefined ? Math.max(steepFromBytes, packedBytes * steepRatio) : Number.POSITIVE_INFINITY;
      let spent = 0;
      return (bytes) => {
        spent += bytes;
        total += bytes;
        const remedies = [{ kind: 'max-expand' }] as const;
        if (total > limit) throw refuse('input', { kind: 'expands-too-far', file: path, limitBytes: limit, remedies });
        if (spent > most)
          throw refuse('input', { kind: 'expands-too-steeply', file: path, ratio: steepRatio, remedies });
      };
    },
  };
}
