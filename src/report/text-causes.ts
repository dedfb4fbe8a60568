import { causeMessagesFor } from '../messages/cause-messages.ts';
import { makePlain } from './plain.ts';
import type { Summary } from './text.ts';

/** Causes that many problems share: to be dealt with before single records. */
export function listCauses({ report, lang, style }: Summary): string[] {
  if (report.causes.length === 0) return [];
  const messages = causeMessagesFor(lang);
  return [
    style.strong(messages.title),
    ...report.causes.map(({ code, message }) => `  ${style.strong(messages.names[code])}  ${makePlain(message)}`),
  ];
}
