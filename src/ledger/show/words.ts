import { createRate } from '../../check/rates.ts';
import type { Rate } from '../../check/report.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { nameAuthority } from '../../report/html/name-authority.ts';
import { formatRate } from '../../write/numbers.ts';
import type { MonthFigures } from '../figures.ts';

/** A unit as people read it; where units are not read, the authority of position 1 stands for it. */
export function showUnit(unit: string, lang: 'zh' | 'en'): string {
  if (unit === '?') return ledgerMessagesFor(lang).unknownUnit;
  return unit.length === 1 ? `${unit} ${nameAuthority(unit, lang)}` : unit;
}

/** The rate by which a month is judged. */
export function assessedRate({ rates, definition }: Pick<MonthFigures, 'rates' | 'definition'>): Rate {
  return rates[definition] ?? createRate(0, 0);
}

export function showRate(rate: Rate, target?: number): string {
  return rate.value === null ? '–' : formatRate(rate, target);
}

/** 合规率; one that is not all of it never reads as 100%. */
export function showCompliance(rate: Rate): string {
  return formatRate(rate, 1, 2);
}

/** 纠正率, to a tenth of a percent. */
export function showShare({ numerator, denominator }: Rate): string {
  if (denominator === 0) return '–';
  return `${formatRate({ numerator, denominator }, undefined, 1)} (${numerator}/${denominator})`;
}
