import type { Typed } from './groups.ts';

/** What can be undone in a field whose text is rewritten while it is typed: a browser forgets its own history then. */
export interface History {
  /** Keeps a text. Edits of one kind in a row are one step, as in a browser. */
  record(typed: Typed, kind: string): void;
  /** The next edit is a step of its own. */
  pause(): void;
  /** The text one step back (-1) or forth (1); null at the end. */
  step(by: -1 | 1): Typed | null;
  /** Forgets everything but this text. */
  reset(text: string): void;
}

const joined = /^(?:insertText|insertCompositionText|deleteContentBackward|deleteContentForward)$/;
const mostSteps = 100;

export function createHistory(text: string): History {
  let steps: Typed[] = [{ text, caret: text.length }];
  let at = 0;
  let run = '';
  return {
    record(typed, kind) {
      if (steps[at]?.text === typed.text) return;
      const continues = joined.test(kind) && kind === run;
      steps.length = continues ? at : at + 1;
      steps.push(typed);
      if (steps.length > mostSteps) steps.shift();
      at = steps.length - 1;
      run = kind;
    },
    pause() {
      run = '';
    },
    step(by) {
      run = '';
      const typed = steps[at + by];
      if (typed === undefined) return null;
      at += by;
      return typed;
    },
    reset(only) {
      steps = [{ text: only, caret: only.length }];
      at = 0;
      run = '';
    },
  };
}
