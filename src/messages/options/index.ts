import { optionsEn } from './en.ts';
import { optionsZh } from './zh.ts';

export type OptionsMessages = typeof optionsEn;

export function optionsMessagesFor(lang: 'zh' | 'en'): OptionsMessages {
  return lang === 'zh' ? optionsZh : optionsEn;
}
