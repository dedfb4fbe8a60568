import type { Judgement } from '../../code/cell/judge.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import type { Dialect } from '../plan/dialect.ts';
import { shorten } from '../reread/text-number.ts';
import {
  conformingKey,
  erroneousKey,
  incomparableKey,
  keyNameFlag,
  keyOrganizationFlag,
  listMissingFlag,
  missingKey,
  pickFlag,
  textAt,
  unconvertedKey,
} from './kernel/contract.ts';
import type { Kernel } from './kernel/kernel.ts';

/**
 * What a record is listed under when a range is scanned:
 *
 *   code           the code: clean ones as their number, other texts that can be duplicates as hashes
 *   problem        the same; and what is erroneous beyond comparing by its text, what has no code by its name
 *   organization   the organization code, of conforming codes and of legacy identifiers that hold one: one number for both;
 *                  what has none that holds as under code
 *   name           the normalized name; nothing else of the record is looked at
 *
 * Keys of clean codes and of organizations are exact; all others are 61 bits of a hash.
 */
export type KeySelector = 'code' | 'problem' | 'organization' | 'name';

/** What keys that are not a clean code's number stand for: their three low bits, see contract.ts. */
export const keyKinds = {
  unconverted: unconvertedKey,
  conforming: conformingKey,
  erroneous: erroneousKey,
  missing: missingKey,
  incomparable: incomparableKey,
};

/** Flags of the kernel for a selector. */
export function keyFlags(selector: KeySelector): number {
  return { code: 0, problem: listMissingFlag, organization: keyOrganizationFlag, name: keyNameFlag | pickFlag }[
    selector
  ];
}

/** The column that holds what records are listed under; one that no record has when there is none. */
export function keyColumn(selector: KeySelector | null, { codeColumn, nameColumn }: Dialect): number {
  return selector === 'name' ? nameColumn >>> 0 : codeColumn;
}

/** Lists a record the kernel could not judge; true when it is one of a clean code. */
export function listKey(
  kernel: Kernel,
  selector: KeySelector,
  judgement: Judgement,
  row: number,
  readName: () => string | null,
): boolean {
  if (selector === 'organization' && listOrganization(kernel, judgement, row)) return false;
  const { isComparable, partition, normalized } = judgement;
  if (isComparable && partition !== 'missing') {
    return Boolean(kernel.addText(textAt, kernel.writeText(normalized), row, keyKinds[partition]));
  }
  if (selector !== 'problem') return false;
  const isMissing = partition === 'missing';
  const text = isMissing ? normalizeName(readName() ?? '') : normalized;
  listText(kernel, text, row, isMissing ? keyKinds.missing : keyKinds.incomparable);
  return false;
}

/** Lists a name the kernel could not normalize. */
export function listName(kernel: Kernel, name: string, row: number): void {
  listText(kernel, normalizeName(name), row, 0);
}

function listText(kernel: Kernel, text: string, row: number, kind: number): void {
  if (text !== '') kernel.addName(textAt, kernel.writeText(shorten(text)), row, kind);
}

/** Lists a record by its organization code, if it has one that holds. */
function listOrganization(kernel: Kernel, { partition, issue, normalized }: Judgement, row: number): boolean {
  const isConforming = partition === 'conforming';
  if (!isConforming && issue?.code !== 'organization-code' && issue?.code !== 'taxpayer-number') return false;
  kernel.writeText(isConforming ? normalized.slice(8, 17) : normalized.slice(-9));
  kernel.addOrganization(textAt, row);
  return true;
}
