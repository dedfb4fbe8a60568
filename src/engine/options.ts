import type { Face, Language } from '../messages/voice.ts';
import type { ReadOptions } from '../tables/input.ts';

/** How far a run is. `doneBytes` of `totalBytes` belong to the stage named; in `query` they are queries of an engine. */
export interface Progress {
  stage: 'spool' | 'query' | 'registry' | 'scan' | 'group' | 'duplicates' | 'suspects' | 'compare' | 'write';
  doneBytes: number;
  totalBytes: number;
  records: number;
}

/** How a run is done: language, threads, memory, and how it is watched and ended. */
export interface RunOptions {
  lang?: Language;
  /** Whose names for options the texts use: the library's (default), the command's flags, or the page's controls. */
  face?: Face;
  /** Threads; default: one per core. */
  workers?: number;
  /** Memory for keys; beyond it they go to the temporary folder. Default: half of what is free, at most 4 GiB. */
  memoryBytes?: number;
  /** Folder in which the run makes its own for temporary files. Default: the system's. */
  tempDir?: string;
  signal?: AbortSignal;
  onProgress?(progress: Progress): void;
  /**
   * Takes what was read as an .xlsx workbook: a workbook with its looks, anything else as a new one. `checkRegistry` marks wrong cells in
   * it and says why, other functions give what they make of it in place of bytes. They are only lent.
   */
  onWorkbook?(bytes: Uint8Array): void | Promise<void>;
}

/** What a scan asks of its caller's options: how tables are read, and how the run is done. */
export type ScanOptions = ReadOptions & RunOptions;
