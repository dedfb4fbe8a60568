import { normalize } from '../code/cell/normalize.ts';
import { readPasted } from '../form/read-pasted.ts';
import { groupCode, groupTyped } from './groups.ts';
import type { History } from './history.ts';
import { readNative, writeNative } from './native-value.ts';

export interface TypingSetup {
  input: HTMLInputElement;
  history: History;
  /** Whether spaces are put between the groups. */
  isGrouped(): boolean;
  /** Most characters of the code that the page asked for, or null. */
  mostCharacters: number | null;
  /** Called when the person has changed the text, and it has its groups; before any listener of the page. */
  onTyped(): void;
}

/** Types [event, listener], all for the capturing phase: the page's own listeners see the text as it will stay. */
export type Listeners = readonly (readonly [string, (event: never) => void])[];

/** Keeps a field in groups while it is typed, pasted, cut and undone. */
export function listenToTyping({ input, history, isGrouped, mostCharacters, onTyped }: TypingSetup): Listeners {
  function onInput(event: Event): void {
    const { isComposing, inputType = '' } = event as InputEvent;
    if (isComposing) return;
    if (isGrouped() && !inputType.startsWith('history')) group(inputType);
    onTyped();
  }

  function group(inputType: string): void {
    const text = readNative(input);
    const pasted = readPasted(text);
    const typed =
      pasted === null
        ? groupTyped({ text, caret: input.selectionStart ?? text.length })
        : { text: groupCode(pasted), caret: groupCode(pasted).length };
    if (typed.text !== text) {
      writeNative(input, typed.text);
      input.setSelectionRange(typed.caret, typed.caret);
    }
    history.record(typed, inputType);
  }

  function step(by: -1 | 1, event: Event): void {
    event.preventDefault();
    const typed = history.step(by);
    if (typed === null) return;
    writeNative(input, typed.text);
    input.setSelectionRange(typed.caret, typed.caret);
    const inputType = by < 0 ? 'historyUndo' : 'historyRedo';
    input.dispatchEvent(new InputEvent('input', { inputType, bubbles: true, composed: true }));
  }

  /** Backspace and Delete go over the space between two groups; undoing is ours, since the browser has forgotten. */
  function onKeyDown(event: KeyboardEvent): void {
    if (!isGrouped() || input.readOnly) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key.length > 1 && !/^(?:Backspace|Delete|Shift)$/.test(key)) history.pause();
    if ((ctrlKey || metaKey) && !altKey) {
      if (/^z$/i.test(key)) step(shiftKey ? 1 : -1, event);
      else if (/^y$/i.test(key)) step(1, event);
    }
    const { selectionStart: at, selectionEnd: end } = input;
    const value = readNative(input);
    if (at === null || at !== end) return;
    if (key === 'Backspace' && value.charAt(at - 1) === ' ') input.setSelectionRange(at - 1, at - 1);
    if (key === 'Delete' && value.charAt(at) === ' ') input.setSelectionRange(at + 1, at + 1);
  }

  /** The menu of the browser undoes too. And where the page limits the length, no character more is typed. */
  function onBeforeInput(event: InputEvent): void {
    if (!isGrouped()) return;
    if (event.inputType === 'historyUndo') step(-1, event);
    if (event.inputType === 'historyRedo') step(1, event);
    const isFull = mostCharacters !== null && normalize(readNative(input)).length >= mostCharacters;
    if (
      isFull &&
      event.inputType === 'insertText' &&
      input.selectionStart === input.selectionEnd &&
      event.data?.trim()
    ) {
      if (event.data.length === 1) event.preventDefault();
    }
  }

  /** What is copied is the code, without the spaces between the groups. */
  function onCopy(event: ClipboardEvent): void {
    const { selectionStart, selectionEnd } = input;
    const selected = readNative(input).slice(selectionStart ?? 0, selectionEnd ?? 0);
    const code = normalize(selected);
    if (!isGrouped() || code === '' || selected.replace(/ /g, '') !== code) return;
    event.clipboardData?.setData('text/plain', code);
    event.preventDefault();
  }

  return [
    ['input', onInput],
    ['compositionend', onInput],
    ['keydown', onKeyDown],
    ['beforeinput', onBeforeInput],
    ['copy', onCopy],
    ['pointerdown', () => history.pause()],
    ['blur', () => history.pause()],
  ];
}
