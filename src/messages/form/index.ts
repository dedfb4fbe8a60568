import type { IssueCode } from '../../code/verdict.ts';
import { en } from './en.ts';
import type { SpokenLanguage } from './language.ts';
import { readTexts } from './read-texts.ts';
import { toTraditional } from './traditional.ts';
import { zh } from './zh.ts';

export type FormTexts = Readonly<Record<keyof typeof en, string>>;

/** Pilot-era codes conform, so there is nothing to say. */
export type RefusedCode = Exclude<IssueCode, 'pilot-era'>;

const texts = { en, zh: readTexts(zh, en), 'zh-Hant': readTexts(toTraditional(zh), en) };

/** What a form says, in a language. */
export function formTextsFor(language: SpokenLanguage): FormTexts {
  return texts[language];
}
