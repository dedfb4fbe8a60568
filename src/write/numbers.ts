import { formatCount } from '../messages/numbers.ts';

export { formatBytes, formatCount } from '../messages/numbers.ts';

const PERCENT_DIGITS = 4;
const MOST_DIGITS = 12;

/** The numerator of a rate; a dash where it cannot be told. */
export function formatNumerator({ numerator }: { numerator: number | null }): string {
  return numerator === null ? '–' : formatCount(numerator);
}

/**
 * A rate as a percentage that never says more than is true: as many digits as it takes to tell it from zero and from
 * the target it is held against. Exact, by integer division.
 *
 * @example formatRate({ numerator: 555, denominator: 3_000_000 }) // '0.0185%'
 */
export function formatRate(
  { numerator, denominator }: { numerator: number | null; denominator: number },
  target?: number,
  leastDigits = PERCENT_DIGITS,
): string {
  if (denominator === 0 || numerator === null) return '–';
  const rate = { numerator, denominator };
  if (rate.numerator === 0) return '0%';
  if (rate.numerator === rate.denominator) return '100%';
  const held = target === undefined ? null : formatShare(target);
  for (let digits = leastDigits; ; digits++) {
    const text = percent(rate, digits);
    const shown = Number(text);
    const misleads = shown === 0 || (held !== null && `${shown}%` === held && !isExact(rate, digits));
    if (!misleads || digits === MOST_DIGITS) return `${text}%`;
  }
}

/** A share such as a target, without needless zeros: 0.0001 is `0.01%`. */
export function formatShare(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}

function percent(rate: { numerator: number; denominator: number }, digits: number): string {
  const denominator = BigInt(rate.denominator);
  const scaled = BigInt(rate.numerator) * 100n * 10n ** BigInt(digits);
  const rounded = ((2n * scaled + denominator) / (2n * denominator)).toString().padStart(digits + 1, '0');
  return `${rounded.slice(0, -digits)}.${rounded.slice(-digits)}`;
}

function isExact(rate: { numerator: number; denominator: number }, digits: number): boolean {
  return (BigInt(rate.numerator) * 100n * 10n ** BigInt(digits)) % BigInt(rate.denominator) === 0n;
}
