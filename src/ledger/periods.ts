import { refuse } from '../messages/refusal/index.ts';

const periodPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a month: `2026-11`. */
export function isPeriod(text: string): boolean {
  return periodPattern.test(text);
}

/** Whether a text is a day that exists: `2026-11-30`. */
export function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The last day of a month. */
export function findLastDay(period: string): string {
  const match = periodPattern.exec(period);
  if (match === null) throw refuse('usage', { kind: 'bad-period', text: period });
  const [, year, month] = match;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

/** The month a day is in. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}
