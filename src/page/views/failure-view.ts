import type { Failure } from '../../code/error.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { make, makeButton } from '../make.ts';
import type { Actions, PageState } from '../state.ts';
import { renderFailureText } from './files-view.ts';

/** A check that ended without a report: why, and the ways on. */
export function renderFailure(failure: Failure, state: PageState, actions: Actions): HTMLElement {
  const words = pageMessagesFor(state.lang);
  return make(
    'div',
    { role: 'region', class: 'card failure', 'aria-labelledby': 'failure-title' },
    make('h2', { id: 'failure-title', tabindex: '-1' }, words.failed),
    renderFailureText(failure, state),
    make(
      'div',
      { class: 'actions' },
      makeButton(words.back, actions.goBack, { class: 'action main' }),
      makeButton(words.again, actions.startAnew, { class: 'action' }),
    ),
  );
}
