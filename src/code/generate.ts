import { UsccError } from './error.ts';
import { seededRandom } from './random.ts';
import { alphabet } from './standard/alphabet.ts';
import { pairs } from './standard/authority-category.ts';
import { checkCharacter } from './standard/check-character.ts';
import { organizationCheckCharacter } from './standard/organization-code.ts';

/** What a generated code should look like; everything left out is drawn. */
export interface GenerateOptions {
  /** The same seed gives the same code. */
  seed?: number;
  /** Source of numbers in [0, 1), for a sequence of codes; goes before `seed`. */
  random?: () => number;
  /** Position 1, 登记管理部门. */
  authority?: string;
  /** Position 2, 机构类别. */
  category?: string;
  /** Positions 3–8, or the codes to draw from (`regionCodes()` of `uscc-toolkit/regions`). */
  region?: string | readonly string[];
}

/** The first county-level district of each provincial capital and municipality. */
const capitals =
  '110101 120101 130102 140105 150102 210102 220102 230102 310101 320102 330102 340102 350102 360102 370102 410102 420102 430102 440103 450102 460105 500101 510104 520102 530102 540102 610102 620102 630102 640104 650102'.split(
    ' ',
  );

/**
 * A conforming code that belongs to nobody in particular, for tests and demonstrations.
 *
 * Authority and category are a pair of the table; half of the organization codes are digits like those from before 2015,
 * half begin with `MA` like those since.
 *
 * @throws UsccError `usage` when no pair has that authority and category, or a region is not six digits
 * @example generate({ seed: 1, authority: '9', category: '1', region: '370900' }) // the same code every time
 */
export function generate(options: GenerateOptions = {}): string {
  const random = options.random ?? (options.seed === undefined ? Math.random : seededRandom(options.seed));
  const pair = pick(findPairs(options), random);
  const region = pick(typeof options.region === 'string' ? [options.region] : (options.region ?? capitals), random);
  if (!/^[0-9]{6}$/.test(region)) throw new UsccError('usage', `generate: region ${region} is not six digits`);
  const since2015 = random() < 0.5;
  const body = since2015 ? `MA${draw(6, alphabet, random)}` : draw(8, '0123456789', random);
  const first17 = pair.authority + pair.category + region + body + organizationCheckCharacter(body);
  return first17 + checkCharacter(first17);
}

function findPairs({ authority, category }: GenerateOptions): typeof pairs {
  const found = pairs.filter(
    (pair) =>
      (authority === undefined || pair.authority === authority) &&
      (category === undefined || pair.category === category),
  );
  if (found.length === 0) {
    throw new UsccError('usage', `generate: no authority ${authority ?? '*'} with category ${category ?? '*'}`);
  }
  return found;
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new UsccError('usage', 'generate: nothing to draw from');
  return item;
}

function draw(count: number, characters: string, random: () => number): string {
  let text = '';
  for (let drawn = 0; drawn < count; drawn++) text += characters.charAt(Math.floor(random() * characters.length));
  return text;
}
