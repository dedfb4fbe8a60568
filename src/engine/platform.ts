import type { Encoding } from '../tables/encoding.ts';
import type { Input } from '../tables/input.ts';
import type { Rewrite } from '../tables/rewrite.ts';
import type { SpillFile } from './group/key-store.ts';
import type { Pool } from './task.ts';

/** What the engine asks of the place it runs in: Node, or a page. */
export interface Platform {
  pool: Pool;
  /** Width of a range; chosen by size and threads when absent. */
  rangeBytes?: number;
  /** A file for keys that do not fit the memory given; without one they stay in memory. */
  createSpill?(expectedBytes: number): SpillFile;
  /** The same text as UTF-8, rewritten where asked for: what cannot be scanned as it is. */
  transcode(input: Input, encoding: Encoding, rewrite?: Rewrite): Promise<Input>;
}
