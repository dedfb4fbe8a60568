import { type Html, html } from '../../../write/html/html.ts';
import { formatCount, formatRate } from '../../../write/numbers.ts';
import { provinces } from '../provinces.ts';
import type { WordedView } from '../view.ts';
import { makeSection } from './section.ts';

const LEAST_PROVINCES = 3;
const DEFAULT_BASE = 0.0001;

interface Sum {
  problems: number;
  codes: number;
}

/**
 * A tile map of the provinces, shaded by how far the rate is from the target; nothing when the codes are of one or two, or none
 * is a problem.
 */
export function renderProvinces({ report, lang, words }: WordedView): Html | null {
  const sums = sumByProvince(report.byRegion);
  const present = provinces.filter(({ prefix }) => (sums.get(prefix)?.codes ?? 0) > 0);
  const hasProblems = present.some(({ prefix }) => (sums.get(prefix)?.problems ?? 0) > 0);
  if (present.length < LEAST_PROVINCES || !hasProblems) return null;
  const base = report.target.value || DEFAULT_BASE;
  const tiles = provinces
    .filter(({ prefix }) => prefix !== '10' || sums.has(prefix))
    .map((province) => {
      const name = lang === 'zh' ? province.zh : province.en;
      const { problems, codes } = sums.get(province.prefix) ?? { problems: 0, codes: 0 };
      const rate = { numerator: problems, denominator: codes };
      const facts = { name, problems: formatCount(problems), codes: formatCount(codes), rate: formatRate(rate, base) };
      const text = codes === 0 ? words.noRecords(name) : words.provinceFacts(facts);
      const shade = codes === 0 ? 'is-empty' : `shade-${chooseShade(problems / codes, base)}`;
      return html`<li class="tile column-${province.column} row-${province.row} ${shade}" title="${text}"><span aria-hidden="true"><b>${province.short}</b><span>${codes === 0 ? '' : shorten(problems)}</span></span><span class="hidden">${text}</span></li>`;
    });
  const scale = words.provinceScale.map(
    (label, shade) => html`<li><span class="swatch shade-${shade}"></span>${label}</li>`,
  );
  return makeSection(
    'provinces',
    words.provinces,
    html`<ul class="tiles">${tiles}</ul><ul class="scale" aria-hidden="true">${scale}</ul>`,
    words.provincesLead,
  );
}

function sumByProvince(rows: WordedView['report']['byRegion']): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { region, problems, conforming, erroneous } of rows) {
    const prefix = region.slice(0, 2);
    const sum = sums.get(prefix) ?? { problems: 0, codes: 0 };
    sum.problems += problems;
    sum.codes += conforming + erroneous;
    sums.set(prefix, sum);
  }
  return sums;
}

/** 0 none, 1 below the target, then up to 10 and 100 times, and beyond. */
function chooseShade(rate: number, base: number): number {
  if (rate === 0) return 0;
  if (rate < base) return 1;
  return rate < base * 10 ? 2 : rate < base * 100 ? 3 : 4;
}

/** Fits a tile: `12,345` as `12k`. */
function shorten(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1e6 ? `${Math.round(count / 1e3)}k` : `${(count / 1e6).toFixed(1)}M`;
}
