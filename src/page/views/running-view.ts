import type { Progress } from '../../engine/options.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { formatBytes, formatCount } from '../../write/numbers.ts';
import { make, makeButton } from '../make.ts';
import type { Actions, PageState } from '../state.ts';

export interface RunningView {
  element: HTMLElement;
  update(progress: Progress): void;
}

const announceMilliseconds = 5000;

/** A run in progress: how far, how fast, and how to end it. Screen readers hear of it every five seconds. */
export function renderRunning({ lang, phase }: PageState, actions: Actions): RunningView {
  const words = pageMessagesFor(lang);
  const stage = make('p', { class: 'stage' }, phase.kind === 'opening' ? words.opening(phase.name) : words.stages.scan);
  const bar = make('progress', { max: '1', 'aria-labelledby': 'running-title' });
  const facts = make('p', { class: 'progress-facts' });
  const started = performance.now();
  let announced = started;
  const element = make(
    'div',
    { role: 'region', class: 'card running', 'aria-labelledby': 'running-title' },
    make(
      'h2',
      { id: 'running-title', tabindex: '-1' },
      phase.kind === 'opening' ? words.opening(phase.name) : words.running,
    ),
    phase.kind === 'opening' ? null : stage,
    bar,
    facts,
    make('div', { class: 'actions' }, makeButton(words.cancel, actions.cancel, { class: 'action', id: 'cancel' })),
  );
  return {
    element,
    update({ stage: at, doneBytes, totalBytes, records }) {
      const share = totalBytes === 0 ? 0 : doneBytes / totalBytes;
      const seconds = (performance.now() - started) / 1000;
      const text = words.done(`${Math.floor(share * 100)}%`);
      stage.textContent = words.stages[at];
      bar.value = share;
      const speed =
        at === 'scan' && seconds > 0.2
          ? ` · ${words.speed(formatCount(Math.round(records / seconds)), formatBytes(doneBytes / seconds))}`
          : '';
      facts.textContent = `${text} · ${words.read(formatBytes(doneBytes), formatBytes(totalBytes))}${speed}`;
      const now = performance.now();
      if (now - announced < announceMilliseconds) return;
      announced = now;
      actions.say(`${words.stages[at]} ${text}`);
    },
  };
}
