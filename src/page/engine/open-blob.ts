import { createBudget } from '../../expand/budget.ts';
import { createExpansion, type Expansion, expand, type Spool } from '../../expand/expand.ts';
import type { Progress } from '../../registry/options.ts';
import type { Language } from '../protocol.ts';
import { sourceOfBlob } from './blob-source.ts';
import { pageInflating } from './inflate.ts';

/** What opening a file works with. */
export interface Opening {
  lang: Language;
  spool: Spool;
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/**
 * Turns a chosen file into inputs of delimited text.
 *
 * @throws {UsccError} `input` when it cannot be read or is too large
 */
export async function openBlob(
  file: Blob,
  name: string,
  { lang, spool, signal, onProgress }: Opening,
): Promise<Pick<Expansion, 'inputs' | 'notices'>> {
  const totalBytes = file.size;
  let doneBytes = 0;
  const run = createExpansion({
    lang,
    sheet: undefined,
    budget: createBudget(undefined, lang),
    spool,
    inflating: pageInflating,
    signal,
    meter: (bytes) => {
      doneBytes = Math.min(totalBytes, doneBytes + bytes);
      onProgress({ stage: 'spool', doneBytes, totalBytes, records: 0 });
    },
  });
  const source = sourceOfBlob(file);
  await expand({ shown: name, source, reference: file, bytes: file.size, depth: 0, close() {}, remove() {} }, run);
  return { inputs: run.inputs, notices: run.notices };
}
