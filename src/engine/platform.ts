import type { CheckOptions } from '../check/options.ts';
import type { SuspectResult, SuspectTask } from '../suspects/suspect-task.ts';
import type { ByteSource, SourceReference } from '../tables/byte-source.ts';
import type { SourceEncoding } from '../tables/encoding.ts';
import type { GroupTask } from './group/gather.ts';
import type { Groups } from './group/group.ts';
import type { SideGroups, SideTask } from './group/group-sides.ts';
import type { SpillFile } from './group/key-store.ts';
import type { CellResult, CellTask } from './reread/cell-task.ts';
import type { NameResult, NameTask } from './reread/name-task.ts';
import type { PickResult, PickTask } from './reread/pick-task.ts';
import type { RecordResult, RecordTask } from './reread/record-task.ts';
import type { ScanResult, ScanTask } from './scan/scan-task.ts';

/** One file to check: its bytes here, and what a worker needs to open it there. */
export interface Input {
  /** As the caller named it. */
  path: string;
  source: ByteSource;
  reference: SourceReference;
  /** Size of what the caller named, where that is not what is scanned. */
  bytes?: number;
  /** For what was converted to CSV: nothing about it has to be guessed. */
  table?: Table;
  /** How this one is read, where that is not as all of them are. */
  reading?: Pick<CheckOptions, 'codeColumn' | 'nameColumn' | 'unitColumn' | 'encoding' | 'delimiter' | 'header'>;
}

/** UTF-8 text with commas, quoted where needed, made of something else. */
export interface Table {
  /** Names of the columns, where they are not the first record. */
  header?: string[];
  /** The sheet of a workbook that it was: line n is row n of the sheet. */
  sheet?: string;
  /** One sheet of several: passed over when it has no codes. */
  isOneOfSeveral?: boolean;
}

/** A task, and what it comes to. */
export interface Work {
  scan: [task: ScanTask, result: ScanResult];
  pick: [task: PickTask, result: PickResult];
  names: [task: NameTask, result: NameResult];
  cells: [task: CellTask, result: CellResult];
  records: [task: RecordTask, result: RecordResult];
  group: [task: GroupTask & { kind: 'group' }, result: Groups];
  sides: [task: SideTask & { kind: 'sides' }, result: SideGroups];
  suspect: [task: SuspectTask, result: SuspectResult];
}

export type Task = Work[keyof Work][0];

/** Threads that perform tasks, each with a kernel of its own. */
export interface Pool {
  size: number;
  run<Kind extends keyof Work>(task: Work[Kind][0] & { kind: Kind }): Promise<Work[Kind][1]>;
}

/** What the engine asks of the place it runs in: Node, or a page. */
export interface Platform {
  pool: Pool;
  /** Width of a range; chosen by size and threads when absent. */
  rangeBytes?: number;
  /** A file for keys that do not fit the memory given; without one they stay in memory. */
  createSpill?(expectedBytes: number): SpillFile;
  /** The same text as UTF-8, for encodings that cannot be scanned as they are. */
  transcode(input: Input, encoding: SourceEncoding): Promise<Input>;
}
