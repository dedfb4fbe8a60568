import { pageMessagesFor } from '../../messages/page/index.ts';
import { tableEndings } from '../../tables/format.ts';
import { formatBytes, formatCount } from '../../write/numbers.ts';
import { memoryLimitBytes, recordBytes } from '../limits.ts';
import { make, makeButton } from '../make.ts';
import type { Actions, PageState } from '../state.ts';

/** What may be chosen. */
export const accept = [...tableEndings.map((ending) => `.${ending}`), 'text/csv', 'text/plain'].join(',');

/** Where files are dropped or chosen. Small once there are some. */
export function renderChooser(state: PageState, actions: Actions): HTMLElement {
  const words = pageMessagesFor(state.lang).choose;
  const input = make('input', {
    type: 'file',
    multiple: true,
    accept,
    class: 'visually-hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  input.addEventListener('change', () => {
    actions.addFiles([...(input.files ?? [])]);
    input.value = '';
  });
  const hasFiles = state.files.length > 0;
  const button = makeButton(hasFiles ? words.more : words.button, () => input.click(), {
    class: hasFiles ? 'action' : 'action main',
    id: 'choose',
  });
  if (hasFiles) return make('div', { class: 'chooser is-small' }, input, button);
  const limit = memoryLimitBytes();
  return make(
    'div',
    { role: 'region', class: 'card chooser', 'aria-labelledby': 'choose-title' },
    make('h2', { id: 'choose-title', tabindex: '-1' }, words.heading),
    make('ol', { class: 'steps' }, ...words.steps.map((step) => make('li', {}, step))),
    make(
      'div',
      { class: 'dropzone' },
      make('div', { class: 'sheet-mark', 'aria-hidden': 'true' }),
      make('p', { class: 'dropzone-line' }, words.drop, ' ', button),
      input,
      make('p', { class: 'hint' }, words.kinds),
    ),
    make(
      'p',
      { class: 'hint' },
      words.limit(formatBytes(limit), formatCount(Math.floor(limit / recordBytes / 1e7) * 1e7)),
    ),
  );
}

/** Where no files are taken: without this the browser would open them in place of the page. */
export function refuseDrops(): void {
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
    event.preventDefault();
  });
}

/** Takes files dropped anywhere on the page; says where they go while they are held over it. */
export function listenForDrops(take: (files: File[]) => void): void {
  let depth = 0;
  const show = (): void => void document.documentElement.classList.toggle('is-dropping', depth > 0);
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragenter', (event) => {
    if (!holdsFiles(event)) return;
    depth++;
    show();
  });
  document.addEventListener('dragleave', (event) => {
    if (!holdsFiles(event)) return;
    depth = Math.max(0, depth - 1);
    show();
  });
  document.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
