import { type TextColumn, unpackTexts } from '../../engine/reread/text-column.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { OpenSource, TaskKind } from '../../engine/task.ts';
import type { Language } from '../../messages/voice.ts';
import { createByteList } from '../byte-list.ts';
import { collectEntities, type EntityTable } from '../lookup/entity-text.ts';
import type { AskedSelector } from './ask-task.ts';
import { resolveCase } from './match-cases.ts';
import { formatMatches } from './match-csv.ts';
import type { MatchPart } from './match-part.ts';
import type { MatchEvidence, MatchRow } from './match-report.ts';
import { readPart } from './read-part.ts';

/** A part, what the registry has for it, and in which forms its rows are wanted. */
export interface RowTask extends MatchPart {
  found: Record<AskedSelector, TextColumn[]>;
  /** The registry's tables. */
  tables: EntityTable[];
  wants: RowWants;
}

/** How rows are handed over; where neither is, they are only counted. */
export interface RowWants {
  rows: boolean;
  /** The language of lines of CSV; null: none are wanted. */
  lines: Language | null;
}

export interface RowResult {
  /** Those met, in the order of their first, and how often. */
  evidence: [MatchEvidence, number][];
  /** Records whose organization the registry knows, and nothing else of them. */
  coveredCount: number;
  /** Lines of CSV. */
  lines: Uint8Array | null;
  /** A list of `MatchRow` as JSON: many small objects are slow to hand over. */
  rows: string | null;
}

/** So few that they are gone before the collector of garbage would have to move them. */
const rowsAtOnce = 512;
const roomBytes = 1 << 16;

/** Codes of a part, and what the registry has of each. */
export const rowTasks: TaskKind<RowTask, RowResult> = { name: 'match-rows', perform: formRows };

async function formRows(kernel: Kernel, task: RowTask, open: OpenSource): Promise<RowResult> {
  const { found, tables, wants, covered } = task;
  const collect = (selector: AskedSelector) => collectEntities(found[selector].flatMap(unpackTexts), tables);
  const facts = { byCode: collect('code'), byOrganization: collect('organization'), byName: collect('name') };
  const { cases, written } = await readPart(kernel, task, open, wants.rows ? null : wants.lines);
  const lines = createByteList(Math.floor(written.length * 1.1) + (wants.lines === null ? 0 : roomBytes));
  const evidence = new Map<MatchEvidence, number>();
  const rows: MatchRow[] = [];
  let waiting: MatchRow[] = [];
  let coveredCount = 0;
  const form = (): void => {
    if (wants.lines !== null) lines.addText(formatMatches(waiting, wants.lines));
    if (wants.rows) rows.push(...waiting);
    waiting = [];
  };
  let taken = 0;
  const takeWritten = (to: number): void => {
    if (to === taken) return;
    form();
    lines.add(written, taken, to);
    taken = to;
  };
  for (const one of cases) {
    takeWritten(one.writtenTo);
    const { row, isCovered } = resolveCase(one, facts);
    if (row.evidence !== null) evidence.set(row.evidence, (evidence.get(row.evidence) ?? 0) + 1);
    if (isCovered && covered[one.at] === 0) {
      covered[one.at] = 1;
      coveredCount++;
    }
    if (waiting.push(row) >= rowsAtOnce) form();
  }
  takeWritten(written.length);
  form();
  return {
    evidence: [...evidence],
    coveredCount,
    lines: wants.lines === null ? null : lines.take(),
    rows: wants.rows ? JSON.stringify(rows) : null,
  };
}
