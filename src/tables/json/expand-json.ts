import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../byte-source.ts';
import { type Encoding, guessEncoding } from '../encoding.ts';
import { addInput, type Expander, type Expansion, type SourceFile, spoolPieces } from '../expansion.ts';
import { measure, readPieces } from '../pieces.ts';
import { JsonError } from './json-error.ts';
import { showPath } from './json-path.ts';
import { findJsonShape, type JsonShape, type NoRows } from './json-shape.ts';
import { convertJson, createJsonFacts } from './json-table.ts';

const headBytes = 256 << 10;
const mostHeadBytes = 16 << 20;

/** JSON: a row for every object or array. */
export const expandJson: Expander = async (file, run) => {
  const { shown, source } = file;
  const { encoding, shape } = await findRows(file, run);
  const facts = createJsonFacts();

  async function* decode(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const piece of readPieces(source, 0, source.size, run.meter))
      yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  }
  async function* convert(): AsyncGenerator<Uint8Array> {
    try {
      yield* convertJson(decode(), shape, facts);
    } catch (error) {
      throw describeError(error, shown);
    }
  }

  const about = { ...file, depth: file.depth + 1 };
  const pieces = measure(convert(), file.spend);
  const table = await spoolPieces(pieces, about, run, 'JSON');
  const { scalars, otherPaths, keys } = facts.passedOver;
  if (otherPaths.size > 0 && run.records === undefined) {
    table.remove();
    throw refuseSeveral(shown, [showPath(shape.path), ...otherPaths]);
  }
  if (scalars.count > 0) run.warnings.push({ code: 'json-scalars', file: shown, ...scalars });
  if (keys.count > 0) run.warnings.push({ code: 'object-keys', file: shown, ...keys });
  if (facts.bulkLines > 0) run.warnings.push({ code: 'bulk-lines', file: shown, count: facts.bulkLines });
  if (facts.droppedKeys.size > 0) {
    const names = [...facts.droppedKeys];
    run.warnings.push({ code: 'dropped-keys', file: shown, count: names.length, names });
  }
  addInput(table, run, facts.header.length > 0 ? { header: facts.header } : {});
};

/** Looks for the rows in more and more of the text, until they are found. */
async function findRows(
  { shown, source }: SourceFile,
  { records }: Expansion,
): Promise<{ encoding: Encoding; shape: JsonShape }> {
  for (let length = headBytes; ; length *= 8) {
    const head = await readBytes(source, 0, length);
    const isWhole = head.length >= source.size;
    const { encoding } = guessEncoding(head, isWhole);
    const text = new TextDecoder(encoding).decode(head, { stream: !isWhole });
    const shape = findShape(text, isWhole, length >= mostHeadBytes, records, shown);
    if (shape === 'more') continue;
    if (shape === 'none') throw refuse('input', { kind: 'no-records', file: shown, path: records ?? '$' });
    if ('paths' in shape) throw refuseSeveral(shown, shape.paths);
    return { encoding, shape };
  }
}

function findShape(
  text: string,
  isWhole: boolean,
  isEnough: boolean,
  records: string | undefined,
  file: string,
): JsonShape | NoRows {
  try {
    return findJsonShape(text, isWhole, records, isEnough);
  } catch (error) {
    throw describeError(error, file);
  }
}

function describeError(error: unknown, file: string): unknown {
  if (!(error instanceof JsonError)) return error;
  return refuse('input', { kind: 'bad-json', file, line: error.line, damage: error.damage }, { cause: error });
}

function refuseSeveral(file: string, paths: string[]): Error {
  return refuse('input', { kind: 'two-arrays', file, paths, remedies: [{ kind: 'records' }] });
}
