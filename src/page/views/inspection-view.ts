import type { InspectedColumn, Inspection } from '../../check/inspect/inspection.ts';
import { type InspectMessages, inspectMessagesFor } from '../../messages/inspect/index.ts';
import type { PageMessages } from '../../messages/page/index.ts';
import type { Language } from '../../messages/voice.ts';
import { describeWarning } from '../../messages/warning/index.ts';
import { listFacts, listSkipped } from '../../report/inspect-words.ts';
import { make } from '../make.ts';

type Shown = Omit<Inspection, 'nothing'>;

/** Warnings that say no more than the list of lines beside them. */
const listedCodes: string[] = ['title-rows', 'skipped-lines'];

/** How a table is understood, in the words of `uscc inspect`: how it is written, lines that are no records, warnings, columns and first rows. */
export function renderInspection(inspection: Shown, lang: Language, words: PageMessages['table']): HTMLElement[] {
  if (inspection.columns.length === 0) return [];
  const inspectWords = inspectMessagesFor(lang);
  const facts = listFacts(inspection, inspectWords);
  const warnings = inspection.warnings.filter(({ code }) => !listedCodes.includes(code));
  return [
    ...(facts.length === 0 ? [] : [make('p', { class: 'hint written' }, facts.join(' · '))]),
    ...(inspection.skippedLines === 0 ? [] : [renderSkipped(inspection, inspectWords)]),
    ...(warnings.length === 0
      ? []
      : [
          make(
            'ul',
            { class: 'table-warnings', 'aria-label': inspectWords.warningsTitle },
            ...warnings.map((facts) => make('li', {}, describeWarning(facts, { lang, face: 'page' }).message)),
          ),
        ]),
    renderRows(inspection, inspectWords, words),
  ];
}

/** A column by its header; by its number where there is none. */
export function nameColumn({ name, number }: InspectedColumn): string {
  return name === String(number) ? `#${number}` : name;
}

function renderSkipped(inspection: Shown, words: InspectMessages): HTMLElement {
  const { runs, rest } = listSkipped(inspection, words);
  const items = runs.map(([where, why]) => make('li', {}, make('span', {}, where), ` ${why}`));
  return make(
    'details',
    { class: 'skipped', open: runs.length <= 4 },
    make('summary', {}, words.skippedTitle(inspection.skippedLines)),
    make('ul', {}, ...items, ...(rest === null ? [] : [make('li', {}, rest)])),
  );
}

function renderRows(
  { columns, rows, path }: Shown,
  inspectWords: InspectMessages,
  words: PageMessages['table'],
): HTMLElement {
  const classOf = ({ role }: InspectedColumn): string => (role === null ? '' : `has-role is-${role}`);
  const head = columns.map((column) =>
    make('th', { scope: 'col', class: classOf(column) }, renderRole(column, inspectWords), nameColumn(column)),
  );
  const body = rows.map((row) =>
    make('tr', {}, ...columns.map((column, index) => make('td', { class: classOf(column) }, row[index] ?? ''))),
  );
  return make(
    'div',
    { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': `${path} ${words.preview}` },
    make('table', { class: 'preview' }, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...body)),
  );
}

/** What a column was taken for, and why. */
function renderRole({ role, why }: InspectedColumn, words: InspectMessages): HTMLElement | null {
  if (role === null) return null;
  const reason = why === null ? null : make('span', { class: 'why' }, words.reasons[why]);
  return make('span', { class: 'role' }, make('span', { class: 'badge' }, words.roles[role]), reason);
}
