import { parseTarget } from '../../check/assess/target.ts';
import { checkTables } from '../../check/check.ts';
import { createReport } from '../../check/create-report.ts';
import type { AssessOptions } from '../../check/options.ts';
import type { Report } from '../../check/report.ts';
import { UsccError } from '../../code/error.ts';
import type { Progress } from '../../engine/options.ts';
import type { Platform } from '../../engine/platform.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import type { Language } from '../../messages/voice.ts';
import { describeWarning } from '../../messages/warning/index.ts';
import { gatherDuplicates } from '../../report/html/gather-duplicates.ts';
import { gatherFindings } from '../../report/html/gather-findings.ts';
import { gatherSuspects } from '../../report/html/gather-suspects.ts';
import { findSuspects } from '../../suspects/find-suspects.ts';
import type { Spool } from '../../tables/expansion.ts';
import type { Input } from '../../tables/input.ts';
import { transcodeFile } from '../../tables/transcode.ts';
import { assessAnew } from '../assess-anew.ts';
import { memoryLimitBytes } from '../limits.ts';
import type { CheckOutcome, CheckRequest, Engine, EngineEvent, Reading, TableView } from '../protocol.ts';
import { sourceOfBlob } from './blob-source.ts';
import type { EditSource } from './edit-run.ts';
import { createFindingStore, type FindingStore } from './finding-store.ts';
import { workMonth } from './month-work.ts';
import { openBlob } from './open-blob.ts';
import { createPagePools } from './page-pool.ts';
import { surveyTable } from './survey-table.ts';
import { writeForm } from './write-form.ts';

const partBytes = 8 << 20;

const restMilliseconds = 50;

/** A finished check, to be looked at and written. */
interface Finished {
  outcome: CheckOutcome;
  store: FindingStore;
  read: EditSource;
  notes: boolean;
}

/** The engine in its worker: it keeps the tables that were opened and the last check. */
export function createEngine(script: string, emit: (event: EngineEvent) => void): Engine {
  const kernel = createKernel();
  const poolFor = createPagePools(script);
  const tables = new Map<number, { input: Input; file: Blob }>();
  const transcoded = new WeakMap<Input['source'], Map<string, Promise<Input>>>();
  let controller = new AbortController();
  let finished: Finished | undefined;
  let count = 0;

  const spool = createBlobSpool(() => controller.signal);
  /** Columns are looked at again and again; the text is made once. */
  const transcode: Platform['transcode'] = async (input, encoding, rewrite) => {
    const made = transcoded.get(input.source) ?? new Map<string, Promise<Input>>();
    transcoded.set(input.source, made);
    const key = JSON.stringify([encoding, rewrite]);
    const text = made.get(key) ?? transcodeFile(input, encoding, spool, rewrite);
    made.set(key, text);
    text.catch(() => made.delete(key));
    return text;
  };

  const survey = (id: number, input: Input, reading: Reading): Promise<TableView> =>
    surveyTable(id, input, reading, { kernel, platform: { pool: poolFor(0), transcode } });

  const find = (id: number): Input => (tables.get(id) as { input: Input }).input;

  async function run(request: CheckRequest, signal: AbortSignal): Promise<Finished> {
    const chosen = request.tables.map(({ id, reading }): Input => ({ ...find(id), reading }));
    const files = request.tables.flatMap(({ id }) => tables.get(id)?.file ?? []);
    const judged: AssessOptions = { target: parseTarget(request.target), definition: request.definition };
    const store = createFindingStore();
    const findings = gatherFindings(request.notes);
    const suspects = gatherSuspects();
    const duplicates = gatherDuplicates();
    const pool = poolFor(chosen.reduce((sum, { source }) => sum + source.size, 0));
    const platform: Platform = { pool, transcode };
    const options = { signal, memoryBytes: memoryLimitBytes() };
    const { result, scan } = await checkTables(
      chosen,
      {
        face: 'page',
        definition: request.definition,
        ...options,
        suspect: request.suspect,
        notes: request.notes,
        findings: 'all',
        onProgress: (progress) => emit({ event: 'progress', progress }),
        onFindings(batch) {
          store.addFindings(batch);
          findings.add(batch);
        },
        onDuplicates(batch) {
          store.addDuplicates(batch);
          duplicates.add(batch);
        },
      },
      platform,
    );
    const counts = request.suspect
      ? await findSuspects(scan, { ...options, face: 'page' }, platform, {
          suspects(batch) {
            store.addSuspects(batch);
            suspects.add(batch);
          },
          progress: (share) => {
            const { totalBytes, records } = scan;
            emit({
              event: 'progress',
              progress: { stage: 'suspects', doneBytes: share * totalBytes, totalBytes, records },
            });
          },
        })
      : undefined;
    const report = (lang: Language): Report => {
      const made = createReport(result, { ...judged, lang, face: 'page' });
      const before = request.warnings.map((facts) => describeWarning(facts, { lang, face: 'page' }));
      return { ...made, ...(counts && { suspects: counts }), warnings: [...before, ...made.warnings] };
    };
    return {
      store,
      read: { inputs: chosen, files, platform },
      notes: request.notes,
      outcome: {
        reports: { zh: report('zh'), en: report('en') },
        files: result.plans.map(({ path }) => path),
        rows: `[${[...findings.pieces()].join(',')}]`,
        gathered: {
          duplicates: duplicates.kept,
          suspects: suspects.kept(),
          positions: findings.positions,
          findings: { total: findings.total, keptCount: findings.keptCount() },
        },
      },
    };
  }

  /** One thing at a time can be cancelled. */
  async function cancellable<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await work(signal);
    } catch (error) {
      if (signal.aborted) throw new UsccError('aborted', 'cancelled', { cause: error });
      throw error;
    } finally {
      controller = new AbortController();
    }
  }

  return {
    open: (file, name) =>
      cancellable(async (signal) => {
        const onProgress = createThrottle<Progress>((progress) => emit({ event: 'progress', progress }));
        const { inputs, warnings } = await openBlob(file, name, { spool, signal, onProgress });
        const opened = inputs.map((input) => {
          tables.set(++count, { input, file });
          return survey(count, input, { unitColumn: 'auto' });
        });
        return { tables: await Promise.all(opened), warnings };
      }),
    survey: (id, reading) => survey(id, find(id), reading),
    async drop(ids) {
      for (const id of ids) tables.delete(id);
    },
    check: (request) =>
      cancellable(async (signal) => {
        finished = undefined;
        finished = await run(request, signal);
        return finished.outcome;
      }),
    async cancel() {
      controller.abort();
    },
    work: (request) =>
      cancellable((signal) => {
        const onProgress = createThrottle<Progress>((progress) => emit({ event: 'progress', progress }));
        return workMonth(request, {
          open: (file) => openBlob(file, file.name, { spool, signal, onProgress }),
          platformFor: (inputs) => ({
            pool: poolFor(inputs.reduce((sum, { source }) => sum + source.size, 0)),
            transcode,
          }),
          options: { signal, onProgress, memoryBytes: memoryLimitBytes() },
        });
      }),
    async write(form, { lang, target, definition, assess, about }) {
      if (finished === undefined) throw new UsccError('usage', 'nothing has been checked');
      const { outcome, ...rest } = finished;
      const report = assessAnew(outcome.reports[lang], parseTarget(target), definition, assess);
      return writeForm(form, { ...rest, files: outcome.files, report, lang, about });
    },
  };
}

/** Progress is told ten times a second, not at every piece. */
function createThrottle<Value>(tell: (value: Value) => void): (value: Value) => void {
  let told = 0;
  return (value) => {
    const now = performance.now();
    if (now - told < 100) return;
    told = now;
    tell(value);
  };
}

/** Keeps pieces in Blobs, which browsers put on disk when they are many; lets messages in on the way. */
function createBlobSpool(signal: () => AbortSignal): Spool {
  return {
    async write(pieces) {
      const blobs: Blob[] = [];
      let waiting: Uint8Array<ArrayBuffer>[] = [];
      let waitingBytes = 0;
      let rested = performance.now();
      for await (const piece of pieces) {
        waiting.push(piece as Uint8Array<ArrayBuffer>);
        waitingBytes += piece.length;
        if (waitingBytes >= partBytes) {
          blobs.push(new Blob(waiting));
          waiting = [];
          waitingBytes = 0;
        }
        if (performance.now() - rested > restMilliseconds) {
          await new Promise((resolve) => setTimeout(resolve));
          rested = performance.now();
        }
        signal().throwIfAborted();
      }
      const blob = new Blob([...blobs, ...waiting]);
      return { source: sourceOfBlob(blob), reference: blob, close: () => {}, remove: () => {} };
    },
  };
}
