import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import { UsccError, type UsccErrorCode } from '../../code/error.ts';
import { describeRemedy, type Remedy } from '../remedy/index.ts';
import { joinSentences, pick, type Voice } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The text of each kind. */
type Texts = typeof en;
/** Every kind of refusal there is. */
export type RefusalKind = keyof Texts;

/** Why something was refused, as data: its kind, the facts its text needs, and what can be done. */
export type Refusal = {
  [Kind in RefusalKind]: { kind: Kind; remedies?: readonly Remedy[] } & FactsOf<Texts[Kind]>;
}[RefusalKind];

/** The facts that a text is made of. */
type FactsOf<Text> = Text extends (facts: infer Facts) => string ? Facts : never;

/** An error of a refusal. It has no words yet: who shows it makes them with {@link describeRefusal}. */
export function refuse(code: UsccErrorCode, refusal: Refusal, options?: { cause?: unknown }): UsccError {
  return new UsccError(code, refusal, options);
}

/** A refusal in words: what is wrong, then what can be done. */
export function describeRefusal(refusal: Refusal, voice: Voice): string {
  const describe = pick(voice.lang, { en, zh })[refusal.kind] as (facts: Refusal) => string;
  const remedies = refusal.remedies ?? [];
  // Several in one: each is worded in the same voice.
  const reasons = 'failures' in refusal ? refusal.failures.map((one) => describeRefusal(one as Refusal, voice)) : [];
  const sentences = [
    describe({ ...refusal, ...(reasons.length > 0 ? { reasons } : {}) } as Refusal),
    ...remedies.map((remedy) => describeRemedy(remedy, voice)),
  ];
  return maskIdentityNumbers(joinSentences(sentences, voice.lang));
}

/** The message of an error in a voice: that of its refusal, or the one it was made with. */
export function describeError(error: UsccError, voice: Voice): string {
  return error.refusal === undefined ? error.message : describeRefusal(error.refusal as Refusal, voice);
}

/** Gives an error that leaves the library its message; any other comes back as it is. */
export function wordError(error: unknown, voice: Voice): unknown {
  if (error instanceof UsccError) error.message = describeError(error, voice);
  return error;
}
