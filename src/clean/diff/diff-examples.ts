import type { DiffMessages } from '../../messages/diff/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import type { Style } from '../../write/style.ts';
import type { CodeChange, ProblemRecord } from './diff-report.ts';

const mostExamples = 5;
const shownStatuses = ['resolved', 'new', 'reappeared'] as const;

/** A few records of what has changed. */
export interface DiffExamples {
  problems: Map<ProblemRecord['status'], ProblemRecord[]>;
  codes: Map<CodeChange['status'], CodeChange[]>;
}

export function createExamples(): DiffExamples {
  return { problems: new Map(), codes: new Map() };
}

/** Keeps the first few of each status. */
export function keepExamples<Status extends string, Item extends { status: Status }>(
  kept: Map<Status, Item[]>,
  batch: Item[],
): void {
  for (const item of batch) {
    const list = kept.get(item.status) ?? [];
    if (list.length < mostExamples) list.push(item);
    kept.set(item.status, list);
  }
}

/** Blocks of lines, one for each status that has an example. */
export function listExamples(
  { problems, codes }: DiffExamples,
  messages: DiffMessages,
  style: Style,
  lang: 'zh' | 'en',
): string[][] {
  const blocks: string[][] = [];
  for (const status of shownStatuses) {
    const list = problems.get(status) ?? [];
    if (list.length === 0) continue;
    const lines = list.map(
      ({ kind, code, name, ...place }) =>
        `  ${messages.kinds[kind]}  ${escapeControls(`${code} ${name}`)}  ${showLocation(place, lang)}`,
    );
    blocks.push([style.strong(messages.examples[status]), ...lines]);
  }
  for (const status of ['changed', 'gone', 'added'] as const) {
    const list = codes.get(status) ?? [];
    if (list.length > 0)
      blocks.push([
        style.strong(messages.examples[status]),
        ...list.map((change) => showChange(change, messages, lang)),
      ]);
  }
  return blocks;
}

function showChange(change: CodeChange, messages: DiffMessages, lang: 'zh' | 'en'): string {
  if (change.status !== 'changed') {
    const { code, name, ...place } = change.status === 'added' ? change.new : change.old;
    return `  ${escapeControls(`${code} ${name}`)}  ${showLocation(place, lang)}`;
  }
  const { old, new: now } = change;
  const names = old.name === now.name ? now.name : `${old.name} → ${now.name}`;
  return `  ${escapeControls(`${old.code} → ${now.code}  ${names}`)}  ${messages.by[change.by]}`;
}

function showLocation(
  { file: path, ...place }: Pick<ProblemRecord, 'file' | 'sheet' | 'row' | 'line'>,
  lang: 'zh' | 'en',
): string {
  return escapeControls(describeLocation({ path, ...place }, lang));
}
