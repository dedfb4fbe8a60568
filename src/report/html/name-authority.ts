import { authorityName } from '../../code/standard/authority-category.ts';
import { htmlMessagesFor } from '../../messages/html/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';

/** The name of position 1, in the language of the report where there is one. */
export function nameAuthority(code: string, lang: 'zh' | 'en'): string {
  const { undecided, unlisted } = reportMessagesFor(lang);
  if (code === '?') return undecided;
  return htmlMessagesFor(lang).authorities[code] ?? authorityName(code) ?? unlisted;
}
