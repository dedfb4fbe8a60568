import type { Finding } from '../../check/findings/finding.ts';
import { diagnosisCodes, issueCodes, noteCodes } from '../../check/findings/finding-codes.ts';
import type { Issue, Partition } from '../../code/verdict.ts';
import { partitionOf } from '../partition.ts';

/**
 * A finding as the page holds it, in an array of fixed places:
 *
 *     file, row, line, issue, at, actual, expected, diagnosis, notes, code, normalized, suggestion, authority, region, name, unit, key
 *
 * `issue` and `diagnosis` are numbers from 1 in the lists of finding-codes.ts, `notes` one bit a note; 0 stands for none, and in `normalized` for
 * the same as `code`. The key is there for rows of engines only.
 */
export type PackedFinding = [
  file: number,
  row: number,
  line: number,
  issue: number,
  at: number,
  actual: string,
  expected: string,
  diagnosis: number,
  notes: number,
  code: string,
  normalized: string | 0,
  suggestion: string | 0,
  authority: string,
  region: string,
  name: string | 0,
  unit: string | 0,
  ...key: string[],
];

export function packFinding(finding: Finding): PackedFinding {
  const { issue, notes, code, normalized } = finding;
  return [
    finding.file,
    finding.row,
    finding.line,
    issue === null ? 0 : issueCodes.indexOf(issue.code) + 1,
    issue?.at ?? 0,
    issue?.actual ?? '',
    issue?.expected ?? '',
    issue?.diagnosis === undefined ? 0 : diagnosisCodes.indexOf(issue.diagnosis) + 1,
    notes.reduce((bits, note) => bits | (1 << noteCodes.indexOf(note)), 0),
    code,
    normalized === code ? 0 : normalized,
    finding.suggestion ?? 0,
    finding.authority,
    finding.region,
    finding.name ?? 0,
    finding.unit ?? 0,
    ...(finding.key === undefined ? [] : [finding.key]),
  ];
}

const PLAIN = /^[^"\\<\u0000-\u001f\ud800-\udfff]*$/;

/** A finding as JSON of a {@link PackedFinding} without markup; most texts need no care. */
export function renderPacked(finding: Finding): string {
  const packed = packFinding(finding);
  let json = '[';
  for (const cell of packed) {
    if (json.length > 1) json += ',';
    if (typeof cell === 'number') json += cell;
    else if (PLAIN.test(cell)) json += `"${cell}"`;
    else json += JSON.stringify(cell).replaceAll('<', '\\u003c');
  }
  return `${json}]`;
}

export function unpackFinding(packed: PackedFinding): Finding {
  const [file, row, line, , , , , , bits, code, normalized, suggestion, authority, region, name, unit, key] = packed;
  const issue = unpackIssue(packed);
  return {
    file,
    row,
    line,
    partition: packedPartition(packed),
    issue,
    notes: noteCodes.filter((_, index) => (bits & (1 << index)) !== 0),
    code,
    normalized: normalized === 0 ? code : normalized,
    suggestion: suggestion === 0 ? null : suggestion,
    authority,
    region,
    name: name === 0 ? null : name,
    unit: unit === 0 ? null : unit,
    ...(key === undefined ? {} : { key }),
  };
}

/** The partition of a packed finding, without unpacking it. */
export function packedPartition([, , , number]: PackedFinding): Partition {
  const code = issueCodes[number - 1];
  return code === undefined ? 'conforming' : partitionOf(code);
}

function unpackIssue([, , , number, at, actual, expected, diagnosis]: PackedFinding): Issue | null {
  const code = issueCodes[number - 1];
  if (code === undefined) return null;
  const likely = diagnosisCodes[diagnosis - 1];
  return {
    code,
    ...(at === 0 ? {} : { at }),
    ...(actual === '' ? {} : { actual }),
    ...(expected === '' ? {} : { expected }),
    ...(likely === undefined ? {} : { diagnosis: likely }),
  };
}
