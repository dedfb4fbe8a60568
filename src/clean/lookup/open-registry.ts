import { chooseBits } from '../../check/check.ts';
import type { CheckOptions } from '../../check/options.ts';
import { createKeyStore, type KeyStore } from '../../engine/group/key-store.ts';
import { findNamed } from '../../engine/plan/columns.ts';
import { foldHeader } from '../../engine/plan/header-names.ts';
import { type FilePlan, planFile } from '../../engine/plan/plan.ts';
import type { Input, Platform } from '../../engine/platform.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import type { KeySelector } from '../../engine/scan/scan-keys.ts';
import { type ScannedRange, scanFiles } from '../../engine/scan/scan-stage.ts';
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
  /** Column of the codes in each plan: what is listed may stand in another. */
  codeColumns: number[];
}

/** A registry that can be asked. It is read again, once, for each selector that is asked for. */
export interface OpenRegistry {
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
  /** Column of registration numbers, where it is not found by its header. */
  registrationColumn?: number | string;
}

/** 注册号, 工商注册号, 营业执照注册号, 原注册号 (15位) … */
const registrationNumber =
  /^(原|旧)?(工商|营业执照|企业|登记|工商登记|工商执照)?注册号(码)?(\(.*\))?$|^(zch|reg_?no|regist(er|ration)_?(no|number))$/;

/** Keys under one selector take this part of memory: at most four are asked for, and what is asked takes the rest. */
const selectorShare = 6;
/** Keys of a file of codes and short names come to this share of it. */
const keyShare = 0.25;

/**
 * Plans a registry so that it can be asked for codes, organization codes and names.
 *
 * @throws {UsccError} `input` when a file cannot be understood
 */
export async function openRegistry(job: IndexJob): Promise<OpenRegistry> {
  const { inputs, options, platform } = job;
  const kernel = createKernel();
  const plans: FilePlan[] = [];
  for (const input of inputs) plans.push(await planFile(kernel, input, options, platform));
  const scans = new Map<IndexSelector, Promise<IndexedScan>>();
  const scan = (selector: IndexSelector): Promise<IndexedScan> => {
    const known = scans.get(selector) ?? scanRegistry(job, choosePlans(job, plans, selector), selector);
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

/** A plan, and the column of its codes. */
interface IndexPlan {
  plan: FilePlan;
  codeColumn: number;
}

/** The tables that have what is asked for: registration numbers stand in a column of their own. */
function choosePlans(job: IndexJob, plans: FilePlan[], selector: IndexSelector): IndexPlan[] {
  return plans.flatMap((plan) => {
    const { codeColumn } = plan.dialect;
    if (selector !== 'registration') return [{ plan, codeColumn }];
    const column = findRegistrationColumn(plan, job);
    return column < 0 ? [] : [{ plan: { ...plan, dialect: { ...plan.dialect, codeColumn: column } }, codeColumn }];
  });
}

function findRegistrationColumn({ path, header }: FilePlan, { registrationColumn }: IndexJob): number {
  const headers = header ?? [];
  if (registrationColumn === undefined) return headers.findIndex((name) => registrationNumber.test(foldHeader(name)));
  return findNamed(path, headers, registrationColumn, 'registration-column');
}

async function scanRegistry(job: IndexJob, chosen: IndexPlan[], selector: IndexSelector): Promise<IndexedScan> {
  const plans = chosen.map(({ plan }) => plan);
  const { options, platform, memoryBytes } = job;
  const totalBytes = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const bits = chooseBits(totalBytes);
  const { createSpill } = platform;
  const budgetBytes = memoryBytes / selectorShare;
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
      progress: (doneBytes, count) =>
        options.onProgress?.({ stage: 'registry', doneBytes, totalBytes, records: count }),
    },
  });
  return { selector, plans, ranges, keys, bits, records, codeColumns: chosen.map(({ codeColumn }) => codeColumn) };
}
