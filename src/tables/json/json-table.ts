import { createCsvLines } from '../delimited/csv-lines.ts';
import { JsonError } from './json-error.ts';
import { type JsonRow, nameColumns, readJsonRow } from './json-row.ts';
import { createPassedOver, type JsonValue, type PassedOver, splitJson } from './json-rows.ts';
import type { JsonShape } from './json-shape.ts';

/** What JSON text held; complete when all of it has been read. */
export interface JsonFacts {
  /** Keys of the first objects, in order; empty when rows are arrays. */
  header: string[];
  /** Keys that came later, and were left out: the first hundred. */
  droppedKeys: Set<string>;
  passedOver: PassedOver;
  /** Lines that say what a search engine is to do with the next one. */
  bulkLines: number;
}

export function createJsonFacts(): JsonFacts {
  return { header: [], droppedKeys: new Set(), passedOver: createPassedOver(), bulkLines: 0 };
}

/** Rows whose keys become columns. */
const sampleRows = 1000;
const mostDroppedKeys = 100;
/** `{"index":{"_id":"1"}}`: of the bulk format of Elasticsearch. */
const bulkLine = /^\{\s*"(index|create|update|delete)"\s*:\s*\{\s*("_[^{}]*)?\}\s*\}$/;
/** No register has more; a row of a file made for harm may. */
const mostColumns = 4096;

/**
 * Writes the rows of JSON text as CSV, without a header: the names of the columns are in `facts`. A row stands on the line on which
 * it starts in the text, as far as that can be.
 *
 * @throws {JsonError} when it is not JSON, or mixes objects and arrays
 */
export async function* convertJson(
  texts: AsyncIterable<string>,
  shape: JsonShape,
  facts: JsonFacts,
): AsyncGenerator<Uint8Array> {
  const lines = createCsvLines();
  const columns = new Map<string, number>();
  let sample: { value: JsonValue; row: JsonRow }[] | null = [];
  let isObjects = true;
  let width = 0;
  const isNdjson = shape.path.length === 0;

  function startTable(): void {
    const rows = sample ?? [];
    isObjects = rows[0]?.row.keys !== null;
    for (const { row } of rows) {
      for (const key of row.keys ?? []) {
        if (!columns.has(key) && columns.size < mostColumns) columns.set(key, columns.size);
      }
      width = Math.min(mostColumns, Math.max(width, row.cells.length));
    }
    facts.header = nameColumns([...columns.keys()]);
    if (isObjects) width = columns.size;
    sample = null;
    for (const { value, row } of rows) writeRow(value, row);
  }

  function writeRow({ line }: JsonValue, { keys, cells }: JsonRow): void {
    if ((keys !== null) !== isObjects) throw new JsonError(line, { kind: 'mixed-rows' });
    const row: string[] = keys === null ? cells : new Array<string>(width).fill('');
    for (const [index, key] of (keys ?? []).entries()) {
      const column = columns.get(key);
      if (column !== undefined) row[column] = cells[index] ?? '';
      else if (facts.droppedKeys.size < mostDroppedKeys) facts.droppedKeys.add(nameColumns([key])[0] ?? key);
    }
    while (row.length < width) row.push('');
    lines.write(row, line);
  }

  for await (const values of splitJson(texts, shape, facts.passedOver)) {
    for (const value of values) {
      if (isNdjson && bulkLine.test(value.text)) {
        facts.bulkLines++;
        continue;
      }
      const row = readJsonRow(value);
      if (sample === null) writeRow(value, row);
      else if (sample.push({ value, row }) >= sampleRows) startTable();
    }
    const bytes = lines.take();
    if (bytes !== null) yield bytes;
  }
  if (sample !== null) startTable();
  const last = lines.take(true);
  if (last !== null) yield last;
}
