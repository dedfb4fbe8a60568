import { judge } from '../code/cell/judge.ts';
import { maskCell } from '../code/cell/mask.ts';
import { isMissing } from '../code/cell/missing.ts';
import { normalize, normalizeName } from '../code/cell/normalize.ts';
import type { LicenceColumns, LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import { readSplitCell, splitAgain } from '../engine/plan/text/head.ts';
import { writeNumber } from '../engine/reread/text-number.ts';
import { createDecode, type Decode } from '../engine/scan/cell.ts';
import { columnsFlag, explainFlag } from '../engine/scan/kernel/contract.ts';
import type { Kernel } from '../engine/scan/kernel/kernel.ts';
import type { ScanEvent } from '../engine/scan/scan-range.ts';
import { performScan, type ScanResult, type ScanTask, withoutLines } from '../engine/scan/scan-task.ts';
import type { OpenSource, TaskKind } from '../engine/task.ts';
import { askedColumns } from './against.ts';
import { type BodyFaults, type BodyPairs, collectBodies, createBodyPairs, listBodyFaults } from './body-pairs.ts';
import { type ColumnTable, listRow, placeColumnTable } from './column-table.ts';
import { describeProblem } from './describe-problem.ts';
import { createLicencePacker, type LicenceFindingBlock, type LicencePacker } from './finding.ts';
import { findCategory, judgeRecord, type RecordCells } from './judge-record.ts';
import { createPairCollector, type PairBlock, type PairCollector, type PairListName } from './pairs.ts';
import { remember } from './remember.ts';
import type { Category, LicenceRules } from './rules.ts';
import { countFilled, countProblems, countRecords, createLicenceTally, type LicenceTally } from './tally.ts';

/** One range of a table of licences or penalties. */
export interface LicenceTask extends ScanTask {
  columns: LicenceColumns['columns'];
  rules: LicenceRules;
  /** Partitions of the lists, as a power of 2. */
  pairBits: number;
  /** Describe this many findings, then only count. */
  findings: number;
  /** End the scan early when there are so many. */
  findingLimit: number;
  /** Whether notes are findings too. */
  notes: boolean;
  /** Whether codes are to be asked of a registry: then every record is looked at. */
  isAsked: boolean;
  /** Only look for records whose bodies are at fault; null: judge every record. */
  bodyFaults: BodyFaults | null;
}

/** What one range brings. */
export interface RangeLicences extends ScanResult {
  tally: LicenceTally;
  found: LicenceFindingBlock;
  /** Codes that conform, to be asked of a registry: see `findUnregistered`. */
  asked: LicenceFindingBlock;
  pairs: Record<PairListName, PairBlock>;
  bodies: BodyPairs;
  /** A bit for each record that is not compliant. */
  wrong: Uint8Array<ArrayBuffer>;
}

/** Ranges judged record by record. */
export const licenceTasks: TaskKind<LicenceTask, RangeLicences> = {
  name: 'licences',
  perform: (kernel, task, open) => withoutLines(task, (one) => performLicences(kernel, one, open)),
};

/** What is made of the records of a range. */
interface Made {
  task: LicenceTask;
  kernel: Kernel;
  tally: LicenceTally;
  packer: LicencePacker;
  asked: LicencePacker;
  lists: Record<PairListName, PairCollector>;
  bodies: BodyPairs;
  wrong: number[];
  /** Address of a number of 64 bits. */
  numberAt: number;
  /** Null until the range is begun. */
  table: ColumnTable | null;
  /** What is listed of records beyond the table's rows. */
  extras: (() => void)[];
}

async function performLicences(kernel: Kernel, task: LicenceTask, open: OpenSource): Promise<RangeLicences> {
  const { dialect, pairBits } = task;
  const made: Made = {
    task,
    kernel,
    tally: createLicenceTally(),
    packer: createLicencePacker(),
    asked: createLicencePacker(),
    lists: { codes: createPairCollector(), names: createPairCollector(), decisions: createPairCollector() },
    bodies: createBodyPairs(),
    wrong: [],
    numberAt: 0,
    table: null,
    extras: [],
  };
  const decode = createDecode(dialect.encoding);
  const roles = Object.entries(task.columns) as [LicenceRole, number][];
  const scanned = await performScan(kernel, task, open, {
    flags: explainFlag | columnsFlag,
    place: (at) => placeTable(made, at),
    judged(_, __, event) {
      splitAgain(kernel, event);
      const cells: RecordCells = {};
      for (const [role, column] of roles) cells[role] = readSplitCell(kernel, column, decode);
      if (task.bodyFaults === null) takeRecord(made, cells, event);
      else takeBodies(made, cells, event, task.bodyFaults);
    },
    isFull: () => made.packer.count() >= task.findingLimit,
  });
  if (task.bodyFaults === null) takeOrderly(made, scanned.records, decode);
  const { codes, names, decisions } = made.lists;
  return {
    ...scanned,
    tally: made.tally,
    found: made.packer.take(),
    asked: made.asked.take(),
    pairs: { codes: codes.take(pairBits), names: names.take(pairBits), decisions: decisions.take(pairBits) },
    bodies: made.bodies,
    wrong: packBits(made.wrong, scanned.records),
  };
}

/** Makes the kernel pass over records in order; returns the first free address. */
function placeTable(made: Made, at: number): number {
  const { kernel, task } = made;
  const { range, columns, rules } = task;
  const rangeBytes = range.end - (range.begins ?? range.start);
  made.table = placeColumnTable(kernel, { columns, rules, rangeBytes, at });
  made.numberAt = (made.table.endAt + 7) & ~7;
  return kernel.reserve(made.numberAt + 8);
}

/** Counts what the kernel has passed over, and lists the numbers of all records. */
function takeOrderly(made: Made, records: number, decode: Decode): void {
  const { table, tally, bodies, lists, task } = made;
  if (table === null) return;
  for (const { cells, hasCode, records: count } of table.listOrderly(decode)) {
    countRecords(tally, cells, findCategory(cells.category, task.rules), true, count);
    if (hasCode) countFilled(tally, 'code', count);
    for (const [role, cell] of Object.entries(cells) as [LicenceRole, string][]) {
      if (cell.trim() !== '') countFilled(tally, role, count);
    }
    for (const role of ['name', 'decision'] as const) {
      if (task.columns[role] !== undefined) countFilled(tally, role, count);
    }
    collectBodies(bodies, cells, count);
  }
  for (const [role, count] of table.listFollowing()) countFilled(tally, role, count);
  table.listNumbers(lists, records);
  for (const list of made.extras) list();
}

function takeRecord(made: Made, cells: RecordCells, event: ScanEvent): void {
  const { tally, task, packer, wrong } = made;
  const { category, problems, isWrong, code, filled } = judgeRecord(cells, task.rules, judgeText);
  countRecords(tally, cells, category, !isWrong);
  if (problems.length > 0) countProblems(tally, problems, task.rules);
  for (const role of filled) countFilled(tally, role, 1);
  for (const role of textRoles) if ((cells[role] ?? '').trim() !== '') countFilled(tally, role, 1);
  if (isWrong) wrong.push(event.row);
  for (const problem of problems) {
    const isWanted = task.notes || task.rules.severities[problem.rule] === 'error';
    if (isWanted && packer.count() < task.findings) packer.add(describeProblem(problem, cells, category, event));
  }
  if (task.isAsked) askOf(made, cells, category, event);
  else made.table?.allow(event.unit, cells);
  listPairs(made, cells, code, event.row);
  collectBodies(made.bodies, cells);
}

/** Columns beside those of codes whose filled cells are counted. */
const textRoles: readonly LicenceRole[] = ['name', 'category', 'decision', 'body', 'source'];
/** Codes of bodies recur. */
const judgeText = remember(judge);

/** Notes the codes of a record that a registry is asked for. */
function askOf({ asked }: Made, cells: RecordCells, category: Category, { row, line }: ScanEvent): void {
  for (const [role, nameRole] of askedColumns) {
    const { partition, normalized } = judgeText(cells[role] ?? '');
    if (partition !== 'conforming') continue;
    const problem = { rule: 'not-registered', role, value: normalized, issue: null, suggestion: null } as const;
    const suggestion = maskCell((cells[nameRole] ?? '').trim());
    asked.add({ ...describeProblem(problem, cells, category, { row, line }), suggestion });
  }
}

function takeBodies(made: Made, cells: RecordCells, event: ScanEvent, faults: BodyFaults): void {
  const { category } = judgeRecord(cells, made.task.rules);
  for (const problem of listBodyFaults(cells, faults, made.task.rules)) {
    made.packer.add(describeProblem(problem, cells, category, event));
  }
}

/** Lists the record by code, by name, and by decision and code. */
function listPairs(made: Made, cells: RecordCells, code: string | null, row: number): void {
  const given = cells.code === undefined ? '' : normalize(cells.code);
  if (given === '' || isMissing(given)) return;
  const name = code === null ? '' : normalizeName(cells.name ?? '');
  const numbers = [given, name, normalizeName(cells.decision ?? '')].flatMap((text) => numberOf(made, text));
  const words = [...numbers, 1, 0];
  if (made.table?.write(row, words) === false) made.extras.push(() => listRow(words, 0, row, made.lists));
}

/** The number of a text; 0 of an empty one. */
function numberOf({ kernel, numberAt }: Made, text: string): [low: number, high: number] {
  writeNumber(kernel, text, numberAt);
  const words = new Uint32Array(kernel.memory.buffer, numberAt, 2);
  return [words[0] ?? 0, words[1] ?? 0];
}

function packBits(rows: number[], records: number): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array((records + 7) >> 3);
  for (const row of rows) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
  return bits;
}
