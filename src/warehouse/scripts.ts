import type { RowsName, TotalsName } from './answers.ts';
import type { DialectName } from './dialect.ts';
import { dialects } from './dialects.ts';
import { type Spelling, type TableSpec, writeQueries } from './queries.ts';

/** What scripts are written for; `uscc sql merge` reads it again. */
export interface ScriptPlan {
  schema: 'uscc-sql/1';
  dialect: DialectName;
  tables: TableSpec[];
}

/** A query to be run with the engine's own client: `NAME.sql` writes its answer, one JSON object a line, to `NAME.jsonl`. */
export interface Script {
  name: string;
  sql: string;
}

export type QueryName = TotalsName | RowsName | 'meeting';

const numbers: Record<QueryName, number> = {
  counts: 1,
  units: 2,
  formatted: 3,
  duplicates: 4,
  residue: 5,
  all: 6,
  meeting: 7,
};

/** What a script and its answer are called; `list` tells lists of codes apart. */
export function nameScript(query: QueryName, spelling: Spelling, list = ''): string {
  return [numbers[query], query, ...(spelling === 'tidied' ? [spelling] : []), ...(list === '' ? [] : [list])].join(
    '-',
  );
}

/** The scripts to begin with: counts by units only where units are read. */
export function writeFirstScripts(plan: ScriptPlan): Script[] {
  const hasUnits = plan.tables.some(({ unit }) => unit !== null);
  const names: QueryName[] = ['counts', ...(hasUnits ? (['units'] as const) : []), 'duplicates', 'residue'];
  const { summary } = writeQueries(dialects[plan.dialect], plan.tables, 'as-written');
  return [
    {
      name: 'one-row',
      sql: `${comment('One row: records, clean codes, and rows that need a closer look.')}${summary};\n`,
    },
    ...names.map((name) => writeScript(plan, name, 'as-written')),
  ];
}

/** The script of one query. `codes` are those that `meeting` looks for, `list` what tells them from others. */
export function writeScript(
  { dialect, tables }: ScriptPlan,
  query: QueryName,
  spelling: Spelling,
  codes: readonly string[] = [],
  list = '',
): Script {
  const queries = writeQueries(dialects[dialect], tables, spelling);
  const text = query === 'meeting' ? queries.meeting(codes) : queries[query];
  const name = nameScript(query, spelling, list);
  return { name, sql: comment(about[query]) + savers[dialect](text, name, answerFields[query]) };
}

const about: Record<QueryName, string> = {
  counts: 'Clean codes by their positions 1-8; all others as one group.',
  units: 'Clean codes by unit.',
  formatted: 'Clean codes by unit, and by whether they are written with small letters, blanks or hyphens.',
  duplicates: 'Every row of a clean code that more than one row has.',
  residue: 'Every row whose code needs a closer look.',
  all: 'Every row: most codes need a closer look.',
  meeting: 'Rows of clean codes that rows needing a closer look mean, too.',
};

const rowFields = ['t', 'k', 'r', 'n', 'u'];
/** The columns of each answer, in the order in which it is read. */
export const answerFields: Record<QueryName, readonly string[]> = {
  counts: ['t', 'h', 'n'],
  units: ['t', 'u', 'n'],
  formatted: ['t', 'u', 'l', 'b', 'd', 'n'],
  duplicates: rowFields,
  residue: rowFields,
  all: rowFields,
  meeting: rowFields,
};

type Saver = (query: string, name: string, columns: readonly string[]) => string;

/** What makes a client write an answer to a file of its own. Where it cannot, its output is the answer: see `runners`. */
const savers: Record<DialectName, Saver> = {
  duckdb: (query, name) => `COPY (\n${query}\n) TO '${name}.jsonl' (FORMAT json);\n`,
  postgres: (query, name) =>
    `\\set ON_ERROR_STOP on\n\\pset format unaligned\n\\t on\n\\o ${name}.jsonl\nSELECT row_to_json(j) FROM (\n${query}\n) j;\n\\o\n`,
  clickhouse: (query, name) =>
    `SET short_circuit_function_evaluation = 'disable', output_format_json_quote_64bit_integers = 0;\n${query}\nINTO OUTFILE '${name}.jsonl' TRUNCATE FORMAT JSONEachRow;\n`,
  spark: (query, name) =>
    `INSERT OVERWRITE DIRECTORY '${name}.jsonl' USING json OPTIONS ('ignoreNullFields' 'false')\n${query};\n`,
  hive: (query, name) =>
    `INSERT OVERWRITE LOCAL DIRECTORY '${name}.jsonl' ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'\n${query};\n`,
  maxcompute: (query, _name, columns) =>
    `SELECT TO_JSON(NAMED_STRUCT(${columns.map((column) => `'${column}', ${column}`).join(', ')})) FROM (\n${query}\n) j;\n`,
  mysql: (query, _name, columns) =>
    `SELECT JSON_OBJECT(${columns.map((column) => `'${column}', CONVERT(${column} USING utf8mb4)`).join(', ')}) FROM (\n${query}\n) j;\n`,
  oracle: (query, name, columns) =>
    `WHENEVER SQLERROR EXIT FAILURE\nSET DEFINE OFF HEADING OFF FEEDBACK OFF PAGESIZE 0 LINESIZE 32767 LONG 32767 TRIMSPOOL ON\nSPOOL ${name}.jsonl\nSELECT JSON_OBJECT(${columns.map((column) => `'${column}' VALUE ${column}`).join(', ')} NULL ON NULL) FROM (\n${query}\n) j;\nSPOOL OFF\nEXIT\n`,
};

/** How a script is run where its result files shall lie. */
export const runners: Record<DialectName, (name: string) => string> = {
  duckdb: (name) => `duckdb FILE < ${name}.sql`,
  postgres: (name) => `psql -d DATABASE -f ${name}.sql`,
  clickhouse: (name) => `clickhouse-client --readonly 2 --queries-file ${name}.sql`,
  spark: (name) => `spark-sql -f ${name}.sql`,
  hive: (name) => `beeline -u URL -f ${name}.sql`,
  maxcompute: (name) => `odpscmd -f ${name}.sql > ${name}.jsonl`,
  mysql: (name) => `mysql --batch --raw --quick --skip-column-names DATABASE < ${name}.sql > ${name}.jsonl`,
  oracle: (name) => `sqlplus -S USER@DATABASE @${name}.sql`,
};

function comment(text: string): string {
  return `-- ${text}\n`;
}
