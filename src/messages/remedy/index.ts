import { joinSentences, pick, type Voice } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every remedy there is. */
export type RemedyKind = keyof typeof en.command;

/** Something that can be done about a problem or a warning; each face has its own words for it. */
export interface Remedy {
  readonly kind: RemedyKind;
}

/** A remedy as a sentence; empty where the face has nothing to do it with. */
export function describeRemedy({ kind }: Remedy, { lang, face }: Voice): string {
  return pick(lang, { en, zh })[face][kind] ?? '';
}

/** A sentence, and after it what can be done. */
export function withRemedy(sentence: string, kind: RemedyKind, voice: Voice): string {
  return joinSentences([sentence, describeRemedy({ kind }, voice)], voice.lang);
}
