import { refuse } from '../../messages/refusal/index.ts';
import type { FilePlan } from '../plan/plan.ts';
import { findFault } from './fault.ts';
import type { FileScan } from './file-scan.ts';
import { unitLimit } from './kernel/contract.ts';

const unclearShare = 0.01;

/** What the kernel stopped at, as people read it; other errors as they are. */
export function describeFault(error: unknown, { path, unitColumn }: FilePlan): unknown {
  const fault = findFault(error);
  if (fault === null) return error;
  if (fault.kind !== 'too-many-units') return refuse('input', { ...fault, file: path }, { cause: error });
  const remedies = [{ kind: 'other-unit-column' }] as const;
  return refuse(
    'input',
    { ...fault, file: path, column: unitColumn ?? '', limit: unitLimit, remedies },
    { cause: error },
  );
}

/** Refuses a file without records, and one whose encoding was guessed wrong. */
export function refuseFile(plan: FilePlan, file: FileScan): void {
  const isEngines = plan.input.table?.engine !== undefined;
  if (file.records === 0 && !isEngines) throw refuse('input', { kind: 'no-rows', file: plan.path });
  const { count, lines } = file.undecodable;
  if (plan.isGuessed && count > file.records * unclearShare) {
    throw refuse('input', {
      kind: 'unclear-encoding',
      file: plan.path,
      line: lines[0] ?? 0,
      count,
      remedies: [{ kind: 'encoding' }],
    });
  }
}
