import type { SideSet } from '../../engine/group/side-stage.ts';
import { findRange } from '../../engine/reread/pick.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import type { DiffOptions, ProblemKind, ProblemStatus } from './diff-report.ts';
import type { DiffScan } from './diff-scan.ts';
import { isShown, problemKindOf, statusOf } from './diff-status.ts';
import { problemTasks } from './problem-task.ts';
import { readRowsBy } from './read-rows.ts';

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
  await readRowsBy(
    scan,
    wanted(),
    ({ range, problems }, rows, first) => {
      const own = problems.slice(first, first + rows.length);
      const duplicates = Uint8Array.from(own, ({ kind }) => (kind === 'duplicate' ? 1 : 0));
      return scan.pool.run(problemTasks, { ...findRange(scan, range), rows, duplicates });
    },
    (records, { problems }, first, { issues }) =>
      onProblems(
        records.flatMap(({ code, name, file, sheet, row, line }, index) => {
          const problem = problems[first + index];
          if (problem === undefined) return [];
          const { kind, status } = problem;
          return [{ code, name, file, sheet, row, line, status, kind, issue: textAt(issues, index) || kind }];
        }),
      ),
  );
}
