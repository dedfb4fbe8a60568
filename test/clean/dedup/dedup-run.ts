import { dateOrder } from '../../../src/clean/dedup/date-order.ts';
import { dedup } from '../../../src/clean/dedup/dedup.ts';
import type { DedupOptions, DedupReport } from '../../../src/clean/dedup/dedup-report.ts';
import { judge } from '../../../src/code/cell/judge.ts';
import { normalizeName } from '../../../src/code/cell/normalize.ts';
import { createDecode } from '../../../src/engine/scan/cell.ts';
import { scanByReference } from '../../../src/engine/scan/reference.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';

export interface Outcome {
  kept: Buffer;
  removed: Buffer;
  conflicts: Buffer;
  report: DedupReport;
}

/** Deduplicates bytes and gives what came out. */
export async function dedupBytes(
  files: Uint8Array[],
  options: DedupOptions = {},
  rangeBytes?: number,
): Promise<Outcome> {
  const pieces: Record<'kept' | 'removed' | 'conflicts', Buffer[]> = { kept: [], removed: [], conflicts: [] };
  const report = await dedup(
    files.map((bytes, index) => ({ ...inputOf(bytes), path: `${index}.csv` })),
    {
      ...options,
      onKept: (bytes) => void pieces.kept.push(Buffer.from(bytes)),
      onRemoved: (bytes) => void pieces.removed.push(Buffer.from(bytes)),
      onConflicts: (bytes) => void pieces.conflicts.push(Buffer.from(bytes)),
    },
    createPlatform(rangeBytes),
  );
  return {
    kept: Buffer.concat(pieces.kept),
    removed: Buffer.concat(pieces.removed),
    conflicts: Buffer.concat(pieces.conflicts),
    report: { ...report, elapsedSeconds: 0 },
  };
}

/** A record as csv-parse reads it. */
export interface Row {
  /** From 1. */
  row: number;
  line: number;
  cells: string[];
}

/** Records of a text after its header, blank rows left out. */
export function readRows(text: string, delimiter: string): Row[] {
  const { records } = scanByReference(new TextEncoder().encode(text), delimiter, createDecode('utf-8'));
  const filled = records.slice(1).filter(({ cells }) => cells.some((cell) => cell !== ''));
  return filled.map(({ cells, line }, index) => ({ row: index + 1, line, cells }));
}

/** What a plain reading of the rules makes of rows: which go, which stay for them, and which conflict with which. */
export function resolveNaively(
  rows: Row[],
  columns: { code: number; name: number; date: number },
  { by = 'code', keep = { rule: 'first' }, conflicts = 'keep' }: DedupOptions,
): { removed: Map<number, number>; conflicting: Map<number, Row[]> } {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row.cells[columns.code] ?? '', by);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const removed = new Map<number, number>();
  const conflicting = new Map<number, Row[]>();
  const nameOf = ({ cells }: Row): string => normalizeName(cells[columns.name] ?? '');
  const settle = (group: Row[], candidates = group): void => {
    const winner = candidates.reduce((best, row) => (beats(row, best, columns.date, keep.rule) ? row : best));
    for (const { row } of group) if (row !== winner.row) removed.set(row, winner.row);
  };
  /** Of a conflicting organization code: what repeats one code goes, names stay. Returns what is left. */
  const settleCodes = (group: Row[]): Row[] => {
    for (const code of new Set(group.map(({ cells }) => judge(cells[columns.code] ?? '').normalized))) {
      const same = group.filter(({ cells }) => judge(cells[columns.code] ?? '').normalized === code);
      const withName = same.filter((row) => nameOf(row) !== '');
      if (new Set(withName.map(nameOf)).size < 2) settle(same, withName.length > 0 ? withName : same);
    }
    return group.filter(({ row }) => !removed.has(row));
  };
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const names = new Set(group.map(nameOf).filter((name) => name !== ''));
    if (names.size < 2 || conflicts === 'drop') settle(group);
    else if (by === 'organization') for (const { row } of settleCodes(group)) conflicting.set(row, group);
    else if (by !== 'code+name') for (const { row } of group) conflicting.set(row, group);
    else
      for (const name of [...names, ''])
        settleIfSeveral(
          group.filter((row) => nameOf(row) === name),
          settle,
        );
  }
  return { removed, conflicting };
}

function settleIfSeveral(group: Row[], settle: (group: Row[]) => void): void {
  if (group.length > 1) settle(group);
}

function keyOf(cell: string, by: DedupOptions['by']): string | null {
  const { partition, issue, isComparable, normalized } = judge(cell);
  if (by === 'organization') {
    if (partition === 'conforming') return `organization ${normalized.slice(8, 17)}`;
    if (issue?.code === 'organization-code' || issue?.code === 'taxpayer-number')
      return `organization ${normalized.slice(-9)}`;
  }
  return isComparable && partition !== 'missing' ? normalized : null;
}

/** Whether a later row takes the place of the best so far. */
function beats(row: Row, best: Row, column: number, rule: string): boolean {
  if (rule === 'first') return false;
  if (rule === 'last') return true;
  const filled = ({ cells }: Row): number => cells.filter((cell) => cell.trim() !== '').length;
  if (rule === 'most-complete') return filled(row) > filled(best);
  const [own, held] = [row, best].map(({ cells }) => dateOrder(cells[column] ?? ''));
  if (own === null || own === undefined) return false;
  if (held === null || held === undefined) return true;
  return rule === 'newest' ? own > held : own < held;
}

/** A text without some of its records, cut out by the lines that they start on. */
export function cutLines(text: string, delimiter: string, removed: Row[]): string {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  const rows = removed.map(({ line, cells }) => ({ start: starts[line - 1] ?? 0, cells }));
  let result = '';
  let from = 0;
  for (const { start, cells } of rows) {
    result += text.slice(from, start);
    from = findEnd(text, start, cells, delimiter);
  }
  return result + text.slice(from);
}

/** Where the record ends, its line break included: the first line end at which it reads as those cells. */
function findEnd(text: string, start: number, cells: string[], delimiter: string): number {
  for (const { index, 0: end } of [...text.slice(start).matchAll(/\r\n|\r|\n|$/g)]) {
    const record = text.slice(start, start + index);
    const { records } = scanByReference(new TextEncoder().encode(record), delimiter, createDecode('utf-8'));
    if (records.length === 1 && JSON.stringify(records[0]?.cells) === JSON.stringify(cells)) {
      return start + index + end.length;
    }
  }
  throw new Error('no such record');
}
