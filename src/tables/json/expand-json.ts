import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../byte-source.ts';
import { guessEncoding } from '../encoding.ts';
import { addInput, type Expander, spoolPieces } from '../expand.ts';
import { measure, readPieces } from '../pieces.ts';
import { findJsonShape } from './json-shape.ts';
import { convertJson, type JsonFacts } from './json-table.ts';
import { JsonError } from './json-values.ts';

const headBytes = 256 << 10;

/** JSON: a row for every object or array. */
export const expandJson: Expander = async (place, run) => {
  const { shown, source } = place;
  const head = await readBytes(source, 0, headBytes);
  const { encoding } = guessEncoding(head, head.length === source.size);
  const shape = findJsonShape(new TextDecoder(encoding).decode(head, { stream: head.length < source.size }));
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

  const about = { ...place, depth: place.depth + 1 };
  const pieces = measure(convert(), place.spend);
  const table = await spoolPieces(pieces, about, run, 'JSON');
  if (facts.droppedKeys.size > 0) {
    const keys = [...facts.droppedKeys];
    run.warnings.push({ code: 'dropped-keys', file: shown, count: keys.length, names: keys });
  }
  addInput(table, run, facts.header.length > 0 ? { header: facts.header } : {});
};
