import { type Queries, type Spelling, type TableSpec, writeQueries } from './queries.ts';
import type { Cell, Warehouse } from './warehouse.ts';

/** Queries whose answer is a few rows, and those whose answer is rows of the table. */
export type TotalsName = 'counts' | 'units' | 'formatted';
export type RowsName = 'duplicates' | 'residue' | 'all';

/** What an engine answers, asked now or read from the files that scripts wrote. */
export interface Answers {
  totals(name: TotalsName, spelling: Spelling): Promise<Cell[][]>;
  rows(name: RowsName, spelling: Spelling): AsyncIterable<Cell[][]>;
  /** Rows of clean codes that mean the same as one of these. */
  meeting(codes: readonly string[], spelling: Spelling): AsyncIterable<Cell[][]>;
}

/** The same answers; `watch` is told before each query how many were asked before it, and with each batch how many rows have come. */
export function watchAnswers(answers: Answers, watch: (queries: number, rows: number) => void): Answers {
  let queries = 0;
  let rows = 0;
  async function* count(batches: AsyncIterable<Cell[][]>): AsyncGenerator<Cell[][]> {
    watch(queries, rows);
    for await (const batch of batches) {
      rows += batch.length;
      watch(queries, rows);
      yield batch;
    }
    queries++;
  }
  return {
    async totals(name, spelling) {
      watch(queries, rows);
      const totals = await answers.totals(name, spelling);
      queries++;
      return totals;
    },
    rows: (name, spelling) => count(answers.rows(name, spelling)),
    meeting: (codes, spelling) => count(answers.meeting(codes, spelling)),
  };
}

/** Asks an engine by its session. */
export function askWarehouse(warehouse: Warehouse, tables: readonly TableSpec[]): Answers {
  const queries: Record<Spelling, Queries> = {
    'as-written': writeQueries(warehouse.dialect, tables, 'as-written'),
    tidied: writeQueries(warehouse.dialect, tables, 'tidied'),
  };
  return {
    totals: (name, spelling) => warehouse.totals(queries[spelling][name]),
    rows: (name, spelling) => warehouse.rows(queries[spelling][name]),
    meeting: (codes, spelling) => warehouse.rows(queries[spelling].meeting(codes)),
  };
}
