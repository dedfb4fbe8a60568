import type { RunOptions, ScanOptions } from '../engine/options.ts';
import type { ReadOptions } from '../tables/input.ts';

/** What is said of a table and holds for the registry too, and the registry's columns. */
export function readRegistryOptions(
  options: RunOptions &
    Pick<ReadOptions, 'maxExpandBytes'> & {
      registryCodeColumn?: number | string;
      registryNameColumn?: number | string;
    },
): ScanOptions {
  const { lang, face, signal, workers, memoryBytes, maxExpandBytes, tempDir, onProgress } = options;
  const { registryCodeColumn: codeColumn, registryNameColumn: nameColumn } = options;
  return { lang, face, signal, workers, memoryBytes, maxExpandBytes, tempDir, onProgress, codeColumn, nameColumn };
}
