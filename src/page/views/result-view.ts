import { parseTarget } from '../../check/assess/target.ts';
import { packError } from '../../code/error.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { renderReportBody } from '../../report/html/body.ts';
import { mountFindingsTable } from '../../report/html/client/findings-table.ts';
import { nameRegions } from '../../report/html/findings-data.ts';
import { FINDINGS_ID } from '../../report/html/ids.ts';
import type { PackedFinding } from '../../report/html/packed-finding.ts';
import { describeVerdict } from '../../report/terminal/text-verdict.ts';
import { formatCount } from '../../write/numbers.ts';
import { assessAnew } from '../assess-anew.ts';
import { make, makeButton } from '../make.ts';
import { type CheckOutcome, type Engine, formNames } from '../protocol.ts';
import { saveBlob } from '../save-blob.ts';
import type { Actions, PageState } from '../state.ts';
import { renderAboutFields } from './about-fields.ts';
import { renderFailureText } from './files-view.ts';
import { renderSettings } from './settings.ts';

/** A finished check as it is shown. */
export interface ResultView {
  elements: HTMLElement[];
  /** Holds the report against what the state says now and gives the verdict; the table of findings stays as it is. */
  judge(): string;
}

/** A finished check: the ways to look at it, the files to take away, the report. */
export function renderResult(
  { outcome, madeAt }: { outcome: CheckOutcome; madeAt: Date },
  state: PageState,
  actions: Actions,
  engine: Engine,
): ResultView {
  const { lang } = state;
  const words = pageMessagesFor(lang).result;
  const shared = reportMessagesFor(lang);
  const original = outcome.reports[lang];
  const body = make('div', { id: 'report' });
  const table = make('div', { id: FINDINGS_ID });

  function judge(): string {
    const judged = assessAnew(original, parseTarget(state.target), state.definition, state.assess);
    body.innerHTML = renderReportBody({
      report: judged,
      lang,
      face: 'page',
      about: state.about,
      madeAt,
      ...outcome.gathered,
    });
    body.querySelector(`#${FINDINGS_ID}`)?.replaceWith(table);
    const facts = describeVerdict(judged, shared);
    if (judged.rates[state.definition].denominator === 0) return shared.noCodes;
    return judged.target.met ? shared.met(facts) : shared.missed(facts);
  }

  judge();
  if (body.contains(table)) {
    const rows = JSON.parse(outcome.rows) as PackedFinding[];
    mountFindingsTable(table, {
      lang,
      files: outcome.files,
      sheets: original.files.map(({ sheet }) => sheet ?? null),
      regions: nameRegions(original),
      listsAllNotes: state.notes,
      rows,
    });
  }
  const seconds = original.elapsedSeconds.toFixed(original.elapsedSeconds < 10 ? 2 : 0);
  const failure = make('div', { role: 'alert' });
  const bar = make(
    'div',
    { class: 'card result-bar', role: 'region', 'aria-labelledby': 'result-title' },
    make('h2', { id: 'result-title', tabindex: '-1' }, words.heading),
    make('p', { class: 'hint' }, `${words.elapsed(formatCount(original.records), seconds)} ${words.view}`),
    renderSettings(state, actions),
    renderAboutFields(state, actions),
    make(
      'div',
      { class: 'actions', role: 'group', 'aria-label': words.downloads },
      ...makeDownloads(state, actions, engine, failure),
    ),
    failure,
    make(
      'div',
      { class: 'actions is-quiet' },
      makeButton(words.print, () => print(), { class: 'action' }),
      makeButton(words.columns, actions.goBack, { class: 'action' }),
      makeButton(words.anew, actions.startAnew, { class: 'action' }),
    ),
  );
  return { elements: [bar, body], judge };
}

/** Buttons that write a file each; `failure` says why one could not be written. */
function makeDownloads(state: PageState, actions: Actions, engine: Engine, failure: HTMLElement): HTMLElement[] {
  const { lang } = state;
  const words = pageMessagesFor(lang).result;
  const forms = formNames.filter((form) => form !== 'suspects.csv' || state.suspect);
  return forms.map((form, index) => {
    const label = words.forms[form] ?? form;
    const button = makeButton(label, () => void save(), { class: index < 2 ? 'action main' : 'action' });
    async function save(): Promise<void> {
      button.disabled = true;
      button.textContent = words.preparing;
      actions.say(words.preparing);
      failure.replaceChildren();
      const name = words.fileNames[form] ?? form;
      const { target, definition, assess, about } = state;
      try {
        saveBlob(await engine.write(form, { lang, target, definition, assess, about }), name);
        actions.say(words.ready(name));
      } catch (error) {
        failure.append(renderFailureText(packError(error), state, words.notWritten(name)));
      } finally {
        button.disabled = false;
        button.textContent = label;
        button.focus();
      }
    }
    return button;
  });
}
