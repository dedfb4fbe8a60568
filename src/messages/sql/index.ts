import { pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** What `uscc sql` says. */
export function sqlMessagesFor(lang: 'zh' | 'en'): typeof en {
  return pick(lang, { en, zh });
}
