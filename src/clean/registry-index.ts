import { createKeyStore, type KeyStore } from '../duplicates/key-store.ts';
import type { CheckOptions } from '../registry/options.ts';
import { type FilePlan, planFile } from '../registry/plan.ts';
import type { Input, Platform } from '../registry/platform.ts';
import type { KeySelector } from '../registry/scan-keys.ts';
import { type ScannedRange, scanFiles } from '../registry/scan-stage.ts';
import { createKernel } from '../scan/kernel/kernel.ts';
import { lookUp, type RegistryEntity } from './look-up.ts';

/** What records of a registry are looked up by: `name` is the normalized name. */
export type IndexSelector = Exclude<KeySelector, 'problem'> | 'registration';

/** The records of a registry listed under one selector. */
export interface IndexedScan {
  selector: IndexSelector;
  plans: FilePlan[];
  ranges: ScannedRange[];
  keys: KeyStore;
  bits: number;
  records: number;
}

/** A registry that can be asked. It is read again, once, for each selector that is asked for. */
export interface RegistryIndex {
  plans: FilePlan[];
  /** The records under a selector; read now if nobody has asked before. */
  scan(selector: IndexSelector): Promise<IndexedScan>;
  /** For each text the entities listed under it, in the registry's order; see {@link lookUp}. */
  find(selector: IndexSelector, texts: Iterable<string>): Promise<Map<string, RegistryEntity[]>>;
}

/** What an index is made of. */
export interface IndexJob {
  inputs: Input[];
  options: CheckOptions;
  platform: Platform;
  memoryBytes: number;
  /** Told how far reading is. */
  progress?(doneBytes: number, totalBytes: number, records: number): void;
}

/** Selectors that are asked for in one run at most. */
const mostSelectors = 3;
/** Keys of a file of codes and short names come to this share of it. */
const keyShare = 0.25;

/**
 * Plans a registry so that it can be asked for codes, organization codes and names.
 *
 * @throws {UsccError} `input` when a file cannot be understood
 */
export async function openIndex(job: IndexJob): Promise<RegistryIndex> {
  const { inputs, options, platform } = job;
  const kernel = createKernel();
  const plans: FilePlan[] = [];
  for (const input of inputs) plans.push(await planFile(kernel, input, options, platform));
  const scans = new Map<IndexSelector, Promise<IndexedScan>>();
  const scan = (selector: IndexSelector): Promise<IndexedScan> => {
    const known = scans.get(selector) ?? scanRegistry(job, plans, selector);
    scans.set(selector, known);
    return known;
  };
  return {
    plans,
    scan,
    async find(selector, texts) {
      const wanted = [...new Set(texts)].filter((text) => text !== '');
      if (wanted.length === 0) return new Map();
      return lookUp({ scan: await scan(selector), texts: wanted, kernel, pool: platform.pool });
    },
  };
}

async function scanRegistry(job: IndexJob, plans: FilePlan[], selector: IndexSelector): Promise<IndexedScan> {
  const { options, platform, memoryBytes } = job;
  const totalBytes = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const bits = chooseBits(totalBytes);
  const { createSpill } = platform;
  const budgetBytes = memoryBytes / mostSelectors;
  const keys = createKeyStore(budgetBytes, createSpill && (() => createSpill(totalBytes * keyShare)));
  const { ranges, records } = await scanFiles({
    plans,
    bits,
    platform,
    options: { ...options, findings: 'none' },
    keys,
    key: selector === 'registration' ? 'code' : selector,
    listener: {
      findings: () => undefined,
      progress: (doneBytes, count) => job.progress?.(doneBytes, totalBytes, count),
    },
  });
  return { selector, plans, ranges, keys, bits, records };
}

/** Partitions of about 16,000 keys, if a record has some 100 bytes. */
export function chooseBits(totalBytes: number): number {
  return Math.max(2, Math.min(12, Math.ceil(Math.log2(totalBytes / 100 / 16_384 + 1))));
}
