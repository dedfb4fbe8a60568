import { htmlMessagesFor } from '../../../messages/html/index.ts';
import { formatCount } from '../../../write/numbers.ts';
import type { FindingsData } from '../findings-data.ts';
import type { PackedFinding } from '../packed-finding.ts';
import { createDetail } from './detail.ts';
import { make } from './make.ts';
import { preparePrinting } from './print.ts';
import { chooseColumns, makeCells } from './row.ts';
import { type Column, createSelector, type Query } from './selection.ts';
import { copyRows, downloadRows } from './take-away.ts';
import { createToolbar } from './toolbar.ts';
import { createVirtualRows } from './virtual-rows.ts';

/**
 * Fills `place` with the table of findings: search, filters, sorting, details, download, and printing. Returns what takes it out
 * again.
 */
export function mountFindingsTable(place: HTMLElement, data: FindingsData): () => void {
  const words = htmlMessagesFor(data.lang).table;
  const columns = chooseColumns(data);
  const select = createSelector(data);
  const query: Query = { text: '', chosen: {}, sort: null };
  let selected: Uint32Array = new Uint32Array(0);
  let active = 0;
  let opened: number | null = null;

  const rowAt = (index: number): PackedFinding | undefined => data.rows[selected[index] ?? -1];
  const listRows = (): PackedFinding[] => Array.from(selected, (index) => data.rows[index] as PackedFinding);

  const toolbar = createToolbar(data, {
    change(changed) {
      Object.assign(query, changed);
      update();
    },
    download: () => downloadRows(listRows(), data),
    async copy() {
      const isCopied = await copyRows(listRows(), data);
      toolbar.answer(isCopied ? words.copied(formatCount(selected.length)) : words.copyFailed);
    },
  });
  const head = createHead(columns, data.lang, (sort) => {
    query.sort = sort;
    update();
  });
  const body = make('tbody', { role: 'rowgroup' });
  const table = make(
    'table',
    { role: 'table', 'aria-label': words.caption, class: `columns-${columns.length}` },
    head,
    body,
  );
  const scroller = make('div', { class: 'rows', role: 'group', tabindex: '0', 'aria-label': words.caption }, table);
  const detail = createDetail(data);
  place.replaceChildren(toolbar.element, scroller, detail.element);

  const rows = createVirtualRows(scroller, body, (index) => {
    const row = rowAt(index);
    const open = (chip: HTMLElement): HTMLElement =>
      make('button', { type: 'button', tabindex: index === active ? '0' : '-1' }, chip);
    const cells = row === undefined ? [] : makeCells(row, data, columns, open);
    const isOpen = opened !== null && selected[index] === opened;
    const element = make(
      'tr',
      { role: 'row', 'aria-rowindex': String(index + 2), 'data-index': String(index) },
      ...cells,
    );
    if (isOpen) element.setAttribute('aria-current', 'true');
    return element;
  });

  function update(): void {
    selected = select(query);
    active = 0;
    table.setAttribute('aria-rowcount', String(selected.length + 1));
    toolbar.tell(selected.length);
    rows.show(selected.length);
  }

  function activate(index: number): void {
    active = Math.max(0, Math.min(selected.length - 1, index));
    rows.refresh();
    rows.focus(active);
  }

  body.addEventListener('click', (event) => {
    const index = Number((event.target as Element).closest('tr')?.dataset.index ?? Number.NaN);
    const row = rowAt(index);
    if (row === undefined) return;
    opened = selected[index] ?? null;
    activate(index);
    detail.show(row);
    detail.element.scrollIntoView({ block: 'nearest' });
  });
  body.addEventListener('keydown', (event) => {
    const pageRows = Math.max(1, Math.floor(scroller.clientHeight / 60));
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: pageRows,
      PageUp: -pageRows,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    activate(active + step);
  });
  const stopPrinting = preparePrinting(place, data, listRows);
  update();
  return () => {
    stopPrinting();
    place.replaceChildren();
  };
}

/** The head of the table; a click on a column sorts upwards, then downwards, then not at all. */
function createHead(
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
