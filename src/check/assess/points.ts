/** Points of a plan as thousandths: whole numbers, so that 0.2 twelve times is 2.4. */
export type Points = bigint;

const decimal = /^([+-]?)(\d{1,9})(?:\.(\d{1,3}))?$/;

/**
 * Reads points: `0.2`, `-0.5`, `2`; null when the text is none, or has more than three decimals.
 *
 * @example parsePoints('0.2') // 200n
 */
export function parsePoints(text: string): Points | null {
  const match = decimal.exec(text.trim());
  if (match === null) return null;
  const [, trait, whole = '', fraction = ''] = match;
  const thousandths = BigInt(whole + fraction.padEnd(3, '0'));
  return trait === '-' ? -thousandths : thousandths;
}

/** Points as a number, for reports. */
export function toNumber(points: Points): number {
  return Number(points) / 1000;
}
