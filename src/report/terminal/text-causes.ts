import { causeMessagesFor } from '../../messages/cause/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { wrapText } from '../../write/wrap.ts';
import type { Summary } from './summary.ts';

const MOST_COLUMNS = 92;

/** Causes that many problems share: to be dealt with before single records. */
export function listCauses({ report, lang, style }: Summary): string[] {
  if (report.causes.length === 0) return [];
  const messages = causeMessagesFor(lang);
  return [
    style.strong(messages.title),
    ...report.causes.flatMap(({ code, message }) => [
      `  ${style.strong(messages.names[code])}`,
      ...wrapText(escapeControls(message), MOST_COLUMNS).map((line) => `    ${line}`),
    ]),
  ];
}
