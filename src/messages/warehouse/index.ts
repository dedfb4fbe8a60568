import { en } from './en.ts';
import { zh } from './zh.ts';

/** What is said of tables that stay in an engine. */
export function warehouseMessagesFor(lang: 'zh' | 'en'): typeof en {
  return lang === 'zh' ? zh : en;
}
