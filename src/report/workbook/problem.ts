import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import { authorityName } from '../../code/standard/authority-category.ts';
import { describeLocation, nameFile } from '../../messages/location/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { explain, messagesFor } from '../../messages/verdict/index.ts';
import type { ProblemColumn, WorkbookMessages } from '../../messages/workbook/index.ts';
import { regions } from '../../regions/index.ts';
import type { Counterparts } from '../counterparts.ts';
import type { ReportContext } from '../report-writer.ts';

/** One row of the lists: what can be said of a problem, as it is shown. */
export interface Problem
  extends Record<Exclude<ProblemColumn, 'number' | 'line' | 'action' | 'corrected' | 'remark'>, string> {
  /** What names the row of an engine's table stands in its place. */
  line: number | string;
  /** Sheet and row, as people find it. */
  place: string;
  what: 'erroneous' | 'unconverted' | 'missing' | 'duplicate';
  /** Position 1, or `?`. */
  authorityCode: string;
  /** Null when no column of units was read. */
  responsible: string | null;
}

const codeShape = /^[0-9A-HJ-NPQRTUWXY*]{18}$/;
const regionShape = /^\d{6}$/;
/** Far more than there are; it is data that decides how many are asked for. */
const mostRegions = 10_000;

/** Turns findings and duplicates into rows; null for a finding that is no problem. */
export interface ProblemMaker {
  fromFinding(finding: Finding): Problem | null;
  fromDuplicate(placed: Counterparts): Problem;
}

export function createProblemMaker({ files, sheets, lang }: ReportContext, messages: WorkbookMessages): ProblemMaker {
  const report = reportMessagesFor(lang);
  const { partitions } = messagesFor(lang);
  let oneFile: boolean | null = null;
  const regionNames = new Map<string, string>();

  const describeRegion = (code: string): string => {
    if (!regionShape.test(code)) return '';
    let shown = regionNames.get(code);
    if (shown === undefined) {
      if (regionNames.size >= mostRegions) regionNames.clear();
      shown = `${code} ${regions.name(code) ?? report.unlisted}`;
      regionNames.set(code, shown);
    }
    return shown;
  };

  /** Whether a file has to be named: tables that are sheets of one workbook are told apart by their sheets. */
  const isOneFile = (): boolean => {
    oneFile ??= new Set(files.map((path, file) => nameFile(path, sheets[file] ?? null))).size < 2;
    return oneFile;
  };

  /** Sheet and row; the number of the record is for programs. */
  const placeOf = (
    { file, line, key }: Pick<DuplicateRecord, 'file' | 'line' | 'key'>,
    from: number | null,
  ): string => {
    const path = isOneFile() || file === from ? null : (files[file] ?? '');
    return describeLocation({ path, sheet: sheets[file] ?? null, line, row: line, key }, lang);
  };

  /** Who else has the code. */
  const nameOthers = (others: DuplicateRecord[], hasMore: boolean, from: number): string =>
    others.length === 0
      ? ''
      : messages.others(
          others.map((other) => messages.other(other.name ?? '', other.unit ?? '', placeOf(other, from))),
          hasMore,
        );

  return {
    fromFinding(finding) {
      const { partition, issue, file, line, name, code, normalized, suggestion, authority, region, unit, key } =
        finding;
      if (partition === 'conforming' || issue === null) return null;
      return {
        what: partition,
        file: files[file] ?? '',
        line: key ?? line,
        place: placeOf(finding, null),
        name: name ?? '',
        code,
        normalized,
        kind: messages.kind(partitions[partition], report.issueTitles[issue.code]),
        description: explain(issue, normalized, lang),
        suggestion: suggestion ?? '',
        authority: describeAuthority(authority, report.unlisted),
        region: describeRegion(region),
        unit: unit ?? '',
        authorityCode: authority,
        responsible: unit,
      };
    },
    fromDuplicate({ record, others, hasMore }) {
      const { group, kind, code, file, line, name, unit, key } = record;
      const authority = codeShape.test(code) ? code.slice(0, 1) : '?';
      return {
        what: 'duplicate',
        file: files[file] ?? '',
        line: key ?? line,
        place: placeOf(record, null),
        name: name ?? '',
        code,
        normalized: code,
        kind: messages.duplicate(kind),
        description: messages.duplicateAdvice(kind, String(group)) + nameOthers(others, hasMore, file),
        suggestion: '',
        authority: describeAuthority(authority, report.unlisted),
        region: authority === '?' ? '' : describeRegion(code.slice(2, 8)),
        unit: unit ?? '',
        authorityCode: authority,
        responsible: unit,
      };
    },
  };
}

/** `9 工商（市场监管）`; empty where the code says none. */
export function describeAuthority(authority: string, unlisted: string): string {
  return authority === '?' ? '' : `${authority} ${authorityName(authority) ?? unlisted}`;
}
