import { refuse } from '../../messages/refusal/index.ts';

/** A share that a rate must stay below, as an exact fraction. */
export interface Target {
  numerator: bigint;
  denominator: bigint;
  /** The same as a number: 0.0001 for 0.01%. For showing; never compared. */
  value: number;
}

/** What a target says about one rate. */
export interface Assessment {
  met: boolean;
  /** The largest numerator that would still be within target. */
  allowed: number;
  /** How many problems must go. */
  excess: number;
}

/** Below 0.01%: the share that city and county plans set. */
export const DEFAULT_TARGET: Target = { numerator: 1n, denominator: 10_000n, value: 0.0001 };

const DECIMAL = /^(\d+\.?\d*|\.\d+)(?:e([+-]?\d{1,3}))?\s*([%‰‱]?)$/i;
const FRACTION = /^(\d+)\s*\/\s*(\d+)$/;
const CHINESE = /^([百千万])分之([零一二三四五六七八九]|\d+(?:\.\d+)?)$/;
const CHINESE_POWERS: Record<string, number> = { 百: 2, 千: 3, 万: 4 };
const SIGN_POWERS: Record<string, number> = { '': 0, '%': 2, '‰': 3, '‱': 4 };

/**
 * Reads a target: `0.01%`, `0.0001`, `1e-4`, `1/10000`, `0.1‰`, `万分之一`, `0`.
 *
 * @throws {UsccError} `usage` when the text is none of these, or not between 0 and 100%.
 * @example parseTarget('0.01%') // { numerator: 1n, denominator: 10000n, value: 0.0001 }
 */
export function parseTarget(text: string): Target {
  const plain = text.normalize('NFKC').trim();
  const target = parseDecimal(plain) ?? parseFraction(plain) ?? parseChinese(plain);
  if (target === null || target.numerator > target.denominator) {
    throw refuse('usage', { kind: 'bad-target', text });
  }
  return target;
}

/**
 * Holds a rate against a target, in exact integer arithmetic. Within target is *below* it; a target of 0 means a
 * numerator of 0. A rate without codes (denominator 0) meets no target.
 *
 * @example assess({ numerator: 3, denominator: 36195 }, parseTarget('0.01%')) // { met: true, allowed: 3, excess: 0 }
 */
export function assess(rate: { numerator: number | null; denominator: number }, target: Target): Assessment {
  const denominator = BigInt(rate.denominator);
  const limit = denominator * target.numerator;
  const allowed = limit === 0n ? 0 : Number((limit - 1n) / target.denominator);
  return {
    met: rate.denominator > 0 && rate.numerator !== null && rate.numerator <= allowed,
    allowed,
    excess: Math.max(0, (rate.numerator ?? 0) - allowed),
  };
}

function parseDecimal(text: string): Target | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, mantissa = '', exponent = '0', trait = ''] = match;
  const [whole = '', fraction = ''] = mantissa.split('.');
  return scale(BigInt(whole + fraction), Number(exponent) - fraction.length - (SIGN_POWERS[trait] ?? 0));
}

function parseFraction(text: string): Target | null {
  const match = FRACTION.exec(text);
  const denominator = BigInt(match?.[2] ?? 0);
  return denominator === 0n ? null : reduce(BigInt(match?.[1] ?? 0), denominator);
}

function parseChinese(text: string): Target | null {
  const match = CHINESE.exec(text);
  if (match === null) return null;
  const [, unit = '', count = ''] = match;
  const digit = '零一二三四五六七八九'.indexOf(count);
  return parseDecimal(`${digit >= 0 ? digit : count}e-${CHINESE_POWERS[unit]}`);
}

/** digits × 10^power. */
function scale(digits: bigint, power: number): Target {
  return power >= 0 ? reduce(digits * 10n ** BigInt(power), 1n) : reduce(digits, 10n ** BigInt(-power));
}

function reduce(numerator: bigint, denominator: bigint): Target {
  let [a, b] = [numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  const target = { numerator: numerator / a, denominator: denominator / a };
  return { ...target, value: Number(target.numerator) / Number(target.denominator) };
}
