import type { Target } from '../../check/assess/target.ts';
import { readRuleChanges } from '../../licences/read-rule-changes.ts';
import type { Wanted } from '../../messages/options/call-fault.ts';
import { VALUES } from './values.ts';

/** A target as callers may write it: a share, a text such as `0.01%`, or an exact fraction. */
export type TargetInput = Target | number | string;

/** One kind of option of the library. */
export interface Kind {
  wanted: Wanted;
  /** For one of several values. */
  choices?: readonly string[];
  /** The value as the engine takes it; undefined when it is not of this kind. */
  accept(value: unknown): unknown;
}

const isWhole = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least;
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const acceptColumn = (value: unknown): unknown => (isText(value) || isWhole(value, 1) ? value : undefined);

/** A kind that takes values as they are. */
const kind = (wanted: Wanted, fits: (value: unknown) => boolean): Kind => ({
  wanted,
  accept: (value) => (fits(value) ? value : undefined),
});

/** A text that flags read too, in their spellings. */
const text = (wanted: 'encoding' | 'delimiter'): Kind => ({
  wanted,
  accept: (value) => (typeof value === 'string' ? (VALUES[wanted].read(value) ?? undefined) : undefined),
});

export const COLUMN: Kind = { wanted: 'column', accept: acceptColumn };
export const COLUMNS = kind(
  'columns',
  (value) => isList(value) && value.length > 0 && value.every((each) => acceptColumn(each) !== undefined),
);
export const SHEET: Kind = { wanted: 'sheet', accept: acceptColumn };
export const ENCODING = text('encoding');
export const DELIMITER = text('delimiter');
export const WORKERS = kind('workers', (value) => isWhole(value, 1) && value <= 256);
export const BYTES = kind('bytes', (value) => isWhole(value, 1));
export const COUNT = kind('count', (value) => isWhole(value, 0));
export const BOOLEAN = kind('boolean', (value) => typeof value === 'boolean');
export const TEXT = kind('text', isText);
export const ANY_TEXT = kind('text', (value) => typeof value === 'string');
export const TEXTS_OR_ONE = kind('texts', (value) => isText(value) || (isList(value) && value.every(isText)));
export const SECONDS = kind('seconds', (value) => typeof value === 'number' && value > 0 && Number.isFinite(value));
export const TEXTS = kind('texts', (value) => isList(value) && value.every(isText));
export const RULES = kind(
  'rules',
  (value) => isList(value) && value.every((each) => typeof each === 'object' && each !== null),
);
export const PERIOD: Kind = { wanted: 'period', accept: acceptText('period') };
export const DATE: Kind = { wanted: 'date', accept: acceptText('date') };
export const MOMENT: Kind = {
  wanted: 'date',
  accept: (value) => acceptText('date')(typeof value === 'string' ? value.split('T')[0] : value) && value,
};
export const FLAGS = kind(
  'flags',
  (value) => isList(value) && value.every((each) => each === '0' || each === '1' || each === '2'),
);
export const OBJECT = kind('object', (value) => typeof value === 'object' && value !== null);
export const LICENCE_RULES: Kind = {
  wanted: 'ruleChanges',
  accept: (value) => readRuleChanges(value) ?? undefined,
};
export const HANDLER = kind('handler', (value) => typeof value === 'function');
export const SIGNAL = kind('signal', (value) => value instanceof AbortSignal);
export const TARGET: Kind = { wanted: 'target', accept: acceptTarget };
export const KEEP_RULE: Kind = {
  wanted: 'keepRule',
  accept: (value) =>
    typeof value === 'string' ? (VALUES.keep.read(value) ?? undefined) : isKeepRule(value) ? value : undefined,
};

/** One of several texts. */
export function choice(...choices: string[]): Kind {
  return { ...kind('choice', (value) => choices.some((each) => each === value)), choices };
}

function acceptText(type: 'period' | 'date'): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' ? (VALUES[type].read(value) ?? undefined) : undefined);
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** A share such as `0.0001`, a text such as `0.01%`, or what `parseTarget` gives. */
function acceptTarget(value: unknown): Target | undefined {
  if (isTarget(value)) return value;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return VALUES.target.read(String(value)) ?? undefined;
}

function isTarget(value: unknown): value is Target {
  if (typeof value !== 'object' || value === null) return false;
  const { numerator, denominator } = value as Partial<Target>;
  return typeof numerator === 'bigint' && typeof denominator === 'bigint' && numerator >= 0n && denominator > 0n;
}

function isKeepRule(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, column } = value as { rule?: unknown; column?: unknown };
  if (rule === 'newest' || rule === 'oldest') return acceptColumn(column) !== undefined;
  return rule === 'first' || rule === 'last' || rule === 'most-complete';
}
