import { type PageMessages, pageMessagesFor } from '../../messages/page/index.ts';
import { describeRefusal } from '../../messages/refusal/index.ts';
import type { Language } from '../../messages/voice.ts';
import { formatBytes, formatCount } from '../../write/numbers.ts';
import { make, makeButton, makeSelect } from '../make.ts';
import type { Reading, TableView } from '../protocol.ts';
import type { Actions, ChosenFile, ChosenTable } from '../state.ts';

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
const delimiters = [',', '\t', ';', '|'];
const automatic = '';
/** Columns are found anew where there may be others. */
const otherColumns: Reading = { codeColumn: undefined, nameColumn: undefined, unitColumn: 'auto' };

/** One table: how it is read, its first rows, and what can be chosen otherwise. */
export function renderTableCard(
  file: ChosenFile,
  table: ChosenTable,
  lang: Language,
  actions: Actions,
  isOnly = true,
): HTMLElement {
  const words = pageMessagesFor(lang).table;
  const { view } = table;
  const id = `table-${view.id}`;
  const { refusal } = view;
  const isLeftOut = refusal !== null && view.needsColumn && view.isOneOfSeveral && view.codeColumn < 0;
  return make(
    'div',
    {
      role: 'region',
      class: `card table-card${refusal !== null && !isLeftOut ? ' has-problem' : ''}`,
      'aria-labelledby': id,
    },
    make(
      'div',
      { class: 'table-head' },
      make('h3', { id, class: 'path' }, view.path),
      make('p', { class: 'hint' }, words.facts(formatBytes(view.bytes), roughly(view.estimatedRecords))),
      makeButton(words.removeShort, () => actions.removeTable(file, table), {
        class: 'action small',
        'aria-label': words.remove(view.path),
      }),
    ),
    refusal === null
      ? null
      : make(
          'p',
          { class: isLeftOut ? 'remark' : 'problem' },
          isLeftOut ? words.leftOut : describeRefusal(refusal, { lang, face: 'page' }),
        ),
    view.columns.length === 0 && !(view.isText && view.bytes > 0)
      ? null
      : make(
          'div',
          { class: 'fields' },
          ...makeFields(table, words, (change) => actions.read(table, { ...table.reading, ...change })),
        ),
    isOnly || view.codeColumn < 0
      ? null
      : makeButton(words.apply, () => actions.applyColumns(table), { class: 'action small', title: words.applyHint }),
    view.titleCount > 0 ? make('p', { class: 'hint' }, words.titles(String(view.titleCount))) : null,
    view.columns.length > 0 ? makePreview(view, words) : null,
  );
}

function makeFields(
  { view, reading }: ChosenTable,
  words: PageMessages['table'],
  change: (reading: Reading) => void,
): HTMLElement[] {
  const key = (field: string): string => `${view.id}-${field}`;
  const columns = view.columns.map((text, index) => ({
    value: String(index + 1),
    text: text === String(index + 1) ? `#${text}` : text,
  }));
  const pickColumn = (
    field: 'codeColumn' | 'nameColumn' | 'unitColumn',
    label: string,
    without: string,
  ): HTMLElement => {
    const chosen = view[field] < 0 ? automatic : String(view[field] + 1);
    const canBeNone = chosen === automatic || field === 'unitColumn';
    const options = canBeNone ? [{ value: automatic, text: without }, ...columns] : columns;
    const take = (value: string): void => change({ [field]: value === automatic ? undefined : Number(value) });
    const select = makeSelect(label, options, chosen, take, key(field));
    select.classList.add('is-column');
    return select;
  };
  const fields = [
    pickColumn('codeColumn', words.code, words.pick),
    pickColumn('nameColumn', words.name, words.none),
    pickColumn('unitColumn', words.unit, words.noUnits),
  ];
  if (!view.isText) return fields;
  const isNamed = reading.encoding !== undefined && reading.encoding !== 'auto';
  const found = [
    { value: automatic, text: isNamed ? words.automatic('…') : words.automatic(view.encoding.toUpperCase()) },
  ];
  const encoding = makeSelect(
    words.encoding,
    [...found, ...encodings.map((value) => ({ value, text: value.toUpperCase() }))],
    isNamed ? (reading.encoding ?? automatic) : automatic,
    (value) => change({ encoding: value === automatic ? 'auto' : (value as NonNullable<Reading['encoding']>) }),
    key('encoding'),
  );
  const known = delimiters.includes(view.delimiter) ? delimiters : [view.delimiter, ...delimiters];
  const delimiter = makeSelect(
    words.delimiter,
    known.map((value) => ({ value, text: words.delimiters[value] ?? value })),
    view.delimiter,
    (value) => change({ delimiter: value, ...otherColumns }),
    key('delimiter'),
  );
  const header = makeSelect(
    words.header,
    [
      { value: 'yes', text: words.hasHeader },
      { value: 'no', text: words.noHeader },
    ],
    view.hasHeader ? 'yes' : 'no',
    (value) => change({ header: value === 'yes', ...otherColumns }),
    key('header'),
  );
  return [...fields, encoding, delimiter, header];
}

function makePreview(view: TableView, words: PageMessages['table']): HTMLElement {
  const { columns, rows, hasHeader, path } = view;
  const roles: [column: number, className: string, label: string][] = [
    [view.unitColumn, 'is-unit', words.chosenUnit],
    [view.nameColumn, 'is-name', words.chosenName],
    [view.codeColumn, 'is-code', words.chosenCode],
  ];
  const roleOf = (column: number) => [...roles].reverse().find(([at]) => at === column);
  const classOf = (column: number): string => roleOf(column)?.[1] ?? '';
  const badge = (column: number): HTMLElement | null => {
    const role = roleOf(column);
    return role === undefined ? null : make('span', { class: 'badge' }, role[2]);
  };
  const head = columns.map((text, column) =>
    make('th', { scope: 'col', class: classOf(column) }, badge(column), hasHeader ? text : `#${column + 1}`),
  );
  const body = rows.map((row) =>
    make('tr', {}, ...columns.map((_, column) => make('td', { class: classOf(column) }, row[column] ?? ''))),
  );
  return make(
    'div',
    { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': `${path} ${words.preview}` },
    make('table', { class: 'preview' }, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...body)),
  );
}

/** Two figures are known of an estimate. */
function roughly(count: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return formatCount(Math.round(count / step) * step);
}
