import { decide } from '../code/cell/decide.ts';
import { clean, dropDashes } from '../code/cell/normalize.ts';
import { hasNotes, listNotes } from '../code/notes.ts';
import { codeLength } from '../code/standard/alphabet.ts';
import { isKnownPair } from '../code/standard/pairs.ts';
import type { Issue, NoteCode, RegionFacts } from '../code/verdict.ts';
import { type FormMessages, formMessagesFor, type RefusedCode } from '../messages/form/index.ts';
import { resolveLanguage } from '../messages/form/language.ts';
import { findChange } from '../repair/find-change.ts';
import type { FormOptions, NoteEffect } from './options.ts';
import { suggest } from './suggest.ts';
import type { FormVerdict } from './verdict.ts';

/**
 * A value as it is when the person has finished with it: on blur, on submit, on the server.
 *
 * The decision is that of `validate` of `uscc-toolkit`. `null` and `undefined` are nothing; other things that are not text are
 * an error, because a code that was a number has lost digits.
 *
 * @example checkCode('91350100M000100Y44').message // '校验码不符：按前 17 位算，第 18 位应为 3，现为 4，请对照证照核对'
 */
export function checkCode(value: unknown, options: FormOptions = {}): FormVerdict {
  const messages = speak(options);
  const input = value ?? '';
  if (typeof input !== 'string') return conclude('invalid', '', { message: messages.notText });
  const cleaned = clean(input);
  const code = dropDashes(cleaned);
  const { partition, issues } = decide(cleaned, code);
  const [issue = null] = issues;
  const notes = findNotes(input, cleaned, code, issue, options.regions);
  if (partition === 'missing' && options.required === false) return conclude('empty', '', { notes });
  if (issue !== null && partition !== 'conforming' && !(partition === 'unconverted' && options.legacy)) {
    return refuse(partition === 'missing' ? '' : code, issue, notes, options, messages);
  }
  const tell = (effect: NoteEffect) =>
    notes
      .filter((note) => (options.notes?.[note] ?? (note === 'format' ? 'ignore' : 'warn')) === effect)
      .map((note) => messages.notes[note]);
  const [message] = tell('error');
  if (message !== undefined) return conclude('invalid', code, { issue, notes, message });
  return conclude('valid', code, { issue, notes, warnings: tell('warn') });
}

/** The texts in the language of the options. */
export function speak({ language }: FormOptions): FormMessages {
  return formMessagesFor(resolveLanguage(typeof language === 'function' ? language() : language));
}

function findNotes(
  input: string,
  cleaned: string,
  code: string,
  issue: Issue | null,
  regions: RegionFacts | undefined,
): NoteCode[] {
  const notes: NoteCode[] = cleaned === input && code === input ? [] : ['format'];
  return code.length === codeLength && hasNotes(issue?.code)
    ? notes.concat(listNotes(isKnownPair(code), regions?.status(code.slice(2, 8))))
    : notes;
}

function refuse(
  code: string,
  issue: Issue,
  notes: NoteCode[],
  options: FormOptions,
  messages: FormMessages,
): FormVerdict {
  const [suggestions, known] = suggest(code, issue, options);
  const own = options.messages?.[issue.code as RefusedCode];
  const message =
    own === undefined
      ? describe(code, known, suggestions[0], messages)
      : typeof own === 'string'
        ? own
        : own(known, code, suggestions);
  return conclude('invalid', code, { issue: known, notes, message, suggestions });
}

/** What is wrong, and what it should be: first, where that is another edit than the check character. */
function describe(code: string, issue: Issue, best: string | undefined, messages: FormMessages): string {
  const change = findChange(issue, code, best);
  const reason = messages.issues[issue.code as RefusedCode](issue, code);
  if (best === undefined) return reason;
  if (change !== null) return messages.change(change, code) + messages.should(best);
  if (issue.code === 'length' && code.includes(best)) return messages.around + messages.should(best);
  return issue.expected === undefined ? reason + messages.suggest(best) : reason;
}

/** A verdict; what is not said of it is nothing. */
export function conclude(state: FormVerdict['state'], value: string, facts: Partial<FormVerdict>): FormVerdict {
  return {
    state,
    value,
    issue: null,
    message: null,
    warnings: [],
    notes: [],
    suggestions: [],
    registry: null,
    ...facts,
  };
}
