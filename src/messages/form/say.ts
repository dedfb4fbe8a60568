import type { Issue } from '../../code/verdict.ts';
import type { FormTexts } from './index.ts';

/** A text with what stands in its braces. */
export function fill(text: string, facts: object): string {
  return text.replace(/\{(\w+)\}/g, (_, name) => String((facts as Record<string, unknown>)[name]));
}

const foreignLetter = /[\u0370-\u04FF]/;

/** What an issue says of a normalized value; none says that it is unfinished. */
export function sayIssue(texts: FormTexts, issue: Issue | null, value: string): string {
  const count = [...value].length;
  const rest = Math.abs(18 - count);
  let key: string = issue?.code ?? 'incomplete';
  if (issue?.diagnosis === 'spreadsheet-rounding') key = 'spreadsheet-notation';
  if (key === 'length') key = count < 18 ? 'short' : 'long';
  if (key === 'charset' && foreignLetter.test(issue?.actual ?? '')) key = 'foreign';
  const known = issue?.expected && `${key}-known`;
  const all: Readonly<Record<string, string>> = texts;
  return fill((known && all[known]) ?? all[key] ?? '', { ...issue, count, rest, last9: value.slice(-9) });
}
