import { pageMessagesFor } from '../../messages/page-messages.ts';
import { parseTarget } from '../../registry/target.ts';
import { formatCount } from '../../report/numbers.ts';
import { plainStyle } from '../../report/style.ts';
import { renderSummary } from '../../report/text.ts';
import { judgeAnew } from '../judge-anew.ts';
import { make, makeButton } from '../make.ts';
import type { CheckOutcome, Engine, FormName } from '../protocol.ts';
import { saveBlob } from '../save-blob.ts';
import type { Actions, PageState } from '../state.ts';
import { renderSettings } from './settings.ts';

const formNames: FormName[] = ['findings.csv', 'duplicates.csv', 'summary.json'];

/** A finished check: the ways to look at it, the files to take away, the report. */
export function renderResult(outcome: CheckOutcome, state: PageState, actions: Actions, engine: Engine): HTMLElement[] {
  const { lang, target, definition } = state;
  const words = pageMessagesFor(lang).result;
  const report = judgeAnew(outcome.reports[lang], parseTarget(target), definition);
  const elapsed = report.elapsedSeconds.toFixed(report.elapsedSeconds < 10 ? 2 : 0);
  const downloads = formNames.map((form) => {
    const button = makeButton(words.forms[form] ?? form, () => void save(), { class: 'plain' });
    async function save(): Promise<void> {
      button.disabled = true;
      actions.say(words.preparing);
      try {
        saveBlob(await engine.write(form, { lang, target, definition }), form);
        actions.say(words.ready(form));
      } finally {
        button.disabled = false;
      }
    }
    return button;
  });
  return [
    make(
      'section',
      { class: 'result-bar', 'aria-labelledby': 'result-title' },
      make('h2', { id: 'result-title', tabindex: '-1' }, words.heading),
      make('p', { class: 'hint' }, words.elapsed(formatCount(report.records), elapsed)),
      renderSettings(state, actions),
      make(
        'div',
        { class: 'commands', role: 'group', 'aria-label': words.downloads },
        ...downloads,
        makeButton(words.anew, actions.startAnew, { class: 'plain' }),
      ),
    ),
    make(
      'pre',
      { class: 'summary', tabindex: '0' },
      document.createTextNode(
        renderSummary({ report, lang, style: plainStyle, findings: [], duplicates: [], folder: null, written: [] }),
      ),
    ),
  ];
}
