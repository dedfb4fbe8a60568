import { listUnitTraits, traitCount } from '../../check/causes/unit-traits.ts';
import { addWritingCounts, findWritingFaults } from '../../check/causes/writing-faults.ts';
import { describeFinding, isFinding } from '../../check/findings/describe-finding.ts';
import { createFindingPacker, type FindingBlock } from '../../check/findings/finding-block.ts';
import { add, addJudgement, countWrittenForms, createTally, type Tally } from '../../check/tally.ts';
import { judge } from '../../code/judge.ts';
import { regions } from '../../regions/index.ts';
import type { RepairContext, RepairPrior } from '../../repair/repair-context.ts';
import type { ByteSource, SourceReference } from '../../tables/byte-source.ts';
import type { Dialect } from '../plan/dialect.ts';
import { createDecode, readCell } from './cell.ts';
import type { Kernel } from './kernel/kernel.ts';
import {
  explainFlag,
  explainFormatFlag,
  gluedEvent,
  openQuoteEvent,
  otherEncodingFlag,
  regionCount,
  suspectEvent,
} from './kernel/layout.ts';
import { regionOf } from './kernel/tables.ts';
import { type Block, type BlockOptions, placeLists, takeBlock } from './lists.ts';
import { countOccurrences, createOccurrences, type Occurrences } from './occurrences.ts';
import { type KeySelector, keyColumn, keyFlags, listKey, listName } from './scan-keys.ts';
import { type Range, type RangeEdges, type ScanEvent, scanRange } from './scan-range.ts';
import { placeUnits, type UnitList, unitPartitions } from './units.ts';

let notedRegions: Uint8Array | undefined;

/** One range to scan. */
export interface ScanTask extends BlockOptions {
  kind: 'scan';
  source: SourceReference;
  dialect: Dialect;
  range: Range;
  /** What records are listed under. */
  key: KeySelector;
  /** Describe this many findings, then only count. */
  findings: number;
  /** End the scan early when there are so many. */
  findingLimit: number;
  /** Whether `region-*` and `format` notes are findings too. */
  notes: boolean;
  /** How common regions and authorities are in the files, where that is known. */
  prior: RepairPrior | null;
}

/** What one range holds. Rows and lines count from 0 at its start. */
export interface ScanResult {
  edges: RangeEdges;
  encoding: Dialect['encoding'];
  records: number;
  lines: number;
  blankRows: number;
  tally: Tally;
  clean: Block | null;
  hashed: Block | null;
  findings: FindingBlock;
  /** The units of its records. */
  units: UnitList | null;
  /** What its problem records show: unit × `signCount` + trait. */
  unitTraits: Uint32Array<ArrayBuffer>;
  openQuotes: Occurrences;
  glued: Occurrences;
  ragged: Occurrences;
  undecodable: Occurrences;
  /** Whether UTF-8 text had bytes that are not ASCII. */
  sawOther: boolean;
}

/** Scans one range: the kernel finds records and clean codes, everything else is judged here. */
export async function performScan(kernel: Kernel, source: ByteSource, task: ScanTask): Promise<ScanResult> {
  const { dialect, range, bits } = task;
  const rangeBytes = range.end - (range.begins ?? range.start);
  const lists = placeLists(kernel, rangeBytes, bits);
  configure(kernel, task);
  const units = placeUnits(kernel, {
    column: dialect.unitColumn,
    at: placeNotes(kernel, task, lists.inputAt),
    records: mostRecords(rangeBytes),
    pickedAt: 0,
  });
  const tally = createTally();
  const unitTraits: number[] = [];
  const findings = createFindingPacker();
  const openQuotes = createOccurrences();
  const glued = createOccurrences();
  const undecodable = createOccurrences();
  const ragged = createOccurrences();
  const decode = createDecode(dialect.encoding);
  const context: RepairContext = task.prior === null ? { regions } : { regions, prior: task.prior };
  const visit = (event: ScanEvent): void => {
    if (event.kind === openQuoteEvent) countOccurrences(openQuotes, 1, event.line);
    if (event.kind === gluedEvent) countOccurrences(glued, 1, event.line);
    if (event.kind !== suspectEvent) return;
    if (task.key === 'name') {
      listName(kernel, readName(kernel, event, dialect, decode) ?? '', event.row);
      return;
    }
    const cell = readCell(kernel.bytes(), event.codeStart, event.codeEnd, decode);
    const judgement = judge(cell);
    // Clean codes are counted when their keys are grouped, whoever found them.
    const isClean = listKey(kernel, task.key, judgement, event.row, () => readName(kernel, event, dialect, decode));
    if (!isClean) addJudgement(tally, judgement);
    const forms = judgement.isFormatted ? findWritingFaults(cell) : null;
    if (forms !== null) countWrittenForms(tally, forms);
    if (dialect.unitColumn >= 0) {
      kernel.countUnit(event.unit, unitPartitions.indexOf(judgement.partition));
      if (forms !== null) kernel.countUnitForms(event.unit, forms);
      listUnitTraits(judgement, (trait) => unitTraits.push(event.unit * traitCount + trait));
    }
    if (findings.count() < task.findings && isFinding(judgement, task.notes)) {
      findings.add(describeFinding(judgement, cell, event, readName(kernel, event, dialect, decode), context));
    }
  };
  const edges = await scanRange({
    kernel,
    source,
    dialect,
    range,
    inputAt: units.endAt,
    visitor: {
      visit,
      undecodable: (count, line) => countOccurrences(undecodable, count, line),
      isFull: () => findings.count() >= task.findingLimit,
    },
  });
  openQuotes.count = kernel.read('openQuotes');
  countOccurrences(ragged, kernel.read('shortRows') + kernel.read('longRows'), kernel.read('firstRagged'));
  countKernel(kernel, tally);
  if (task.key === 'organization') kernel.keepOrganizations();
  const records = kernel.read('rowCount');
  return {
    edges,
    encoding: dialect.encoding,
    records,
    lines: kernel.read('lineCount'),
    blankRows: kernel.read('blankRows'),
    tally,
    clean: takeBlock(kernel, lists, 'clean', task),
    hashed: takeBlock(kernel, lists, 'hashed', task),
    findings: findings.take(),
    units: units.take(),
    unitTraits: Uint32Array.from(unitTraits),
    openQuotes,
    glued,
    ragged,
    undecodable,
    sawOther: Boolean(kernel.read('sawOther')),
  };
}

/** A record takes two bytes or more, the last of them beyond the range perhaps. */
function mostRecords(rangeBytes: number): number {
  return (rangeBytes >> 1) + 4;
}

function configure(kernel: Kernel, task: ScanTask): void {
  const { dialect } = task;
  const flags =
    (task.findings > 0 ? explainFlag : 0) |
    (task.findings > 0 && task.notes ? explainFormatFlag : 0) |
    (dialect.encoding === 'utf-8' ? 0 : otherEncodingFlag) |
    keyFlags(task.key);
  const column = keyColumn(task.key, dialect);
  kernel.configure(dialect.delimiter, column, dialect.nameColumn, dialect.columnCount, flags, 0, 0);
  kernel.clearEvents();
  kernel.clearOpenQuotes();
  kernel.resetOther();
}

/** Tells the kernel which regions are worth a note, if notes are wanted; returns the first free address. */
function placeNotes(kernel: Kernel, { findings, notes }: ScanTask, at: number): number {
  if (findings === 0 || !notes) {
    kernel.placeNotedRegions(0);
    return at;
  }
  notedRegions ??= Uint8Array.from({ length: regionCount }, (_, number) =>
    regions.status(regionOf(number)) === 'in-use' ? 0 : 1,
  );
  const end = kernel.reserve(at + regionCount + 7) & ~7;
  kernel.bytes().set(notedRegions, at);
  kernel.placeNotedRegions(at);
  return end;
}

/** Adds what the kernel judged by itself. Its clean codes are counted from their keys, when they are grouped. */
function countKernel(kernel: Kernel, tally: Tally): void {
  const registration = kernel.read('registrationCount');
  const taxpayer = kernel.read('taxpayerCount');
  const organization = kernel.read('organizationCount');
  const missing = kernel.read('missingCount');
  add(tally.issues, 'registration-number', registration);
  add(tally.issues, 'taxpayer-number', taxpayer);
  add(tally.issues, 'organization-code', organization);
  add(tally.issues, 'missing', missing);
  const forms = kernel.formCounts();
  add(tally.notes, 'format', forms[0] ?? 0);
  addWritingCounts(tally.traits.forms, forms);
  tally.counts.unconverted += registration + taxpayer + organization;
  tally.counts.missing += missing;
}

function readName(
  kernel: Kernel,
  event: ScanEvent,
  { nameColumn }: Dialect,
  decode: (bytes: Uint8Array) => string,
): string | null {
  return nameColumn < 0 ? null : readCell(kernel.bytes(), event.nameStart, event.nameEnd, decode);
}
