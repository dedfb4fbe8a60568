import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import type { ExportedProblem } from '../export-problems.ts';
import { describeKind } from '../form/form-row.ts';
import { showUnit } from './words.ts';

/** One problem and its history. */
export function renderProblem(problem: ExportedProblem, lang: 'zh' | 'en', style: Style): string {
  const messages = ledgerMessagesFor(lang);
  const { status: words } = messages;
  const { number, kind, role, text, name, code, unit, due, status, closedAs, answer, suggestion, origin } = problem;
  const state =
    closedAs === null ? messages.statuses[status] : `${messages.statuses[status]}: ${messages.closedAs[closedAs]}`;
  const facts: string[][] = [
    [words.name, name],
    [words.code, suggestion === null ? code : `${code} → ${suggestion}`],
    [words.unit, showUnit(unit, lang)],
    ...(due === null ? [] : [[words.due, due]]),
    ...(answer === null
      ? []
      : [[messages.statuses.answered, [answer.flag, answer.code, answer.note].filter(Boolean).join(' ')]]),
    ...(problem.exempt === null ? [] : [[words.exempt, problem.exempt]]),
    ...(origin === null || origin.ledger === '' ? [] : [[words.number, `${origin.number} (${origin.ledger})`]]),
  ];
  const events = problem.events.map(({ at, period, what, from, to }) => [
    at.slice(0, 10),
    period,
    messages.events[what],
    [from, to].filter((part) => part !== undefined).join(' → '),
  ]);
  return `${[
    style.strong(`${number}  ${escapeControls(describeKind({ kind, role, text, nameKey: name }, lang))}  ${state}`),
    ...alignColumns(
      facts.map((row) => row.map(escapeControls)),
      ['left', 'left'],
    ),
    ...alignColumns(
      events.map((row) => row.map(escapeControls)),
      ['left', 'left', 'left', 'left'],
    ),
  ].join('\n')}\n`;
}
