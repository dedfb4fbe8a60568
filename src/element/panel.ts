import { readParts } from '../code/parts.ts';
import { isCodeLike } from '../code/standard/alphabet.ts';
import type { RegionFacts } from '../code/verdict.ts';
import type { FormVerdict } from '../form/verdict.ts';
import { elementMessagesFor } from '../messages/element/index.ts';
import { formTextsFor } from '../messages/form/index.ts';
import type { SpokenLanguage } from '../messages/form/language.ts';
import { groupCode } from './groups.ts';

/** What stands below the field. `message` is announced when it changes; `counter` is not, it changes with every key. */
export interface Panel {
  message: HTMLElement;
  counter: HTMLElement;
  suggestions: HTMLElement;
  parts: HTMLElement;
}

export interface PanelFacts {
  verdict: FormVerdict;
  language: SpokenLanguage;
  regions: RegionFacts | undefined;
  onPick(code: string): void;
}

export function createPanel(): Panel {
  const message = createPart('div', 'message');
  message.setAttribute('role', 'status');
  const suggestions = createPart('div', 'suggestions');
  suggestions.setAttribute('role', 'group');
  return { message, counter: createPart('div', 'counter'), suggestions, parts: createPart('dl', 'parts') };
}

export function renderPanel(panel: Panel, { verdict, language, regions, onPick }: PanelFacts): void {
  const { state, message, warnings } = verdict;
  const isOpen = state === 'incomplete' || state === 'pending';
  setText(panel.counter, state === 'pending' ? formTextsFor(language).asking : isOpen ? message : '');
  setText(panel.message, isOpen ? '' : [message, ...warnings].filter((text) => text !== null).join(' '));
  panel.message.part.toggle('warning', message === null);
  renderSuggestions(panel.suggestions, verdict.suggestions, elementMessagesFor(language).suggestions, onPick);
  renderParts(panel.parts, verdict, language, regions);
}

export function createPart(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.part.add(name);
  return element;
}

function renderSuggestions(
  container: HTMLElement,
  codes: readonly string[],
  prompt: string,
  onPick: (code: string) => void,
): void {
  // The same buttons stay, lest one is replaced between pressing and releasing the pointer.
  const key = prompt + codes.join();
  if (container.dataset.key === key) return;
  container.dataset.key = key;
  container.setAttribute('aria-label', prompt);
  container.replaceChildren(
    ...(codes.length === 0 ? [] : [prompt]),
    ...codes.map((code) => {
      const button = createPart('button', 'suggestion');
      button.setAttribute('type', 'button');
      button.textContent = groupCode(code);
      // Keeps the focus in the field.
      button.addEventListener('pointerdown', (event) => event.preventDefault());
      button.addEventListener('mousedown', (event) => event.preventDefault());
      button.addEventListener('click', () => onPick(code));
      return button;
    }),
  );
}

/** What the code says, for one that passes: its parts with their names. */
function renderParts(
  container: HTMLElement,
  { state, value }: FormVerdict,
  language: SpokenLanguage,
  regions: RegionFacts | undefined,
): void {
  container.replaceChildren();
  if (state !== 'valid' || !isCodeLike(value)) return;
  const words = elementMessagesFor(language);
  const { authority, category, region, organizationCode, checkCharacter } = readParts(value, regions);
  const rows: [string, string, string | null][] = [
    [words.authority, authority.code, authority.name ?? words.unknown],
    [words.category, category.code, category.name ?? words.unknown],
    [words.region, region.code, regions === undefined ? null : (region.name ?? words.unknown)],
    [words.organizationCode, organizationCode, null],
    [words.checkCharacter, checkCharacter, null],
  ];
  for (const [label, code, name] of rows) {
    const term = document.createElement('dt');
    const text = document.createElement('dd');
    const letters = document.createElement('code');
    term.textContent = label;
    letters.textContent = code;
    text.append(letters, name === null ? '' : ` ${name}`);
    container.append(term, text);
  }
}

function setText(element: HTMLElement, text: string | null): void {
  if (element.textContent !== text) element.textContent = text;
}
