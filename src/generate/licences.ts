import { seededRandom } from '../code/random.ts';
import { alphabet } from '../code/standard/alphabet.ts';
import { checkCharacter } from '../code/standard/check-character.ts';
import { organizationCheckCharacter } from '../code/standard/organization-code.ts';
import { byteOrderMarks, makeEncoder, type OutputEncoding } from '../write/encoder.ts';
import { type LicenceTableLayout, licenceColumns, type MadeKind } from './licence-columns.ts';
import { createDamager, type LicenceRecord } from './licence-damage.ts';
import type { TruthEntry } from './options.ts';

/** What is asked of a made-up table of licences or penalties. */
export interface LicenceGenerateOptions {
  kind: MadeKind;
  /** Default `2021`. */
  layout?: LicenceTableLayout;
  /** Records to write. Default 1000. */
  rows?: number;
  /** Whole number; the same seed and options give the same bytes. Default 1. */
  seed?: number;
  /** Share of records with something wrong, 0–0.25; above 0 at least one has. Default 0. */
  errors?: number;
  encoding?: OutputEncoding;
  /** Size of the chunks, before encoding. Default 1 MiB. */
  chunkBytes?: number;
  /** Called for every record with something wrong, in file order. `kind` is the column and the rule: `tax tax-mismatch`. */
  onTruth?(entry: TruthEntry): void;
}

/** Records of one person concerned, one after the other: the last of them may be damaged, so that the others outvote it. */
export const recordsEach = 4;
const bodyCount = 12;
const regions = ['370902', '370911', '370921', '370923', '370982', '370983'];
const trades = ['建材', '食品', '运输', '医药', '电子', '机械', '餐饮', '种植', '化工', '物流'];

/**
 * Writes a table of licences or penalties that never was. Every record follows from the seed and its number alone.
 *
 * @returns chunks that end between records
 * @example for (const chunk of generateLicences({ kind: 'licences', rows: 1000, errors: 0.01 })) write(chunk)
 */
export function* generateLicences(options: LicenceGenerateOptions): Generator<Uint8Array, void, undefined> {
  const { kind, layout = '2021', rows = 1000, seed = 1, errors = 0 } = options;
  const { encoding = 'utf-8', chunkBytes = 1 << 20, onTruth } = options;
  const encode = makeEncoder(encoding);
  const encoder = new TextEncoder();
  const columns = licenceColumns(kind, layout);
  const bodies = Array.from({ length: bodyCount }, (_, index) => makeBody(seed, index));
  const whole = Math.floor(rows / recordsEach);
  const events = errors === 0 ? 0 : Math.min(whole, Math.max(1, Math.round(errors * rows)));
  const mark = Uint8Array.from(byteOrderMarks[encoding]);
  if (mark.length > 0) yield mark;
  let text = `${columns.map(({ header }) => header).join(',')}\n`;
  if (layout === '2021') text += `${columns.map(({ field }) => field).join(',')}\n`;
  const damage = createDamager();
  let event = 0;
  for (let row = 0; row < rows; row++) {
    const entity = Math.floor(row / recordsEach);
    const record = makeRecord({ kind, seed, row, entity, body: bodies[entity % bodyCount] as Body });
    const isLast = row % recordsEach === recordsEach - 1;
    if (isLast && event < events && entity === Math.floor(((event + 0.5) * whole) / events)) {
      event++;
      const truth = damage(record, { row, fresh: (use) => makeCode(seed, row, use, '91') });
      onTruth?.({ row: row + 1, ...truth });
    }
    text += `${columns.map(({ value }) => value(record)).join(',')}\n`;
    if (text.length < chunkBytes) continue;
    yield encode(encoder.encode(text));
    text = '';
  }
  if (text !== '') yield encode(encoder.encode(text));
}

interface Body {
  name: string;
  code: string;
}

function makeBody(seed: number, index: number): Body {
  return { name: `泰安市第${index + 1}号局`, code: makeCode(seed, index, bodyUse, '11') };
}

/** What organization codes begin with, by what a code is used for: no two codes of one use share a number. */
const beginnings = ['MA', 'MB', 'MC', 'MD', 'ME', 'MF', 'MG'];
const ownUse = 0;
const bodyUse = 6;

/** @param pair authority and category */
function makeCode(seed: number, number: number, use: number, pair: string): string {
  const random = seededRandom(seed + number * 7 + use);
  const region = pair === '11' ? '370900' : (regions[Math.floor(random() * regions.length)] ?? '370902');
  let serial = '';
  for (let rest = number, digit = 0; digit < 6; digit++) {
    serial = alphabet.charAt(rest % alphabet.length) + serial;
    rest = Math.floor(rest / alphabet.length);
  }
  const first8 = (beginnings[use] ?? 'MH') + serial;
  const first17 = pair + region + first8 + organizationCheckCharacter(first8);
  return first17 + checkCharacter(first17);
}

interface Place {
  kind: MadeKind;
  seed: number;
  row: number;
  entity: number;
  body: Body;
}

/** Of eight persons concerned five are organizations, one is self-employed, two are natural persons. */
function makeRecord({ kind, seed, row, entity, body }: Place): LicenceRecord {
  const turn = entity % 8;
  const category = turn < 5 ? '法人及非法人组织' : turn === 5 ? '个体工商户' : '自然人';
  const code = turn > 5 ? '' : makeCode(seed, entity, ownUse, turn === 5 ? '92' : '91');
  const trade = trades[entity % trades.length] ?? '';
  const name =
    turn < 5 ? `泰安第${entity}号${trade}有限公司` : turn === 5 ? `泰安第${entity}号${trade}店` : `王某${entity}`;
  return {
    name,
    category,
    code,
    registration: '',
    organization: turn === 0 ? code.slice(8, 17) : '',
    tax: turn === 1 ? code : turn === 2 ? `370902${code.slice(8, 17)}` : '',
    institution: '',
    association: '',
    decision: `泰${kind === 'licences' ? '许' : '罚'}〔2023〕${row + 1}号`,
    body: body.name,
    'body-code': body.code,
    source: body.name,
    'source-code': body.code,
  };
}
