import type { Verdict } from '../../code/verdict.ts';
import { explain } from '../verdict/index.ts';
import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import type { EvidenceFacts } from './facts.ts';
import { zh } from './zh.ts';

export type ServeMessages = typeof en;
export type ServeErrorCode = keyof ServeMessages['errors'];

/** One text in both languages: clients choose. */
export interface BothTexts {
  zh: string;
  en: string;
}

export function serveMessagesFor(lang: Language): ServeMessages {
  return pick(lang, { en, zh });
}

function both(word: (messages: ServeMessages) => string): BothTexts {
  return { zh: word(zh), en: word(en) };
}

export function wordError(code: ServeErrorCode): BothTexts {
  return both(({ errors }) => errors[code]);
}

export function wordOutcome({ outcome }: { outcome: keyof ServeMessages['outcomes'] }): BothTexts {
  return both(({ outcomes }) => outcomes[outcome]);
}

export function wordEvidence(facts: EvidenceFacts & { id: keyof ServeMessages['evidence'] }): BothTexts {
  return both(({ evidence }) => evidence[facts.id](facts));
}

/** The reason of a verdict, or that the code conforms. */
export function wordVerdict({ issues: [issue], normalized }: Verdict, suggestion: string | null): BothTexts {
  if (issue === undefined) return both(({ conforming }) => conforming);
  return { zh: explain(issue, normalized, 'zh', suggestion), en: explain(issue, normalized, 'en', suggestion) };
}
