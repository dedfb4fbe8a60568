import { htmlMessagesFor } from '../../../messages/html/index.ts';
import { formatCount } from '../../../write/numbers.ts';
import type { FindingsData } from '../findings-data.ts';
import type { PackedFinding } from '../packed-finding.ts';
import { make } from './make.ts';
import { makeCells } from './row.ts';
import type { Column } from './selection.ts';

const MOST_PRINTED = 300;

/** Puts a plain table of the first rows into the page while it is printed. */
export function preparePrinting(place: HTMLElement, data: FindingsData, list: () => PackedFinding[]): () => void {
  const words = htmlMessagesFor(data.lang).table;
  const columns: Column[] = ['place', 'issue', 'code', 'suggestion', 'name'];
  let printed: HTMLElement | null = null;

  const before = (): void => {
    const rows = list();
    const shown = rows.slice(0, MOST_PRINTED);
    const head = columns.map((column) => make('th', { scope: 'col', class: `cell-${column}` }, words.columns[column]));
    const lines = shown.map((row) => make('tr', {}, ...makeCells(row, data, columns, null)));
    const cut =
      shown.length < rows.length
        ? words.printed({ printed: formatCount(shown.length), total: formatCount(rows.length) })
        : null;
    printed?.remove();
    printed = make(
      'div',
      { class: 'printed' },
      make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...lines)),
      cut === null ? null : make('p', { class: 'more' }, cut),
    );
    place.append(printed);
  };
  const after = (): void => {
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
