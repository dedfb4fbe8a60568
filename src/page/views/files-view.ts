import type { Failure } from '../../code/error.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { describeRefusal, type Refusal } from '../../messages/refusal/index.ts';
import { joinSentences } from '../../messages/voice.ts';
import { formatBytes, formatCount } from '../../write/numbers.ts';
import { memoryLimitBytes, recordBytes } from '../limits.ts';
import { make, makeButton } from '../make.ts';
import { isLeftOut } from '../protocol.ts';
import type { Actions, PageState } from '../state.ts';
import { renderAboutFields } from './about-fields.ts';
import { renderChooser } from './choose-view.ts';
import { renderSettings } from './settings.ts';
import { renderTableCard } from './table-card.ts';

/** The files that were chosen, how they are read, and the way on. */
export function renderFiles(state: PageState, actions: Actions): HTMLElement[] {
  const { lang, files } = state;
  const messages = pageMessagesFor(lang);
  const chooser = renderChooser(state, actions);
  const remark = state.remark === null ? null : make('p', { class: 'remark', role: 'status' }, state.remark);
  if (files.length === 0) return [chooser, ...(remark === null ? [] : [remark])];
  const tables = files.flatMap((file) => file.tables);
  const cards = files.flatMap((file) =>
    file.failure === null
      ? file.tables.map((table) => renderTableCard(file, table, lang, actions, tables.length < 2))
      : [
          make(
            'div',
            { role: 'region', class: 'card table-card has-problem' },
            make(
              'div',
              { class: 'table-head' },
              make('h3', { class: 'path' }, file.name),
              make('p', { class: 'hint' }, formatBytes(file.blob.size)),
              makeButton(messages.table.removeShort, () => actions.removeTable(file, null), {
                class: 'action small',
                'aria-label': messages.table.remove(file.name),
              }),
            ),
            renderFailureText(file.failure, state),
          ),
        ],
  );
  const tooLarge = describeTooLarge(state);
  const start = makeButton(messages.start, actions.start, {
    class: 'action main',
    id: 'start',
    disabled: !isReady(state),
  });
  return [
    make('h2', { id: 'columns-title', tabindex: '-1' }, messages.table.heading(Math.max(1, tables.length))),
    ...cards,
    chooser,
    ...(remark === null ? [] : [remark]),
    make(
      'div',
      { role: 'region', class: 'card start-row', 'aria-labelledby': 'settings-title' },
      make('h3', { id: 'settings-title' }, messages.settings.heading),
      renderSettings(state, actions),
      renderAboutFields(state, actions),
      tooLarge,
      make(
        'div',
        { class: 'actions' },
        start,
        isReady(state) || tooLarge !== null ? null : make('span', { class: 'hint' }, messages.cannotStart),
      ),
    ),
  ];
}

/** Every file could be opened, every table that is not left out has its columns, and all of them fit. */
export function isReady({ files, lang: _, ...state }: PageState): boolean {
  const tables = files.flatMap((file) => file.tables);
  const checked = tables.filter(({ view }) => !isLeftOut(view));
  return (
    checked.length > 0 &&
    files.every(({ failure }) => failure === null) &&
    checked.every(({ view }) => view.inspection.refusal === null) &&
    !isTooLarge({ files, lang: 'zh', ...state })
  );
}

function isTooLarge({ files }: PageState): boolean {
  return countRecords(files) * recordBytes > memoryLimitBytes();
}

function countRecords(files: PageState['files']): number {
  return files.flatMap(({ tables }) => tables).reduce((sum, { view }) => sum + view.estimatedRecords, 0);
}

/** Said before anything is started that would not come to its end. */
function describeTooLarge(state: PageState): HTMLElement | null {
  if (!isTooLarge(state)) return null;
  const limit = memoryLimitBytes();
  const names = state.files.map(({ name }) => name);
  const text = pageMessagesFor(state.lang).tooLarge({
    file: names.join('、'),
    records: formatCount(countRecords(state.files)),
    most: formatCount(Math.floor(limit / recordBytes)),
    limit: formatBytes(limit),
  });
  return make('div', { class: 'problem', role: 'alert' }, make('p', {}, text), makeCommand(names, state.lang));
}

/** What failed, where that has to be said, and why; for what is too large, what to do instead. */
export function renderFailureText(failure: Failure, { lang, files }: PageState, what = ''): HTMLElement {
  const refusal = failure.refusal as Refusal | undefined;
  const text =
    refusal === undefined
      ? `${pageMessagesFor(lang).internal}${failure.message}`
      : describeRefusal(refusal, { lang, face: 'page' });
  const command =
    refusal?.kind === 'too-large-for-page'
      ? makeCommand(
          files.map(({ name }) => name),
          lang,
        )
      : null;
  return make('div', { class: 'problem' }, make('p', {}, joinSentences([what, text], lang)), command);
}

function makeCommand(names: string[], lang: 'zh' | 'en'): HTMLElement {
  const quoted = names.map((name) => (/[\s"'&()]/.test(name) ? `"${name.replaceAll('"', '')}"` : name));
  return make(
    'pre',
    { class: 'command' },
    `uscc check ${quoted.join(' ')} --out ${lang === 'zh' ? '核查报告' : 'report'}`,
  );
}
