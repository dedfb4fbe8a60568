import { type PageMessages, pageMessagesFor } from '../../messages/page/index.ts';
import { describeRefusal } from '../../messages/refusal/index.ts';
import type { Language } from '../../messages/voice.ts';
import { formatBytes, formatCount } from '../../write/numbers.ts';
import { make, makeButton, makeSelect } from '../make.ts';
import { findRole, isLeftOut, type Reading, type TableView } from '../protocol.ts';
import type { Actions, ChosenFile, ChosenTable } from '../state.ts';
import { nameColumn, renderInspection } from './inspection-view.ts';

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
const delimiters = [',', '\t', ';', '|'];
const automatic = '';
/** Columns are found anew where there may be others. */
const otherColumns: Reading = { codeColumn: undefined, nameColumn: undefined, unitColumn: 'auto' };

/** One table: how it is understood, its first rows, and what can be chosen otherwise. */
export function renderTableCard(
  file: ChosenFile,
  table: ChosenTable,
  lang: Language,
  actions: Actions,
  isOnly = true,
): HTMLElement {
  const words = pageMessagesFor(lang).table;
  const { view } = table;
  const { path, refusal, columns, isText } = view.inspection;
  const id = `table-${view.id}`;
  const isPassedOver = isLeftOut(view);
  return make(
    'div',
    {
      role: 'region',
      class: `card table-card${refusal !== null && !isPassedOver ? ' has-problem' : ''}`,
      'aria-labelledby': id,
    },
    make(
      'div',
      { class: 'table-head' },
      make('h3', { id, class: 'path' }, path),
      make('p', { class: 'hint' }, describeSize(view, words)),
      makeButton(words.removeShort, () => actions.removeTable(file, table), {
        class: 'action small',
        'aria-label': words.remove(path),
      }),
    ),
    refusal === null
      ? null
      : make(
          'p',
          { class: isPassedOver ? 'remark' : 'problem' },
          isPassedOver ? words.leftOut : describeRefusal(refusal, { lang, face: 'page' }),
        ),
    columns.length === 0 && !(isText && view.bytes > 0)
      ? null
      : make(
          'div',
          { class: 'fields' },
          ...makeFields(table, words, (change) => actions.read(table, { ...table.reading, ...change })),
        ),
    isOnly || findRole(view, 'code') === undefined
      ? null
      : makeButton(words.apply, () => actions.applyColumns(table), { class: 'action small', title: words.applyHint }),
    ...renderInspection(view.inspection, lang, words),
  );
}

function makeFields(
  { view, reading }: ChosenTable,
  words: PageMessages['table'],
  change: (reading: Reading) => void,
): HTMLElement[] {
  const { inspection } = view;
  const key = (field: string): string => `${view.id}-${field}`;
  const columns = inspection.columns.map((column) => ({ value: String(column.number), text: nameColumn(column) }));
  const pickColumn = (role: 'code' | 'name' | 'unit', label: string, without: string): HTMLElement => {
    const field = `${role}Column` as const;
    const chosen = String(findRole(view, role) ?? automatic);
    const canBeNone = chosen === automatic || role === 'unit';
    const options = canBeNone ? [{ value: automatic, text: without }, ...columns] : columns;
    const take = (value: string): void => change({ [field]: value === automatic ? undefined : Number(value) });
    const select = makeSelect(label, options, chosen, take, key(field));
    select.classList.add('is-column');
    return select;
  };
  const fields = [
    pickColumn('code', words.code, words.pick),
    pickColumn('name', words.name, words.none),
    pickColumn('unit', words.unit, words.noUnits),
  ];
  if (!inspection.isText) return fields;
  const written = {
    encoding: inspection.encoding ?? 'utf-8',
    delimiter: inspection.delimiter ?? reading.delimiter ?? ',',
    hasHeader: inspection.encoding === null ? reading.header !== false : inspection.headerLine !== null,
  };
  const isNamed = reading.encoding !== undefined && reading.encoding !== 'auto';
  const found = [
    { value: automatic, text: isNamed ? words.automatic('…') : words.automatic(written.encoding.toUpperCase()) },
  ];
  const encoding = makeSelect(
    words.encoding,
    [...found, ...encodings.map((value) => ({ value, text: value.toUpperCase() }))],
    isNamed ? (reading.encoding ?? automatic) : automatic,
    (value) => change({ encoding: value === automatic ? 'auto' : (value as NonNullable<Reading['encoding']>) }),
    key('encoding'),
  );
  const known = delimiters.includes(written.delimiter) ? delimiters : [written.delimiter, ...delimiters];
  const delimiter = makeSelect(
    words.delimiter,
    known.map((value) => ({ value, text: words.delimiters[value] ?? value })),
    written.delimiter,
    (value) => change({ delimiter: value, ...otherColumns }),
    key('delimiter'),
  );
  const header = makeSelect(
    words.header,
    [
      { value: 'yes', text: words.hasHeader },
      { value: 'no', text: words.noHeader },
    ],
    written.hasHeader ? 'yes' : 'no',
    (value) => change({ header: value === 'yes', ...otherColumns }),
    key('header'),
  );
  return [...fields, encoding, delimiter, header];
}

/** Records as they were counted, else two figures: more is not known of an estimate. */
function describeSize(
  { bytes, inspection: { records }, estimatedRecords }: TableView,
  words: PageMessages['table'],
): string {
  if (records !== null) return words.facts(formatBytes(bytes), formatCount(records));
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, estimatedRecords))) - 1);
  return words.estimate(formatBytes(bytes), formatCount(Math.round(estimatedRecords / step) * step));
}
