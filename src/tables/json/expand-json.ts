import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../byte-source.ts';
import { type Encoding, guessEncoding } from '../encoding.ts';
import { addInput, type Expander, type Expansion, type SourceFile, spoolPieces } from '../expansion.ts';
import { measure, readPieces } from '../pieces.ts';
import { findJsonShape, type JsonShape } from './json-shape.ts';
import { convertJson, type JsonFacts } from './json-table.ts';
import { JsonError } from './json-values.ts';

const headBytes = 256 << 10;
const mostHeadBytes = 64 << 20;

/** JSON: a row for every object or array. */
export const expandJson: Expander = async (file, run) => {
  const { shown, source } = file;
  const { encoding, shape } = await findRows(file, run);
  const facts: JsonFacts = { header: [], droppedKeys: new Set() };

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
      if (!(error instanceof JsonError)) throw error;
      throw refuse(
        'input',
        { kind: 'bad-json', file: shown, line: error.line, damage: error.damage },
        { cause: error },
      );
    }
  }

  const about = { ...file, depth: file.depth + 1 };
  const pieces = measure(convert(), file.spend);
  const table = await spoolPieces(pieces, about, run, 'JSON');
  if (facts.droppedKeys.size > 0) {
    const keys = [...facts.droppedKeys];
    run.warnings.push({ code: 'dropped-keys', file: shown, count: keys.length, names: keys });
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
    const shape = findJsonShape(text, isWhole || length >= mostHeadBytes, records);
    if (shape === 'more') continue;
    if (shape === 'none') throw refuse('input', { kind: 'no-records', file: shown, path: records ?? '$' });
    if ('paths' in shape) {
      throw refuse('input', { kind: 'two-arrays', file: shown, paths: shape.paths, remedies: [{ kind: 'records' }] });
    }
    return { encoding, shape };
  }
}
