import { unpackTexts } from '../../engine/reread/text-column.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import { collectEntities, listTables } from './entity-text.ts';
import { findEntities, type IndexedScan } from './find-entities.ts';
import type { RegistryEntity } from './registry-entity.ts';
import { listTextKeys } from './text-keys.ts';

/** Texts to look up among the records of a registry. */
export interface LookUp {
  scan: IndexedScan;
  /** Normalized codes, organization codes or normalized names, each once. */
  texts: string[];
  kernel: Kernel;
}

/** Finds the entities of a registry under each of many texts. */
export async function lookUp({ scan, texts, kernel }: LookUp): Promise<Map<string, RegistryEntity[]>> {
  const [found = []] = await findEntities(scan, [listTextKeys(kernel, texts, scan.selector, scan.bits)]);
  return collectEntities(found.flatMap(unpackTexts), listTables(scan.plans));
}
