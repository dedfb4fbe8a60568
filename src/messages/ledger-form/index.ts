import { ledgerFormEn } from './en.ts';
import { ledgerFormZh } from './zh.ts';

export type LedgerFormMessages = typeof ledgerFormEn;

export function ledgerFormMessagesFor(lang: 'zh' | 'en'): LedgerFormMessages {
  return lang === 'zh' ? ledgerFormZh : ledgerFormEn;
}
