import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { type Content, type Html, html } from '../../write/html/html.ts';
import { formatCount, formatShare } from '../../write/numbers.ts';
import type { LedgerStatus, StatusPeriod, StatusUnit } from '../status.ts';
import { isMet } from './month-text.ts';
import { assessedRate, showRate, showUnit } from './words.ts';

/*
 * Charts as SVG, in the units of their view boxes. What a chart shows stands as numbers in a table beside it; here it is to be
 * seen at a glance.
 */

const width = 720;
const height = 220;
const left = 64;
const right = 12;
const top = 18;
const bottom = 34;
const labelHeight = 14;
const plotWidth = width - left - right;
const plotHeight = height - top - bottom;
const mostMonths = 24;
const mostUnits = 15;

/** The rate of each month against the target. */
export function drawRates(periods: StatusPeriod[], lang: 'zh' | 'en'): Html {
  const { status: words } = ledgerMessagesFor(lang);
  const months = periods.slice(-mostMonths);
  const target = months.at(-1)?.target ?? 0;
  const values = months.map((month) => assessedRate(month).value ?? 0);
  const most = Math.max(target, ...values) * 1.15 || 1;
  const y = (value: number): number => round(top + plotHeight * (1 - value / most));
  const x = placeOf(months.length);
  const points = values.map((value, at) => `${x(at)},${y(value)}`).join(' ');
  const dots = months.map((month, at): Content => {
    const value = values[at] ?? 0;
    const text = showRate(assessedRate(month), month.target);
    const isNamed = at === months.length - 1 || value === Math.max(...values);
    return html`<circle class="${isMet(month) ? 'good' : 'bad'}" cx="${x(at)}" cy="${y(value)}" r="4"><title>${month.period} ${text}</title></circle>${isNamed ? html`<text class="value" x="${x(at)}" y="${y(value) - 9}">${text}</text>` : null}`;
  });
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.rateChart}">
${drawFrame()}<line class="target" x1="${left}" x2="${width - right}" y1="${y(target)}" y2="${y(target)}"/>
<text class="axis" x="${left - 6}" y="${y(target) + 4}">${formatShare(target)}</text>
${y(0) - y(target) > labelHeight ? html`<text class="axis" x="${left - 6}" y="${y(0) + 4}">0</text>` : null}
<polyline points="${points}"/>${dots}${labelMonths(months, x)}</svg>`;
}

/** What was opened, came back, and was closed in each month. */
export function drawFlow(periods: StatusPeriod[], lang: 'zh' | 'en'): Html {
  const { status: words } = ledgerMessagesFor(lang);
  const months = periods.slice(-mostMonths);
  const most = Math.max(1, ...months.map(({ opened, reappeared, closed }) => Math.max(opened + reappeared, closed)));
  const size = (count: number): number => round((plotHeight * count) / most);
  const x = placeOf(months.length);
  const bar = Math.max(3, Math.min(22, plotWidth / Math.max(1, months.length) / 2.6));
  const bars = months.map(({ period, opened, reappeared, closed }, at): Content => {
    const base = top + plotHeight;
    const from = round(x(at) - bar);
    return html`<g><title>${period} ${words.openedColumn} ${opened}, ${words.reappeared} ${reappeared}, ${words.closed} ${closed}</title>
<rect class="opened" x="${from}" y="${base - size(opened)}" width="${round(bar)}" height="${size(opened)}"/>
<rect class="again" x="${from}" y="${base - size(opened) - size(reappeared)}" width="${round(bar)}" height="${size(reappeared)}"/>
<rect class="closed" x="${round(x(at) + 1)}" y="${base - size(closed)}" width="${round(bar)}" height="${size(closed)}"/></g>`;
  });
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.flowChart}">
${drawFrame()}<text class="axis" x="${left - 6}" y="${top + 8}">${formatCount(most)}</text>
<text class="axis" x="${left - 6}" y="${top + plotHeight + 4}">0</text>${bars}${labelMonths(months, x)}</svg>
<p class="legend"><span class="opened">${words.openedColumn}</span><span class="again">${words.reappeared}</span><span class="closed">${words.closed}</span></p>`;
}

/** Open problems of each unit, what is overdue in another colour; the worst first. */
export function drawUnits(units: StatusUnit[], lang: 'zh' | 'en'): Html | null {
  const { status: words } = ledgerMessagesFor(lang);
  const shown = units.filter(({ open, answered }) => open + answered > 0).slice(0, mostUnits);
  if (shown.length === 0) return null;
  const most = Math.max(...shown.map(({ open, answered }) => open + answered));
  const line = 24;
  const nameWidth = 230;
  const room = width - nameWidth - 60;
  const rows = shown.map(({ unit, open, answered, overdue }, at): Content => {
    const all = round((room * (open + answered)) / most);
    const late = round((room * overdue) / most);
    const y = at * line + 4;
    return html`<text class="name" x="${nameWidth - 8}" y="${y + 13}">${cut(showUnit(unit, lang))}</text>
<rect class="opened" x="${nameWidth}" y="${y}" width="${all}" height="16"/><rect class="late" x="${nameWidth}" y="${y}" width="${late}" height="16"/>
<text class="count" x="${nameWidth + all + 6}" y="${y + 13}">${formatCount(open + answered)}</text>`;
  });
  return html`<svg viewBox="0 0 ${width} ${shown.length * line + 6}" role="img" aria-label="${words.unitChart}">${rows}</svg>
<p class="legend"><span class="late">${words.overdue}</span><span class="opened">${words.open}, ${words.answered}</span></p>`;
}

function drawFrame(): Html {
  return html`<line class="frame" x1="${left}" x2="${width - right}" y1="${top + plotHeight}" y2="${top + plotHeight}"/>`;
}

/** Where the middle of each month stands. */
function placeOf(count: number): (at: number) => number {
  const step = plotWidth / Math.max(1, count);
  return (at) => round(left + step * (at + 0.5));
}

/** So many labels that they do not run into one another; the last month always. */
function labelMonths(months: LedgerStatus['periods'], x: (at: number) => number): Content[] {
  const every = Math.ceil(months.length / 12);
  return months.map(({ period }, at) =>
    (months.length - 1 - at) % every === 0
      ? html`<text class="month" x="${x(at)}" y="${height - 12}">${period.slice(2)}</text>`
      : null,
  );
}

function cut(text: string): string {
  return text.length > 15 ? `${text.slice(0, 14)}…` : text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
