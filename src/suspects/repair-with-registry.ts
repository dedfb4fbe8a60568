import type { Repair } from '../code/verdict.ts';
import { repair } from '../repair/repair.ts';
import type { RepairContext } from '../repair/repair-context.ts';
import { compareNames, similarFrom } from './name-similarity.ts';
import type { RegistryIndex } from './registry-index.ts';

/** A record beside its code, and where codes are looked up. */
export interface RegistryEvidence {
  registry: RegistryIndex;
  /** Entity name of the record whose code is wrong. */
  name?: string | null | undefined;
}

/** What the registry says of a suggestion. */
export interface RegistryRepair extends Repair {
  /**
   * `same`: registered under the name of the record, or one that is nearly so. `doubtful`: under a name with much in common.
   * `unnamed`: registered, and one of the two names is not known. `absent`: not registered.
   */
  registered: 'same' | 'doubtful' | 'unnamed' | 'absent';
  /** The name it is registered under, the most similar one of several. */
  registeredName: string | null;
}

/** How much more each says for a suggestion than its absence does. */
const factorOf: Readonly<Record<RegistryRepair['registered'], number>> = {
  same: 10_000,
  unnamed: 100,
  doubtful: 3,
  absent: 1,
};
/** Up to here two names have nothing to do with one another. */
const otherUpTo = 0.5;

/**
 * {@link repair} with a registry at hand. A suggestion that is registered under the name of the record is the answer; one that is
 * registered under another name belongs to somebody else and is left out; one that is not registered counts for less than one that
 * is. Best first, and never to be applied unseen.
 *
 * @throws UsccError `usage` when the input is not a string
 * @example
 * const registry = indexRegistry([{ code: '91350100M000100Y43', name: '福建某某有限公司' }]);
 * repairWithRegistry('91350100M000100Y34', { regions, registry, name: '福建某某公司' })[0]?.registered // 'same'
 */
export function repairWithRegistry(input: string, context: RepairContext & RegistryEvidence): RegistryRepair[] {
  return rankByRegistry(repair(input, context), context);
}

/**
 * The same for suggestions that are there already, so that a registry that answers later (a database, a service) can be asked first:
 * look all their values up, put the answers into a Map, and hand that in.
 */
export function rankByRegistry(repairs: readonly Repair[], { registry, name }: RegistryEvidence): RegistryRepair[] {
  const left = repairs.flatMap((one) => {
    const found = lookUp(one.value, registry, name ?? '');
    return found === null ? [] : [{ one, found, weight: one.score * factorOf[found.registered] * found.alike }];
  });
  const unexplained = 1 - repairs.reduce((sum, { score }) => sum + score, 0);
  const total = left.reduce((sum, { weight }) => sum + weight, unexplained);
  return left
    .sort((a, b) => b.weight - a.weight || a.one.edits - b.one.edits)
    .map(({ one: { value, edits, reason }, found: { registered, registeredName }, weight }) => ({
      value,
      score: weight / total,
      edits,
      reason,
      registered,
      registeredName,
    }));
}

interface Entry extends Pick<RegistryRepair, 'registered' | 'registeredName'> {
  /** 0–1 */
  alike: number;
}

/** Null for a code that belongs to somebody else. */
function lookUp(code: string, registry: RegistryIndex, name: string): Entry | null {
  const names = registry.get(code) ?? null;
  if (names === null) return { registered: 'absent', registeredName: null, alike: 1 };
  const [first] = names;
  if (first === undefined || name.trim() === '') {
    return { registered: 'unnamed', registeredName: first ?? null, alike: 1 };
  }
  let best = { registeredName: first, alike: 0 };
  for (const registeredName of names) {
    const alike = compareNames(name, registeredName);
    if (alike > best.alike) best = { registeredName, alike };
  }
  if (best.alike <= otherUpTo) return null;
  return { registered: best.alike >= similarFrom ? 'same' : 'doubtful', ...best };
}
