import { ledgerEn } from './en.ts';
import { ledgerZh } from './zh.ts';

export type LedgerMessages = typeof ledgerEn;

export function ledgerMessagesFor(lang: 'zh' | 'en'): LedgerMessages {
  return lang === 'zh' ? ledgerZh : ledgerEn;
}
