import type { GroupRow, UnitRow } from '../../../check/report.ts';
import { type Content, type Html, html } from '../../../write/html/html.ts';
import { formatCount, formatRate } from '../../../write/numbers.ts';
import { listWorstRows } from '../../worst-rows.ts';
import { drawBar } from '../bars.ts';
import { nameAuthority } from '../name-authority.ts';
import { shortenText } from '../segments.ts';
import type { WordedView } from '../view.ts';
import { makeSection, makeTable } from './section.ts';

const MOST_UNITS = 100;
const MOST_AUTHORITIES = 20;
const MOST_REGIONS = 12;
/** Those after, folded up on the screen and printed whole. */
const MOST_FOLDED = 500;

interface Group extends GroupRow {
  name: Content;
  /** Stands after the name, where it is not the name itself. */
  code: string | null;
  converted?: Html;
}

/** Units, ranked by problems; with how far they have converted. */
export function renderUnits(view: WordedView): Html | null {
  const { report, shared, words } = view;
  if (report.byUnit === undefined) return null;
  const groups = report.byUnit.map((row) => ({
    ...row,
    name: row.unit === '?' ? words.emptyUnit : shortenText(row.unit),
    code: null,
    converted: showConversion(row),
  }));
  const fine = report.byUnit.filter(({ problems, unconverted, unit }) => problems + unconverted === 0 && unit !== '?');
  const named = fine.slice(0, MOST_UNITS).map(({ unit }) => shortenText(unit));
  const rest = fine.length - named.length;
  const list =
    fine.length === 0
      ? null
      : html`<p class="more">${words.fineUnits(formatCount(fine.length))}${shared.list(named)}${rest > 0 ? ` … +${formatCount(rest)}` : ''}</p>`;
  return makeSection('units', words.byUnit, [
    rankGroups(view, words.byUnit, words.unitHeading, groups, MOST_UNITS),
    list,
  ]);
}

export function renderAuthorities(view: WordedView): Html {
  const { report, shared, words } = view;
  const groups = report.byAuthority.map((row) => ({
    ...row,
    name: nameAuthority(row.authority, view.lang),
    code: row.authority,
  }));
  const title = shared.byAuthority;
  return makeSection(
    'authorities',
    title,
    rankGroups(view, title, words.table.columns.authority, groups, MOST_AUTHORITIES),
  );
}

export function renderRegions(view: WordedView): Html {
  const { report, shared, words } = view;
  const groups = report.byRegion.map((row) => ({
    ...row,
    name: row.region === '?' ? shared.undecided : (row.name ?? shared.unlisted),
    code: row.region,
  }));
  const title = shared.byRegion;
  return makeSection('regions', title, rankGroups(view, title, words.table.columns.region, groups, MOST_REGIONS));
}

function rankGroups(view: WordedView, title: string, heading: string, groups: Group[], most: number): Html {
  const { report, shared, words } = view;
  const { shown: listed, moreCount } = listWorstRows(groups, most + MOST_FOLDED);
  if (listed.length === 0) return html`<p>${words.noProblems}</p>`;
  const [shown, folded] = [listed.slice(0, most), listed.slice(most)];
  const longest = shown[0]?.problems ?? 0;
  const showsConversion = groups.some(({ converted }) => converted !== undefined);
  const { records, problems, rate } = shared.groupHeadings;
  const head = html`<tr><th scope="col">${heading}</th><th scope="col" colspan="2">${problems}</th><th scope="col" class="number">${records}</th><th scope="col" class="number">${rate}</th>${showsConversion ? html`<th scope="col" class="number">${words.conversion}</th>` : null}</tr>`;
  const renderRow = ({ name, code, converted, ...row }: Group): Html => {
    const share = { numerator: row.problems, denominator: row.conforming + row.erroneous };
    return html`<tr><th scope="row">${name}${code === null ? null : html` <code>${code}</code>`}</th><td class="bar-cell">${drawBar(row.problems, longest)}</td><td class="number">${formatCount(row.problems)}</td><td class="number">${formatCount(row.records)}</td><td class="number">${formatRate(share, report.target.value, 2)}</td>${converted ?? null}</tr>`;
  };
  const more =
    folded.length > 0
      ? html`<details><summary>+ ${formatCount(folded.length)}</summary>${makeTable(title, 'ranked', head, folded.map(renderRow))}</details>`
      : null;
  const rest =
    moreCount > 0
      ? html`<p class="more">${view.advise(words.moreRows(formatCount(moreCount)), 'all-numbers')}</p>`
      : null;
  return html`${makeTable(title, 'ranked', head, shown.map(renderRow))}${more}${rest}`;
}

function showConversion({ conforming, unconverted, conversion }: UnitRow): Html {
  const rate = { numerator: conforming, denominator: conforming + unconverted };
  return html`<td class="number">${conversion === null ? '–' : formatRate(rate, undefined, 2)}</td>`;
}
