import type { Parts, Repair, Verdict } from '../../code/verdict.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import { explain, messagesFor } from '../../messages/verdict/index.ts';
import { findChange } from '../../repair/find-change.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import { measureWidth, truncate } from '../../write/width.ts';

const MOST_COLUMNS = 60;
const MOST_SUGGESTIONS = 3;

/**
 * A verdict for a person:
 *
 *     99350100M000100Y44  错码
 *       校验码错误：第 18 位为 4，应为 3
 *         99350100M000100Y44
 *                          ^
 *       登记管理部门  9  市场监管
 */
export function renderVerdict(verdict: Verdict, suggestions: Repair[], lang: 'zh' | 'en', style: Style): string {
  const messages = cliMessagesFor(lang);
  const partition = messagesFor(lang).partitions[verdict.partition];
  const paint = verdict.partition === 'conforming' ? style.good : style.bad;
  const lines = [
    `${style.strong(truncate(escapeControls(verdict.input), MOST_COLUMNS))}  ${paint(partition)}`,
    ...showIssues(verdict, suggestions[0]?.value, lang, paint),
    // Of a resident ID number the parts say nothing.
    ...showParts(verdict.issues[0]?.code === 'identity-number' ? null : verdict.parts, lang, messages),
    ...verdict.notes.map((note) => style.faint(`  ${messages.note}  ${messagesFor(lang).notes[note]}`)),
    ...showSuggestions(suggestions, lang, messages, style),
  ];
  return `${lines.join('\n')}\n`;
}

/** Where a suggestion is another edit than the check characters that the issues name, one line says all. */
function showIssues(
  { issues, normalized }: Verdict,
  suggestion: string | undefined,
  lang: 'zh' | 'en',
  paint: (text: string) => string,
): string[] {
  const [first] = issues;
  const change = first === undefined ? null : findChange(first, normalized, suggestion);
  return (change === null ? issues : issues.slice(0, 1)).flatMap((issue) => {
    const reason = explain(issue, normalized, lang, suggestion);
    return showIssue(reason, change?.positions[0] ?? issue.at, normalized, paint);
  });
}

function showIssue(
  explanation: string,
  at: number | undefined,
  normalized: string,
  paint: (text: string) => string,
): string[] {
  const reason = `  ${escapeControls(explanation)}`;
  const characters = [...normalized];
  if (at === undefined || at > characters.length) return [reason];
  const before = characters.slice(0, at - 1).join('');
  const mark = ' '.repeat(measureWidth(escapeControls(before)));
  return [reason, `    ${escapeControls(normalized)}`, `    ${mark}${paint('^')}`];
}

function showParts(parts: Parts | null, lang: 'zh' | 'en', { unknownPart }: CliMessages): string[] {
  if (parts === null) return [];
  const labels = messagesFor(lang).parts;
  const rows = [
    [labels.authority, parts.authority.code, parts.authority.name ?? unknownPart],
    [labels.category, parts.category.code, parts.category.name ?? unknownPart],
    [labels.region, parts.region.code, parts.region.name ?? unknownPart],
    [labels.organizationCode, parts.organizationCode, ''],
    [labels.checkCharacter, parts.checkCharacter, ''],
  ];
  return alignColumns(rows, ['left', 'left', 'left']);
}

function showSuggestions(repairs: Repair[], lang: 'zh' | 'en', { suggestion }: CliMessages, style: Style): string[] {
  const rows = repairs
    .slice(0, MOST_SUGGESTIONS)
    .map((repair, index) => [
      index === 0 ? suggestion : '',
      style.strong(escapeControls(repair.value)),
      messagesFor(lang).repairs[repair.reason],
    ]);
  return alignColumns(rows, ['left', 'left', 'left']);
}
