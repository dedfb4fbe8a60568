import { measure, openScan } from '../../engine/open-scan.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { findNamed } from '../../engine/plan/columns.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { planFiles } from '../../engine/plan/plan-files.ts';
import type { Platform } from '../../engine/platform.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import { foldHeader } from '../../tables/headers/fold-header.ts';
import type { Input } from '../../tables/input.ts';
import type { IndexSelector } from './entity-task.ts';
import type { IndexedScan } from './find-entities.ts';
import { lookUp } from './look-up.ts';
import type { RegistryEntity } from './registry-entity.ts';

/** A registry that can be asked. It is read again, once, for each selector that is asked for. */
export interface OpenRegistry {
  plans: FilePlan[];
  /** What was passed over among its tables. */
  warnings: WarningFacts[];
  /** The records under a selector; read now if nobody has asked before. */
  scan(selector: IndexSelector): Promise<IndexedScan>;
  /** For each text the entities listed under it, in the registry's order; see {@link lookUp}. */
  find(selector: IndexSelector, texts: Iterable<string>): Promise<Map<string, RegistryEntity[]>>;
}

/** What an index is made of. */
export interface IndexJob {
  inputs: Input[];
  options: ScanOptions;
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

/**
 * Plans a registry so that it can be asked for codes, organization codes and names.
 *
 * @throws {UsccError} `input` when a file cannot be understood
 */
export async function openRegistry(job: IndexJob): Promise<OpenRegistry> {
  const { inputs, options, platform } = job;
  const kernel = createKernel();
  const { plans, warnings } = await planFiles(inputs, options, platform);
  const scans = new Map<IndexSelector, Promise<IndexedScan>>();
  const scan = (selector: IndexSelector): Promise<IndexedScan> => {
    const known = scans.get(selector) ?? scanRegistry(job, choosePlans(job, plans, selector), selector);
    scans.set(selector, known);
    return known;
  };
  return {
    plans,
    warnings,
    scan,
    async find(selector, texts) {
      const wanted = [...new Set(texts)].filter((text) => text !== '');
      if (wanted.length === 0) return new Map();
      return lookUp({ scan: await scan(selector), texts: wanted, kernel });
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

/** The column of registration numbers; -1 when there is none. */
export function findRegistrationColumn(
  { path, header }: Pick<FilePlan, 'path' | 'header'>,
  { registrationColumn }: Pick<IndexJob, 'registrationColumn'>,
): number {
  const headers = header ?? [];
  if (registrationColumn === undefined) return headers.findIndex((name) => registrationNumber.test(foldHeader(name)));
  return findNamed(path, headers, registrationColumn, 'registration-column');
}

async function scanRegistry(job: IndexJob, chosen: IndexPlan[], selector: IndexSelector): Promise<IndexedScan> {
  const plans = chosen.map(({ plan }) => plan);
  const { options, platform } = job;
  const totalBytes = measure(plans);
  const scan = await openScan({
    plans,
    key: selector === 'registration' ? 'code' : selector,
    options,
    platform,
    memoryBytes: job.memoryBytes / selectorShare,
    progress: (doneBytes, records) => options.onProgress?.({ stage: 'registry', doneBytes, totalBytes, records }),
  });
  return { ...scan, selector, codeColumns: chosen.map(({ codeColumn }) => codeColumn) };
}
