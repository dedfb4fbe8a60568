import { ledgerHelpEn } from './en.ts';
import { ledgerHelpZh } from './zh.ts';

export type LedgerHelp = typeof ledgerHelpEn;

export function ledgerHelpFor(lang: 'zh' | 'en'): LedgerHelp {
  return lang === 'zh' ? ledgerHelpZh : ledgerHelpEn;
}
