import { htmlMessagesFor } from '../../../messages/html/index.ts';
import { make } from './make.ts';
import type { Column, Query } from './selection.ts';

/** The head of the table; a click on a column sorts upwards, then downwards, then not at all. */
export function createHead(
  columns: Column[],
  lang: 'zh' | 'en',
  sortBy: (sort: Query['sort']) => void,
): HTMLTableSectionElement {
  const words = htmlMessagesFor(lang).table;
  let sort: Query['sort'] = null;
  const cells = new Map<Column, HTMLTableCellElement>();
  for (const column of columns) {
    const label = words.columns[column];
    const button = make('button', { type: 'button', title: words.sortBy(label) }, label);
    button.addEventListener('click', () => {
      if (sort?.column !== column) sort = { column, isDescending: false };
      else sort = sort.isDescending ? null : { column, isDescending: true };
      for (const [each, cell] of cells) {
        if (sort?.column !== each) cell.removeAttribute('aria-sort');
        else cell.setAttribute('aria-sort', sort.isDescending ? 'descending' : 'ascending');
      }
      sortBy(sort);
    });
    cells.set(column, make('th', { role: 'columnheader', scope: 'col', class: `cell-${column}` }, button));
  }
  return make('thead', { role: 'rowgroup' }, make('tr', { role: 'row', 'aria-rowindex': '1' }, ...cells.values()));
}
