import { decide } from '../code/cell/decide.ts';
import { clean, dropDashes } from '../code/cell/normalize.ts';
import { hasNotes, listNotes } from '../code/notes.ts';
import { codeLength } from '../code/standard/alphabet.ts';
import { isKnownPair } from '../code/standard/pairs.ts';
import type { Issue, NoteCode, RegionFacts } from '../code/verdict.ts';
import { type FormTexts, formTextsFor, type RefusedCode } from '../messages/form/index.ts';
import { resolveLanguage } from '../messages/form/language.ts';
import { fill, sayIssue } from '../messages/form/say.ts';
import { type Change, findChange } from '../repair/find-change.ts';
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
  const texts = speak(options);
  const input = value ?? '';
  if (typeof input !== 'string') return conclude('invalid', '', { message: texts.notText });
  const cleaned = clean(input);
  const code = dropDashes(cleaned);
  const { partition, issues } = decide(cleaned, code);
  const [issue = null] = issues;
  const notes = findNotes(input, cleaned, code, issue, options.regions);
  if (partition === 'missing' && options.required === false) return conclude('empty', '', { notes });
  if (issue !== null && partition !== 'conforming' && !(partition === 'unconverted' && options.legacy)) {
    return refuse(partition === 'missing' ? '' : code, issue, notes, options, texts);
  }
  const tell = (effect: NoteEffect) =>
    notes
      .filter((note) => (options.notes?.[note] ?? (note === 'format' ? 'ignore' : 'warn')) === effect)
      .map((note) => texts[note]);
  const [message] = tell('error');
  if (message !== undefined) return conclude('invalid', code, { issue, notes, message });
  return conclude('valid', code, { issue, notes, warnings: tell('warn') });
}

/** The texts in the language of the options. */
export function speak({ language }: FormOptions): FormTexts {
  return formTextsFor(resolveLanguage(typeof language === 'function' ? language() : language));
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

function refuse(code: string, issue: Issue, notes: NoteCode[], options: FormOptions, texts: FormTexts): FormVerdict {
  const [suggestions, known] = suggest(code, issue, options);
  const own = options.messages?.[issue.code as RefusedCode];
  const { reason, proposal } = describeWrong(code, known, suggestions[0], texts);
  const message = own === undefined ? reason + proposal : typeof own === 'string' ? own : own(known, code, suggestions);
  return conclude('invalid', code, { issue: known, notes, message, suggestions });
}

/**
 * What is wrong (`reason`; what it should be comes first where that is another edit than the check character), and the best
 * suggestion (`proposal`).
 */
export function describeWrong(
  code: string,
  issue: Issue,
  best: string | undefined,
  texts: FormTexts,
): { reason: string; proposal: string } {
  const reason = sayIssue(texts, issue, code);
  if (best === undefined) return { reason, proposal: '' };
  const should = fill(texts.should, { code: best });
  const change = findChange(issue, code, best);
  if (change !== null) return { reason: sayChange(texts, change, code), proposal: should };
  if (issue.code === 'length' && code.includes(best)) return { reason: texts.around, proposal: should };
  return { reason, proposal: issue.expected === undefined ? fill(texts.suggest, { code: best }) : '' };
}

function sayChange(texts: FormTexts, { kind, positions, suggestion }: Change, code: string): string {
  const index = (positions[0] ?? 0) - 1;
  return fill(texts[kind], {
    positions: positions.join(texts.comma),
    expected: suggestion.charAt(index),
    actual: code.charAt(index),
  });
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
