import { type PageMessages, pageMessagesFor } from '../../messages/page-messages.ts';
import { formatBytes, formatCount } from '../../report/numbers.ts';
import { make, makeButton, makeSelect } from '../make.ts';
import type { Language, Reading, TableView } from '../protocol.ts';
import { rephrase } from '../rephrase.ts';
import type { Actions, ChosenFile, ChosenTable } from '../state.ts';

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
const delimiters = [',', '\t', ';', '|'];
const automatic = '';

/** One table: how it is read, its first rows, and what can be chosen otherwise. */
export function renderTableCard(file: ChosenFile, table: ChosenTable, lang: Language, actions: Actions): HTMLElement {
  const words = pageMessagesFor(lang).table;
  const { view } = table;
  const id = `table-${view.id}`;
  const problem = view.problem;
  const isLeftOut = problem?.kind === 'column' && view.isOneOfSeveral && view.codeColumn < 0;
  return make(
    'section',
    { class: `table-card${problem !== null && !isLeftOut ? ' has-problem' : ''}`, 'aria-labelledby': id },
    make(
      'div',
      { class: 'table-head' },
      make('h3', { id, class: 'path' }, view.path),
      make('p', { class: 'hint' }, words.facts(formatBytes(view.bytes), roughly(view.estimatedRecords))),
      makeButton(words.removeShort, () => actions.removeTable(file, table), {
        class: 'plain small',
        'aria-label': words.remove(view.path),
      }),
    ),
    problem === null
      ? null
      : make(
          'p',
          { class: isLeftOut ? 'remark' : 'problem' },
          isLeftOut ? words.leftOut : rephrase(problem.message, lang),
        ),
    make(
      'div',
      { class: 'fields' },
      ...makeFields(table, words, (change) => actions.read(table, { ...table.reading, ...change })),
    ),
    view.titleCount > 0 ? make('p', { class: 'hint' }, words.titles(String(view.titleCount))) : null,
    view.columns.length > 0 ? makePreview(view, words) : null,
  );
}

function makeFields(
  { view, reading }: ChosenTable,
  words: PageMessages['table'],
  change: (reading: Reading) => void,
): HTMLElement[] {
  const columns = view.columns.map((text, index) => ({
    value: String(index + 1),
    text: text === String(index + 1) ? `#${text}` : text,
  }));
  const pick = { value: automatic, text: words.pick };
  const code = makeSelect(
    words.code,
    view.codeColumn < 0 ? [pick, ...columns] : columns,
    view.codeColumn < 0 ? automatic : String(view.codeColumn + 1),
    (value) => value !== automatic && change({ codeColumn: Number(value) }),
  );
  const name = makeSelect(
    words.name,
    view.nameColumn < 0 ? [{ value: automatic, text: words.none }, ...columns] : columns,
    view.nameColumn < 0 ? automatic : String(view.nameColumn + 1),
    (value) => value !== automatic && change({ nameColumn: Number(value) }),
  );
  if (!view.isText) return [code, name];
  const isChosen = reading.encoding !== undefined && reading.encoding !== 'auto';
  const found = isChosen ? [] : [{ value: automatic, text: words.automatic(view.encoding.toUpperCase()) }];
  const encoding = makeSelect(
    words.encoding,
    [...found, ...encodings.map((value) => ({ value, text: value.toUpperCase() }))],
    reading.encoding ?? automatic,
    (value) => change({ encoding: value === automatic ? 'auto' : (value as Reading['encoding']) }),
  );
  const delimiter = makeSelect(
    words.delimiter,
    (delimiters.includes(view.delimiter) ? delimiters : [view.delimiter, ...delimiters]).map((value) => ({
      value,
      text: words.delimiters[value] ?? value,
    })),
    view.delimiter,
    (value) => change({ delimiter: value }),
  );
  const header = makeSelect(
    words.header,
    [
      { value: 'yes', text: words.hasHeader },
      { value: 'no', text: words.noHeader },
    ],
    view.hasHeader ? 'yes' : 'no',
    (value) => change({ header: value === 'yes', codeColumn: undefined, nameColumn: undefined }),
  );
  return [code, name, encoding, delimiter, header];
}

function makePreview(
  { columns, rows, codeColumn, nameColumn, hasHeader, path }: TableView,
  words: PageMessages['table'],
): HTMLElement {
  const classOf = (column: number): string =>
    column === codeColumn ? 'is-code' : column === nameColumn ? 'is-name' : '';
  const badge = (column: number): HTMLElement | null =>
    column === codeColumn || column === nameColumn
      ? make('span', { class: 'badge' }, column === codeColumn ? words.chosenCode : words.chosenName)
      : null;
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
