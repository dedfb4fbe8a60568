import { judge } from '../code/cell/judge.ts';
import { isMissing } from '../code/cell/missing.ts';
import { normalize, normalizeName } from '../code/cell/normalize.ts';
import { readSplitCell, splitAgain } from '../engine/plan/head.ts';
import type { LicenceColumns, LicenceRole } from '../engine/plan/licence-headers.ts';
import { writeNumber } from '../engine/reread/text-number.ts';
import { createDecode } from '../engine/scan/cell.ts';
import { explainFlag, explainFormatFlag, regionCount } from '../engine/scan/kernel/contract.ts';
import type { Kernel } from '../engine/scan/kernel/kernel.ts';
import type { ScanEvent } from '../engine/scan/scan-range.ts';
import { performScan, type ScanResult, type ScanTask, withoutLines } from '../engine/scan/scan-task.ts';
import type { OpenSource, TaskKind } from '../engine/task.ts';
import { type BodyFaults, type BodyPairs, collectBodies, createBodyPairs, listBodyFaults } from './body-pairs.ts';
import { describeProblem } from './describe-problem.ts';
import { createLicencePacker, type LicenceFindingBlock, type LicencePacker } from './finding.ts';
import { judgeRecord, type RecordCells } from './judge-record.ts';
import { createPairCollector, type PairBlock, type PairCollector, type PairListName } from './pairs.ts';
import { remember } from './remember.ts';
import type { LicenceRules } from './rules.ts';
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
  /** Only look for records whose bodies are at fault; null: judge every record. */
  bodyFaults: BodyFaults | null;
}

/** What one range brings. */
export interface RangeLicences extends ScanResult {
  tally: LicenceTally;
  found: LicenceFindingBlock;
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
  lists: Record<PairListName, PairCollector>;
  bodies: BodyPairs;
  wrong: number[];
  /** Address of a number of 64 bits. */
  numberAt: number;
}

async function performLicences(kernel: Kernel, task: LicenceTask, open: OpenSource): Promise<RangeLicences> {
  const { dialect, pairBits } = task;
  const made: Made = {
    task,
    kernel,
    tally: createLicenceTally(),
    packer: createLicencePacker(),
    lists: { codes: createPairCollector(), names: createPairCollector(), decisions: createPairCollector() },
    bodies: createBodyPairs(),
    wrong: [],
    numberAt: 0,
  };
  const decode = createDecode(dialect.encoding);
  const roles = Object.entries(task.columns) as [LicenceRole, number][];
  const scanned = await performScan(kernel, task, open, {
    flags: explainFlag | explainFormatFlag,
    place: (at) => placeNotes(kernel, at, made),
    judged(_, __, event) {
      splitAgain(kernel, event);
      const cells: RecordCells = {};
      for (const [role, column] of roles) cells[role] = readSplitCell(kernel, column, decode);
      if (task.bodyFaults === null) takeRecord(made, cells, event);
      else takeBodies(made, cells, event, task.bodyFaults);
    },
    isFull: () => made.packer.count() >= task.findingLimit,
  });
  const { codes, names, decisions } = made.lists;
  return {
    ...scanned,
    tally: made.tally,
    found: made.packer.take(),
    pairs: { codes: codes.take(pairBits), names: names.take(pairBits), decisions: decisions.take(pairBits) },
    bodies: made.bodies,
    wrong: packBits(made.wrong, scanned.records),
  };
}

/** Every region is worth a note: so the kernel hands over every record. */
function placeNotes(kernel: Kernel, at: number, made: Made): number {
  const end = (kernel.reserve(at + regionCount + 16) - 8) & ~7;
  kernel.bytes().fill(1, at, at + regionCount);
  kernel.placeNotedRegions(at);
  made.numberAt = end;
  return end + 8;
}

function takeRecord(made: Made, cells: RecordCells, event: ScanEvent): void {
  const { tally, task, packer, wrong } = made;
  const { category, problems, isWrong, code, filled } = judgeRecord(cells, task.rules, judgeText);
  countRecords(tally, cells, category, !isWrong);
  if (problems.length > 0) countProblems(tally, problems, task.rules);
  for (const role of filled) countFilled(tally, role, 1);
  for (const role of textRoles) {
    const cell = cells[role];
    if (cell !== undefined && cell !== '' && isFilled(cell)) countFilled(tally, role, 1);
  }
  if (isWrong) wrong.push(event.row);
  for (const problem of problems) {
    const isWanted = task.notes || task.rules.severities[problem.rule] === 'error';
    if (isWanted && packer.count() < task.findings) packer.add(describeProblem(problem, cells, category, event));
  }
  listPairs(made, cells, code, event.row);
  collectBodies(made.bodies, cells);
}

/** Columns beside those of codes whose filled cells are counted. */
const textRoles: readonly LicenceRole[] = ['name', 'category', 'decision', 'body', 'source'];
/** Words for nothing are short. */
const longestWord = 8;
const isFilled = (cell: string): boolean => cell.length > longestWord || !isMissing(cell.trim());
/** Codes of bodies recur. */
const judgeText = remember(judge);

function takeBodies(made: Made, cells: RecordCells, event: ScanEvent, faults: BodyFaults): void {
  const { category } = judgeRecord(cells, made.task.rules);
  for (const problem of listBodyFaults(cells, faults, made.task.rules)) {
    made.packer.add(describeProblem(problem, cells, category, event));
  }
}

/** Lists the record by code, by name, and by decision and code. */
function listPairs(made: Made, cells: RecordCells, code: string | null, row: number): void {
  const { lists } = made;
  const given = cells.code === undefined ? '' : normalize(cells.code);
  if (given === '' || isMissing(given)) return;
  const name = normalizeName(cells.name ?? '');
  const decision = normalizeName(cells.decision ?? '');
  const [codeLow, codeHigh] = numberOf(made, given);
  if (code !== null && name !== '') {
    const [nameLow, nameHigh] = numberOf(made, name);
    lists.codes.add(codeLow, codeHigh, nameLow, nameHigh, row);
    lists.names.add(nameLow, nameHigh, codeLow, codeHigh, row);
  }
  if (decision !== '') {
    const [low, high] = numberOf(made, decision);
    lists.decisions.add(low ^ codeHigh, high ^ codeLow, 0, 0, row);
  }
}

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
