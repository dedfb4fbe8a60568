import { judge } from '../../code/cell/judge.ts';
import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import type { SideSet } from '../../engine/group/side-stage.ts';
import type { CodeRecord, DiffOptions, ProblemKind, ProblemRecord, ProblemStatus } from './diff-report.ts';
import type { DiffScan } from './diff-scan.ts';
import { isShown, problemKindOf, statusOf } from './diff-status.ts';
import { readRows } from './read-rows.ts';

/** Hands over the records of the problems of a set, in order of the files. */
export async function listProblems(
  scan: DiffScan,
  set: SideSet,
  allow: DiffScan['allow'],
  onProblems: NonNullable<DiffOptions['onProblems']>,
): Promise<void> {
  const words = new Uint32Array(set.keys.buffer);
  const wanted = function* () {
    for (const [range, { rows, groups }] of set.byRange) {
      const side = scan.sideOf(range);
      const problems: { row: number; kind: ProblemKind; status: ProblemStatus }[] = [];
      for (const [index, row] of rows.entries()) {
        const group = groups[index] ?? 0;
        const isClean = group < set.cleanCount;
        const kind = isClean ? 0 : (words[group * 2] ?? 0) & 7;
        const presence = set.presences[group] ?? 0;
        const problem = problemKindOf(isClean ? 'clean' : kind);
        const status = statusOf(problem, presence);
        if (status !== null && isShown({ side, kind, isClean, presence }))
          problems.push({ row, kind: problem, status });
      }
      problems.sort((a, b) => a.row - b.row);
      const allowed = problems.filter(({ status }) => allow(status, 1) === 1);
      if (allowed.length > 0) yield { range, rows: Uint32Array.from(allowed, ({ row }) => row), problems: allowed };
    }
  };
  await readRows(scan, wanted(), (records, { problems }, first) =>
    onProblems(
      records.flatMap((record, index) => {
        const problem = problems[first + index];
        return problem === undefined ? [] : [describe(record, problem)];
      }),
    ),
  );
}

function describe(record: CodeRecord, { kind, status }: { kind: ProblemKind; status: ProblemStatus }): ProblemRecord {
  if (kind === 'duplicate') return { ...record, status, kind, issue: 'duplicate' };
  const issue = judge(record.code).issue?.code ?? kind;
  return { ...record, code: maskIdentityNumbers(record.code), status, kind, issue };
}
