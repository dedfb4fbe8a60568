import { statSync } from 'node:fs';
import { formatNumber, statusOf } from '../../ledger/problem.ts';
import { readProblems, seriesConditions } from '../../ledger/store/problems.ts';
import type { FindStanding, LedgerStanding } from '../../serve/registry.ts';
import { openDatabase } from '../ledger/database.ts';

const checkMilliseconds = 2000;

/** Problems of a ledger's registry that are not closed, by code; read anew after it was written to. */
export async function watchLedger(path: string): Promise<{ find: FindStanding; close(): void }> {
  let standing = await readStanding(path);
  let readAt = timeOf(path);
  const timer = setInterval(() => {
    const time = timeOf(path);
    if (time === readAt) return;
    readAt = time;
    // While somebody writes, what was read before stands.
    readStanding(path).then(
      (now) => {
        standing = now;
      },
      () => {
        readAt = -1;
      },
    );
  }, checkMilliseconds).unref();
  return { find: (code) => standing.get(code) ?? [], close: () => clearInterval(timer) };
}

async function readStanding(path: string): Promise<Map<string, LedgerStanding[]>> {
  const database = await openDatabase(path, { isForeign: true });
  const byCode = new Map<string, LedgerStanding[]>();
  try {
    for (const problem of readProblems(database, seriesConditions.registry)) {
      const status = statusOf(problem);
      if (status === 'closed' || problem.code === '') continue;
      const list = byCode.get(problem.code) ?? [];
      list.push({ number: formatNumber(problem.id), kind: problem.kind, status });
      byCode.set(problem.code, list);
    }
  } finally {
    database.close();
  }
  return byCode;
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}
