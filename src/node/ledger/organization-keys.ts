import { judge } from '../../code/cell/judge.ts';
import { normalizeName } from '../../code/cell/normalize.ts';
import type { KeyStore, StoredBlock } from '../../engine/group/key-store.ts';
import type { ScannedTables } from '../../engine/open-scan.ts';
import { readRecords } from '../../engine/reread/pick.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { textAt } from '../../engine/scan/kernel/contract.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import type { StandingEntity } from '../../ledger/standing.ts';
import type { ShownProblems } from '../../ledger/store/month-tables.ts';

/** Keys of clean codes that a check has listed, kept beyond their grouping. */
export type KeptKeys = Pick<KeyStore, 'clean' | 'spilled'>;

const lowBits = 2n ** 32n;
const sieveBits = 20;
/** More entities under one organization code than this say nothing new. */
const mostEntities = 100;

/**
 * Finds the entities under some organization codes without reading the tables again; those whose code is not clean have been noted.
 *
 *   key of a clean code   region, authority and category │ positions 9–16
 *                                                          └ 40 bits, of which the organization code has the same
 *
 * Ten million keys take a tenth of a second; another scan of their tables takes as long as half a check.
 */
export async function findByOrganization(
  scan: ScannedTables,
  { clean, spilled }: KeptKeys,
  organizations: string[],
  noted: Pick<ShownProblems, 'findEntities'>,
): Promise<Map<string, StandingEntity[]>> {
  const found = new Map<string, StandingEntity[]>(organizations.map((organization) => [organization, []]));
  const wanted = listWanted(organizations);
  const rows = new Map<number, number[]>();
  for (const block of clean) {
    const words = readWords(block, spilled);
    const hits = findHits(words.keys, wanted);
    if (hits.length === 0) continue;
    const known = rows.get(block.range) ?? [];
    rows.set(block.range, known);
    for (const at of hits) known.push(words.rows[at] ?? 0);
  }
  const { ranges, pool } = scan;
  await runInOrder(
    [...rows],
    pool.size * 2,
    ([range, listed]) => {
      const { codeColumn, nameColumn } = (ranges[range] as ScannedRange).dialect;
      return readRecords(scan, range, Uint32Array.from(listed), { cells: [codeColumn, nameColumn] });
    },
    ({ cells: [codes = [], names = []] }) => {
      for (const [at, cell] of codes.entries()) {
        const { normalized: code, partition } = judge(cell);
        const entity = { code, nameKey: normalizeName(names[at] ?? ''), conforms: partition === 'conforming' };
        addEntity(found, code.slice(8, 17), entity);
      }
    },
  );
  for (const organization of organizations) {
    for (const entity of noted.findEntities(organization)) addEntity(found, organization, entity);
  }
  return found;
}

/** The 40 bits of organization codes, and a sieve of the lowest of them. */
interface Wanted {
  sieve: Uint8Array;
  numbers: Set<number>;
}

function listWanted(organizations: string[]): Wanted {
  const kernel = createKernel();
  const wanted: Wanted = { sieve: new Uint8Array(2 ** sieveBits), numbers: new Set() };
  for (const organization of organizations) {
    kernel.writeText(organization);
    const number = kernel.packOrganization(textAt);
    const low = Number(number % lowBits);
    wanted.sieve[low & (2 ** sieveBits - 1)] = 1;
    wanted.numbers.add(Number((number / lowBits) & 0xffn) * 2 ** 32 + low);
  }
  return wanted;
}

/** Indexes of keys whose organization code is wanted. */
function findHits(keys: Uint32Array, { sieve, numbers }: Wanted): number[] {
  const hits: number[] = [];
  for (let at = 0; at < keys.length; at += 2) {
    const low = keys[at] ?? 0;
    if (sieve[low & (2 ** sieveBits - 1)] === 0) continue;
    if (numbers.has(((keys[at + 1] ?? 0) & 0xff) * 2 ** 32 + low)) hits.push(at >> 1);
  }
  return hits;
}

function readWords(
  { count, keys, rows, at }: StoredBlock,
  spilled: KeyStore['spilled'],
): { keys: Uint32Array; rows: Uint32Array } {
  if (keys !== null && rows !== null) return { keys: new Uint32Array(keys.buffer, keys.byteOffset, count * 2), rows };
  const bytes = new Uint8Array(count * 12);
  spilled()?.read(at, bytes);
  return { keys: new Uint32Array(bytes.buffer, 0, count * 2), rows: new Uint32Array(bytes.buffer, count * 8, count) };
}

function addEntity(found: Map<string, StandingEntity[]>, organization: string, entity: StandingEntity): void {
  const entities = found.get(organization);
  if (entities === undefined || entities.length >= mostEntities) return;
  const isKnown = entities.some(({ code, nameKey }) => code === entity.code && nameKey === entity.nameKey);
  if (!isKnown) entities.push(entity);
}
