import { describeLocation, describeRow } from '../../../messages/location/index.ts';
import { severityOf } from '../../partition.ts';
import type { FindingsData } from '../findings-data.ts';
import { nameAuthority } from '../name-authority.ts';
import { type PackedFinding, unpackFinding } from '../packed-finding.ts';
import { makeCode, makeSuggestion } from './code-element.ts';
import { titleOf } from './facets.ts';
import { make } from './make.ts';
import type { Column } from './selection.ts';

/** The columns that the findings call for. */
export function chooseColumns(data: FindingsData): Column[] {
  const hasUnits = data.rows.some((row) => row[15] !== 0);
  const unit: Column[] = hasUnits ? ['unit'] : [];
  return ['place', 'issue', 'code', 'suggestion', 'name', ...unit, 'authority', 'region'];
}

/** One finding as cells, in the order of `columns`. `act` makes what opens the details, or null where there is no such thing. */
export function makeCells(
  row: PackedFinding,
  data: FindingsData,
  columns: Column[],
  act: ((chip: HTMLElement) => HTMLElement) | null,
): HTMLTableCellElement[] {
  const finding = unpackFinding(row);
  const { file, authority, region, name, unit } = finding;
  const chip = make('span', { class: `chip ${severityOf(finding.partition)}` }, titleOf(row, data.lang));
  const path = data.files[file] ?? '';
  const sheet = data.sheets[file] ?? null;
  const place = describeLocation(
    { path: null, sheet, line: finding.line, row: finding.row, key: finding.key },
    data.lang,
  );
  const contents: Record<Column, () => (Node | string | null)[]> = {
    place: () => [
      make(
        'span',
        { class: 'row-number', title: place },
        describeRow({ sheet, line: finding.line, key: finding.key }, data.lang),
      ),
      data.files.length > 1 ? make('small', { title: path }, path) : null,
    ],
    issue: () => [act === null ? chip : act(chip)],
    code: () => [makeCode(finding)],
    suggestion: () => [makeSuggestion(finding)],
    name: () => [name],
    authority: () => [authority === '?' ? null : nameAuthority(authority, data.lang)],
    region: () => [region === '?' ? null : (data.regions[region] ?? region)],
    unit: () => [unit],
  };
  return columns.map((column) => {
    const isText = column === 'name' || column === 'authority' || column === 'region' || column === 'unit';
    const content = contents[column]();
    const attributes = { class: `cell-${column}`, role: 'cell' };
    if (!isText) return make('td', attributes, ...content);
    const text = make('span', { class: 'clamp' }, ...content);
    return make('td', { ...attributes, title: text.textContent ?? '' }, text);
  });
}
