import { isNaturalPerson } from '../engine/plan/headers/licence-headers.ts';
import { readSplitCell, splitAgain } from '../engine/plan/text/head.ts';
import { createDecode } from '../engine/scan/cell.ts';
import {
  decideFlag,
  explainFlag,
  explainFormatFlag,
  listMissingFlag,
  regionCount,
} from '../engine/scan/kernel/contract.ts';
import type { Kernel } from '../engine/scan/kernel/kernel.ts';
import { regionOf } from '../engine/scan/kernel/tables.ts';
import type { ScanEvent } from '../engine/scan/scan-range.ts';
import {
  performScan,
  type RecordObserver,
  type ScanResult,
  type ScanTask,
  withoutLines,
} from '../engine/scan/scan-task.ts';
import type { OpenSource, TaskKind } from '../engine/task.ts';
import { regions } from '../regions/index.ts';
import type { RepairContext, RepairPrior } from '../repair/repair-context.ts';
import { listUnitTraits, traitCount } from './causes/unit-traits.ts';
import { addWritingCounts, findWritingFaults } from './causes/writing-faults.ts';
import { describeFinding, isFinding } from './findings/describe-finding.ts';
import { createFindingPacker, type FindingBlock } from './findings/finding-block.ts';
import { type Marks, marksOf, readDecision } from './marks.ts';
import { add, addMarks, countDeviations, createTally, type Tally } from './tally.ts';

/** One range to scan, count and describe. */
export interface CheckTask extends ScanTask {
  /** Describe this many findings, then only count. */
  findings: number;
  /** End the scan early when there are so many. */
  findingLimit: number;
  /** Whether `region-*` and `format` notes are findings too. */
  notes: boolean;
  /** How common regions and authorities are in the files, where that is known. */
  prior: RepairPrior | null;
}

/** A scanned range, and what its records come to. */
export interface RangeCheck extends ScanResult {
  tally: Tally;
  findings: FindingBlock;
  /** What its problem records show: unit × `traitCount` + trait. */
  unitTraits: Uint32Array<ArrayBuffer>;
  /** The unit of each natural person without a code; they stand among its records as missing. */
  notApplicable: Uint32Array<ArrayBuffer>;
}

/** Ranges scanned, counted and described. */
export const checkTasks: TaskKind<CheckTask, RangeCheck> = {
  name: 'check',
  perform: (kernel, task, open) => withoutLines(task, (one) => checkRange(kernel, one, open)),
};

async function checkRange(kernel: Kernel, task: CheckTask, open: OpenSource): Promise<RangeCheck> {
  const tally = createTally();
  const findings = createFindingPacker();
  const unitTraits: number[] = [];
  const notApplicable: number[] = [];
  const observer = createObserver(kernel, task, { tally, findings, unitTraits, notApplicable });
  const scanned = await performScan(kernel, task, open, observer);
  addKernelCounts(kernel, tally);
  return {
    ...scanned,
    tally,
    findings: findings.take(),
    unitTraits: listNumbers(unitTraits),
    notApplicable: listNumbers(notApplicable),
  };
}

/** One for all ranges where there are none. */
const noNumbers = new Uint32Array();

function listNumbers(numbers: number[]): Uint32Array<ArrayBuffer> {
  return numbers.length === 0 ? noNumbers : Uint32Array.from(numbers);
}

interface Counted {
  tally: Tally;
  findings: ReturnType<typeof createFindingPacker>;
  unitTraits: number[];
  notApplicable: number[];
}

function createObserver(kernel: Kernel, task: CheckTask, counted: Counted): RecordObserver {
  const { tally, findings, unitTraits, notApplicable } = counted;
  const context: RepairContext = task.prior === null ? { regions } : { regions, prior: task.prior };
  const hasUnits = task.dialect.unitColumn >= 0;
  const wantsNotes = task.findings > 0 && task.notes;
  // Other selectors list what is no duplicate of anything as well.
  const mayDecide = task.key === 'code' && !wantsNotes;
  const isPerson = createPersonTest(kernel, task.dialect);
  const countRest = (marks: Marks, faults: number | null, unit: number): void => {
    if (faults !== null) countDeviations(tally, faults);
    if (!hasUnits) return;
    if (faults !== null) kernel.countUnitFaults(unit, faults);
    listUnitTraits(marks, (trait) => unitTraits.push(unit * traitCount + trait));
  };
  return {
    flags:
      (task.findings > 0 ? explainFlag : 0) |
      (task.findings === 0 && mayDecide ? decideFlag : 0) |
      (wantsNotes ? explainFormatFlag : 0) |
      (isPerson === null ? 0 : listMissingFlag),
    place: (at) => (wantsNotes ? placeNotes(kernel, at) : at),
    judged(judgement, cell, event, isClean, readName) {
      if (isPerson !== null && judgement.partition === 'missing' && isPerson(event)) {
        tally.notApplicable++;
        if (hasUnits) notApplicable.push(event.unit);
        return;
      }
      // Clean codes are counted when their keys are grouped, whoever found them.
      const marks = marksOf(judgement);
      if (!isClean) addMarks(tally, marks);
      countRest(marks, judgement.isFormatted ? findWritingFaults(cell) : null, event.unit);
      if (findings.count() < task.findings && isFinding(judgement, task.notes)) {
        findings.add(describeFinding(judgement, cell, event, readName(), context));
        if (findings.count() === task.findings && mayDecide) kernel.explainNoMore();
      }
    },
    decided(decision, region, unit) {
      const { marks, faults } = readDecision(decision, region);
      addMarks(tally, marks);
      countRest(marks, faults, unit);
    },
    isFull: () => findings.count() >= task.findingLimit,
  };
}

/** Tells records of natural persons, where the table has their category; null: it has none. */
function createPersonTest(
  kernel: Kernel,
  { categoryColumn, encoding }: CheckTask['dialect'],
): ((event: ScanEvent) => boolean) | null {
  if (categoryColumn === undefined) return null;
  const decode = createDecode(encoding);
  return (event) => {
    splitAgain(kernel, event);
    return isNaturalPerson(readSplitCell(kernel, categoryColumn, decode));
  };
}

let notedRegions: Uint8Array | undefined;

/** Tells the kernel which regions are worth a note; returns the first free address. */
function placeNotes(kernel: Kernel, at: number): number {
  notedRegions ??= Uint8Array.from({ length: regionCount }, (_, number) =>
    regions.status(regionOf(number)) === 'in-use' ? 0 : 1,
  );
  const end = kernel.reserve(at + regionCount + 7) & ~7;
  kernel.bytes().set(notedRegions, at);
  kernel.placeNotedRegions(at);
  return end;
}

/** Adds what the kernel judged by itself. Its clean codes are counted from their keys, when they are grouped. */
function addKernelCounts(kernel: Kernel, tally: Tally): void {
  const registration = kernel.read('registrationCount');
  const taxpayer = kernel.read('taxpayerCount');
  const organization = kernel.read('organizationCount');
  const missing = kernel.read('missingCount');
  add(tally.issues, 'registration-number', registration);
  add(tally.issues, 'taxpayer-number', taxpayer);
  add(tally.issues, 'organization-code', organization);
  add(tally.issues, 'missing', missing);
  const forms = kernel.writingFaultCounts();
  add(tally.notes, 'format', forms[0] ?? 0);
  addWritingCounts(tally.traits.forms, forms);
  tally.counts.unconverted += registration + taxpayer + organization;
  tally.counts.missing += missing;
}
