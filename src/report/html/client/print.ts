import { htmlMessagesFor } from '../../../messages/html/index.ts';
import { explain } from '../../../messages/verdict/index.ts';
import { formatCount } from '../../../write/numbers.ts';
import type { FindingsData } from '../findings-data.ts';
import { type PackedFinding, unpackFinding } from '../packed-finding.ts';
import { make } from './make.ts';
import { makeCells } from './row.ts';
import type { Column } from './selection.ts';

const MOST_PRINTED = 5000;

/** A finding, and below it the reason: paper has no details to open. */
function makeLines(row: PackedFinding, data: FindingsData, columns: Column[]): HTMLElement {
  const { issue, normalized, suggestion } = unpackFinding(row);
  const reason = issue === null ? null : explain(issue, normalized, data.lang, suggestion);
  const cell = make('td', { colspan: String(columns.length - 1) }, reason);
  return make(
    'tbody',
    {},
    make('tr', {}, ...makeCells(row, data, columns, null)),
    reason === null ? null : make('tr', { class: 'reason' }, make('td'), cell),
  );
}

/** Puts a plain table of the first rows into the page while it is printed. */
export function preparePrinting(place: HTMLElement, data: FindingsData, list: () => PackedFinding[]): () => void {
  const words = htmlMessagesFor(data.lang).table;
  const hasUnits = data.rows.some((row) => row[15] !== 0);
  const columns: Column[] = ['place', 'issue', 'code', 'suggestion', 'name', ...(hasUnits ? (['unit'] as const) : [])];
  let printed: HTMLElement | null = null;
  let unfolded: HTMLDetailsElement[] = [];

  const before = (): void => {
    // What is folded up on the screen is printed, too.
    unfolded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of unfolded) details.open = true;
    const rows = list();
    const shown = rows.slice(0, MOST_PRINTED);
    const head = columns.map((column) => make('th', { scope: 'col', class: `cell-${column}` }, words.columns[column]));
    const lines = shown.map((row) => makeLines(row, data, columns));
    const cut =
      shown.length < rows.length
        ? words.printed({ printed: formatCount(shown.length), total: formatCount(rows.length) })
        : null;
    printed?.remove();
    printed = make(
      'div',
      { class: 'printed' },
      make('table', {}, make('thead', {}, make('tr', {}, ...head)), ...lines),
      cut === null ? null : make('p', { class: 'more' }, cut),
    );
    place.append(printed);
  };
  const after = (): void => {
    for (const details of unfolded) details.open = false;
    unfolded = [];
    printed?.remove();
    printed = null;
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    after();
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
