import { judge } from '../../code/cell/judge.ts';
import { codeLength } from '../../code/standard/alphabet.ts';
import { quote } from '../../engine/scan/cell.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import { regions } from '../../regions/index.ts';
import type { RepairContext, RepairPrior } from '../../repair/repair-context.ts';
import { suggestRepair } from '../../repair/suggest-repair.ts';
import { kindOfMark } from './duplicate-marks.ts';

/** Columns that are added, behind those of the header. */
export const ANNOTATIONS = ['partition', 'issue', 'normalized', 'suggestion', 'duplicate'] as const;

/** What is said of one record, column by column. */
export type RecordVerdict = Record<(typeof ANNOTATIONS)[number], string>;

/** Says of a code cell, and the mark of its record among duplicates, what stands in the added columns. */
export function createDescriber(prior: RepairPrior | null): (cell: string, mark: number) => RecordVerdict {
  const context: RepairContext = prior === null ? { regions } : { regions, prior };
  return (cell, mark) => {
    const { partition, issue, normalized } = judge(cell);
    const suggestion = partition === 'erroneous' ? suggestRepair(normalized, issue, context) : null;
    return {
      partition,
      issue: issue?.code ?? '',
      normalized,
      suggestion: suggestion ?? '',
      duplicate: kindOfMark(mark),
    };
  };
}

/** Bytes of quotes on either side of a clean code, 0 or 1; -1 where a cell is none. */
export function findCleanEdge(kernel: Kernel, bytes: Uint8Array, start: number, end: number): number {
  const edge = bytes[start] === quote && start < end ? 1 : 0;
  if (end - start !== codeLength + 2 * edge || (edge === 1 && bytes[end - 1] !== quote)) return -1;
  return kernel.isCleanCode(start + edge) === 0 ? -1 : edge;
}
