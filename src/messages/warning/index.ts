import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import { describeRefusal, type Refusal } from '../refusal/index.ts';
import { describeRemedy, type Remedy } from '../remedy/index.ts';
import { joinSentences, pick, type Voice } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The text of each code. */
type Texts = typeof en;

/** Every warning there is. */
export type WarningCode = keyof Texts;

/** A warning as data: its code, the facts its text needs, and what can be done. */
export type WarningFacts = {
  [Code in WarningCode]: { code: Code; remedies?: readonly Remedy[] } & FactsOf<Texts[Code]>;
}[WarningCode];

/** The facts that a text is made of. */
type FactsOf<Text> = Text extends (facts: infer Facts) => string ? Facts : never;

/** Something the reader of a report should know; `message` is in the language of the run. */
export interface Warning {
  code: WarningCode;
  file?: string;
  /** From 1. */
  line?: number;
  count?: number;
  message: string;
}

/** A warning as reports have it. */
export function describeWarning(facts: WarningFacts, voice: Voice): Warning {
  const describe = pick(voice.lang, { en, zh })[facts.code] as (facts: WarningFacts) => string;
  const remedies = (facts.remedies ?? []).map((remedy) => describeRemedy(remedy, voice));
  // Why an input was left out is worded in the same voice.
  const reason = 'failure' in facts ? describeRefusal(facts.failure as Refusal, voice) : '';
  const { code, file, line, count }: Partial<Warning> & { code: WarningCode } = facts;
  return {
    code,
    ...(file === undefined ? {} : { file: maskIdentityNumbers(file) }),
    ...(line === undefined ? {} : { line }),
    ...(count === undefined ? {} : { count }),
    message: maskIdentityNumbers(joinSentences([describe(facts), reason, ...remedies], voice.lang)),
  };
}
