import type { SpillFile } from '../engine/group/key-store.ts';
import type { Suspect } from './suspect.ts';

/**
 * Suspects in any number, the surest first, however they came. What does not fit the memory given goes to a file, sorted, as lines of
 * JSON; in the end all such runs are read side by side.
 *
 *   found ─▶ held ─ full: sort ─▶ run 0  │▒▒▒▒│▒▒▒▒│▒▒│   chunks of a file
 *                                 run 1  │▒▒▒▒│▒▒▒▒│
 *              └─ at the end ──▶  run 2  held               ─▶ the first of all runs, again and again
 */
export interface SuspectSorter {
  add(suspects: Suspect[]): void;
  /** Puts what is held into the file, so that the texts it is part of need not stay. */
  flush(): void;
  /** Hands all of them on, in order, a few thousand at a time. */
  drain(take: (batch: Suspect[]) => void | Promise<void>): Promise<void>;
}

/** Suspects handed on at a time. */
const batchSize = 4096;
/** Suspects of a run that are in memory while runs are read. */
const chunkSize = 256;
/** What a record of a suspect takes in memory. */
const recordBytes = 400;

/** A sorter that holds suspects in `memoryBytes`; all of them where there is nowhere to spill. */
export function createSuspectSorter(memoryBytes: number, createSpill: (() => SpillFile) | undefined): SuspectSorter {
  let held: Suspect[] = [];
  let heldBytes = 0;
  let spill: SpillFile | undefined;
  const runs: Iterator<Suspect>[] = [];
  const store = (open: () => SpillFile): void => {
    spill ??= open();
    runs.push(readRun(spill, writeRun(spill, held.sort(compareSuspects))));
    held = [];
    heldBytes = 0;
  };
  const flush = (): void => {
    if (createSpill !== undefined && held.length > 0) store(createSpill);
  };
  return {
    flush,
    add(suspects) {
      for (const suspect of suspects) {
        held.push(suspect);
        heldBytes += suspect.records.length * recordBytes;
        if (heldBytes > memoryBytes) flush();
      }
    },
    async drain(take) {
      held.sort(compareSuspects);
      if (runs.length === 0) {
        for (let at = 0; at < held.length; at += batchSize) await take(held.slice(at, at + batchSize));
        return;
      }
      flush();
      await mergeRuns(runs, take);
    },
  };
}

/** Where a chunk of a run lies in the file. */
interface Chunk {
  at: number;
  bytes: number;
}

function writeRun(spill: SpillFile, suspects: Suspect[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < suspects.length; at += chunkSize) {
    const bytes = new TextEncoder().encode(JSON.stringify(suspects.slice(at, at + chunkSize)));
    chunks.push({ at: spill.append(bytes), bytes: bytes.length });
  }
  return chunks;
}

function* readRun(spill: SpillFile, chunks: Chunk[]): Generator<Suspect> {
  for (const { at, bytes } of chunks) {
    const chunk = new Uint8Array(bytes);
    spill.read(at, chunk);
    yield* JSON.parse(new TextDecoder().decode(chunk)) as Suspect[];
  }
}

async function mergeRuns(runs: Iterator<Suspect>[], take: (batch: Suspect[]) => void | Promise<void>): Promise<void> {
  const waiting: { suspect: Suspect; run: Iterator<Suspect> }[] = [];
  for (const run of runs) {
    const { value, done } = run.next();
    if (!done) waiting.push({ suspect: value, run });
  }
  let batch: Suspect[] = [];
  while (waiting.length > 0) {
    const head = waiting.reduce((best, each) => (compareSuspects(each.suspect, best.suspect) < 0 ? each : best));
    batch.push(head.suspect);
    const { value, done } = head.run.next();
    if (done) waiting.splice(waiting.indexOf(head), 1);
    else head.suspect = value;
    if (batch.length < batchSize && waiting.length > 0) continue;
    await take(batch);
    batch = [];
  }
}

/** The surest first; of equals, those that come first in the files. Only what is the same in all has no order. */
function compareSuspects(left: Suspect, right: Suspect): number {
  const byConfidence = right.confidence - left.confidence;
  if (byConfidence !== 0) return byConfidence;
  for (const [index, a] of left.records.entries()) {
    const b = right.records[index];
    if (b === undefined) return 1;
    const byLocation = a.file - b.file || a.row - b.row;
    if (byLocation !== 0) return byLocation;
  }
  return left.records.length - right.records.length || (left.kind < right.kind ? -1 : Number(left.kind > right.kind));
}
