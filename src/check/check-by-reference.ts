import { judge } from '../code/cell/judge.ts';
import { normalizeName } from '../code/cell/normalize.ts';
import { isNaturalPerson } from '../engine/plan/headers/licence-headers.ts';
import { classifyLine } from '../engine/plan/lines/record-lines.ts';
import type { FilePlan } from '../engine/plan/plan.ts';
import { hasNames, hasUnits, planFiles } from '../engine/plan/plan-files.ts';
import type { Platform } from '../engine/platform.ts';
import { createDecode } from '../engine/scan/cell.ts';
import { type FileScan, skipLine, startFile } from '../engine/scan/file-scan.ts';
import { countOccurrences } from '../engine/scan/occurrences.ts';
import { scanByReference } from '../engine/scan/reference.ts';
import { refuseFile } from '../engine/scan/refuse-file.ts';
import { refuse } from '../messages/refusal/index.ts';
import { readBytes } from '../tables/byte-source.ts';
import type { Input } from '../tables/input.ts';
import { listUnitTraits, traitCount } from './causes/unit-traits.ts';
import { countWriting, createWritingCounts, findWritingFaults } from './causes/writing-faults.ts';
import { tellFiles } from './check.ts';
import { createCounted, tallyOf } from './check-observer.ts';
import { type CheckResult, createReport } from './create-report.ts';
import { addDuplicates, addExcess, createTotals, type DuplicateTotals } from './duplicates/duplicate-totals.ts';
import { marksOf } from './marks.ts';
import { type CheckOptions, wantsAssignments } from './options.ts';
import type { PartitionCounts, Report } from './report.ts';
import { addMarks, addTally, countDeviations } from './tally.ts';
import { readUnit, type UnitCounts } from './unit-register.ts';

/** Records that carry one normalized code. */
interface Carriers {
  size: number;
  names: Set<string>;
  hasNameless: boolean;
  partition: keyof PartitionCounts;
  area: string;
}

/**
 * The check without kernel, threads or partitions: csv-parse reads every record, `judge` decides every cell, one Map
 * finds the duplicates. Slow, holds everything in memory, and gives the same report as {@link check}, which tests hold
 * it to. Findings and duplicates are counted, not handed over.
 */
export async function checkByReference(inputs: Input[], options: CheckOptions, platform: Platform): Promise<Report> {
  const started = performance.now();
  const { plans, warnings } = await planFiles(inputs, options, platform);
  tellFiles(plans, options);
  const reading: Reading = {
    files: plans.map(startFile),
    records: 0,
    blankRows: 0,
    counted: createCounted(plans),
    carriers: new Map(),
    units: new Map(),
  };
  for (const [index, plan] of plans.entries()) await readFile(plan, index, reading);
  const { files, records, blankRows, counted, carriers, units } = reading;
  for (const [index, plan] of plans.entries()) refuseFile(plan, files[index] as FileScan);
  const result: CheckResult = {
    ...{ plans, passedOver: warnings, files, records, blankRows, counted },
    clean: { authorities: new Map(), regions: new Map() },
    duplicates: countCarriers(carriers, hasNames(plans)),
    severalCodes: wantsAssignments(options) ? countSeveral(carriers) : null,
    units: hasUnits(plans) ? [...units.values()] : null,
    wantsUnits: options.unitColumn !== undefined,
    elapsedMilliseconds: performance.now() - started,
  };
  return createReport(result, options);
}

/** What has been read so far. */
interface Reading extends Pick<CheckResult, 'files' | 'records' | 'blankRows' | 'counted'> {
  carriers: Map<string, Carriers>;
  units: Map<string, UnitCounts>;
}

async function readFile(plan: FilePlan, index: number, reading: Reading): Promise<void> {
  const { carriers, units } = reading;
  const { source } = plan.input;
  const { dialect } = plan;
  const bytes = await readBytes(source, dialect.dataAt, source.size);
  const file = reading.files[index] as FileScan;
  const tally = tallyOf(reading.counted, index);
  if (plan.isOpen && !isUtf8(bytes)) file.encoding = 'gb18030';
  const decode = createDecode(file.encoding);
  const escapes = dialect.mayEscape ? { cells: dialect.columnCount, isWide: file.encoding === 'gb18030' } : null;
  const delimiter = String.fromCharCode(dialect.delimiter);
  const { records, openQuoteLines, escapedLines } = scanByReference(bytes, delimiter, decode, escapes);
  for (const line of escapedLines) countOccurrences(file.escaped, 1, line + dialect.linesBefore);
  for (const line of openQuoteLines) countOccurrences(file.openQuotes, 1, line + dialect.linesBefore);
  for (const { cells, line, hasQuotedBreak } of records) {
    if (cells.every((cell) => cell === '')) {
      reading.blankRows++;
      continue;
    }
    const verdict = dialect.known === null ? null : classifyLine(cells, dialect.known);
    if (verdict === 'reordered-header') {
      throw refuse('input', { kind: 'reordered-header', file: plan.path, line: line + dialect.linesBefore });
    }
    if (verdict !== null) {
      skipLine(file, verdict, line + dialect.linesBefore);
      continue;
    }
    file.records++;
    reading.records++;
    if (cells.length !== dialect.columnCount) countOccurrences(file.ragged, 1, line + dialect.linesBefore);
    if (cells.length !== dialect.columnCount && hasQuotedBreak)
      countOccurrences(file.glued, 1, line + dialect.linesBefore);
    const cell = cells[dialect.codeColumn] ?? '';
    const judgement = judge(cell);
    const unit = findUnit(units, dialect.unitColumn < 0 ? '' : (cells[dialect.unitColumn] ?? ''));
    const { categoryColumn } = dialect;
    if (judgement.partition === 'missing' && categoryColumn !== undefined) {
      if (isNaturalPerson(cells[categoryColumn] ?? '')) {
        tally.notApplicable++;
        unit.notApplicable++;
        continue;
      }
    }
    const marks = marksOf(judgement);
    addMarks(tally, marks);
    unit[judgement.partition]++;
    listUnitTraits(marks, (trait) => {
      unit.traits[trait] = (unit.traits[trait] ?? 0) + 1;
    });
    if (judgement.isFormatted) {
      countDeviations(tally, findWritingFaults(cell));
      countWriting(unit.writing, findWritingFaults(cell));
    }
    if (!judgement.isComparable) continue;
    const { normalized, partition, authority, region } = judgement;
    const area = authority === null ? '?' : authority + region;
    const carrier = carriers.get(normalized) ?? { size: 0, names: new Set(), hasNameless: false, partition, area };
    carrier.size++;
    if (carrier.size > 1) {
      unit.excess++;
      if (partition === 'conforming') unit.conformingExcess++;
    }
    const name = normalizeName(dialect.nameColumn < 0 ? '' : (cells[dialect.nameColumn] ?? ''));
    if (name !== '') carrier.names.add(name);
    else carrier.hasNameless = true;
    carriers.set(normalized, carrier);
  }
  if (tally !== reading.counted.tally) addTally(reading.counted.tally, tally);
  const isUndecodable = createUndecodableTest(file.encoding, dialect.isTranscoded);
  for (const { text, line } of splitLines(bytes)) {
    if (isUndecodable(text)) countOccurrences(file.undecodable, 1, line + dialect.linesBefore);
  }
}

function findUnit(units: Map<string, UnitCounts>, cell: string): UnitCounts {
  const { key, name } = readUnit(cell);
  let counts = units.get(key);
  if (counts === undefined) {
    counts = {
      ...{ unit: name, conforming: 0, erroneous: 0, unconverted: 0, missing: 0, excess: 0, conformingExcess: 0 },
      notApplicable: 0,
      writing: createWritingCounts(),
      traits: new Float64Array(traitCount),
    };
    units.set(key, counts);
  }
  return counts;
}

/** Whether a line holds bytes that are not of its encoding. */
function createUndecodableTest(encoding: string, isTranscoded: boolean): (line: Uint8Array) => boolean {
  const decoder = new TextDecoder(encoding, { fatal: !isTranscoded, ignoreBOM: true });
  return (line) => {
    try {
      return decoder.decode(line).includes('\ufffd') && isTranscoded;
    } catch {
      return true;
    }
  };
}

function countCarriers(carriers: Map<string, Carriers>, hasNames: boolean): DuplicateTotals {
  const totals = createTotals(hasNames);
  for (const { size, names, hasNameless, partition, area } of carriers.values()) {
    if (size < 2) continue;
    const kind = names.size > 1 ? 'conflicting' : hasNameless ? 'unnamed' : 'repeated';
    addDuplicates(totals, { codes: 1, records: size, kind, partition, extraNames: Math.max(0, names.size - 1) });
    addExcess(totals.byAuthority, area.slice(0, 1), size - 1, partition === 'conforming');
    addExcess(totals.byRegion, area.slice(1) || '?', size - 1, partition === 'conforming');
  }
  return totals;
}

/** Over organization codes, conforming codes beyond the first. */
function countSeveral(carriers: Map<string, Carriers>): number {
  const conforming = [...carriers].flatMap(([code, { partition }]) => (partition === 'conforming' ? [code] : []));
  return conforming.length - new Set(conforming.map((code) => code.slice(8, 17))).size;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function* splitLines(bytes: Uint8Array): Generator<{ text: Uint8Array; line: number }> {
  let start = 0;
  let line = 1;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at];
    if (at < bytes.length && byte !== 0x0a && byte !== 0x0d) continue;
    if (byte === 0x0d && bytes[at + 1] === 0x0a) continue;
    yield { text: bytes.subarray(start, at), line: line++ };
    start = at + 1;
  }
}
