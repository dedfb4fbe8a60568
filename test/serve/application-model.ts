import { checkCharacter, organizationCheckCharacter } from '../../src/index.ts';

/** A name in parts, so that what it may be taken for is known without reading it. */
export interface ModelName {
  place: string;
  /** Index of a pair of characters that are taken for one another, and which of them. */
  brand: number;
  variant: 0 | 1;
  group: '' | '集团' | '(集团)';
  form: '有限公司' | '有限责任公司' | '股份有限公司';
}

/** A record of the model's registry. */
export interface ModelRow {
  name: ModelName;
  code: string;
  /** Whether the code conforms, was damaged by one edit, or is an organization code of old. */
  kind: 'right' | 'damaged' | 'old';
  registration: string;
}

export interface ModelApplication {
  name: ModelName;
  region: string;
  category: string;
  organizationCode?: string;
  registrationNumber?: string;
  code?: string;
}

const brands = [
  ['恒瑞兴', '恒锐兴'],
  ['金华源', '金花源'],
  ['鼎盛泰', '鼎胜泰'],
] as const;
const regions = ['370911', '370902'];
const places: Record<string, string[]> = {
  '370911': ['', '泰安市岱岳区', '岱岳区'],
  '370902': ['', '泰安市泰山区', '泰山区'],
};
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function spell({ place, brand, variant, group, form }: ModelName): string {
  return `${place}${brands[brand]?.[variant]}商贸${group}${form}`;
}

/** Rows and applications of few enough parts that all kinds of conflict occur. */
export function createMaker(random: () => number) {
  const draw = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const organization = (): string => {
    const body = `MA0C${draw(['0', '1', '2', '3', '4'])}${draw(['0', '1', '2', '3', 'A'])}0${draw(['0', '1'])}`;
    return body + organizationCheckCharacter(body);
  };
  const codeOf = (category: string, region: string, nine: string): string => {
    const first17 = category + region + nine;
    return first17 + checkCharacter(first17);
  };
  const name = (region: string): ModelName => ({
    place: draw(places[region] ?? ['']),
    brand: Math.floor(random() * brands.length),
    variant: draw([0, 1] as const),
    group: draw(['', '', '集团', '(集团)'] as const),
    form: draw(['有限公司', '有限公司', '有限责任公司', '股份有限公司'] as const),
  });
  const damage = (code: string): string => {
    const at = 8 + Math.floor(random() * 8);
    const other = draw([...alphabet].filter((character) => character !== code.charAt(at)));
    return code.slice(0, at) + other + code.slice(at + 1);
  };
  const registration = (): string => `3709${String(Math.floor(random() * 40)).padStart(9, '0')}`;
  return {
    row(): ModelRow {
      const region = draw(regions);
      const kind = draw(['right', 'right', 'right', 'damaged', 'old'] as const);
      const nine = organization();
      const right = codeOf(draw(['91', '92']), region, nine);
      const code = kind === 'old' ? nine : kind === 'right' ? right : damage(right);
      return { name: name(region), code, kind, registration: random() < 0.3 ? registration() : '' };
    },
    application(): ModelApplication {
      const region = draw(regions);
      const category = draw(['91', '92']);
      const nine = organization();
      const own = codeOf(random() < 0.9 ? category : '93', random() < 0.9 ? region : draw(regions), nine);
      const code = random() < 0.1 ? damage(own) : own;
      return {
        name: name(region),
        region,
        category,
        ...(random() < 0.6 && { code }),
        ...(random() < 0.4 && {
          organizationCode: random() < 0.8 ? nine : `${nine.slice(0, 8)}${nine.endsWith('0') ? '1' : '0'}`,
        }),
        ...(random() < 0.3 && { registrationNumber: registration() }),
      };
    },
  };
}

/** A block of organization codes, as the model knows it: from MA0C0… to MA0C3…. */
export const modelBlock = { first: 'MA0C0000', last: 'MA0C3ZZZ', prefix: '37' };

/** What an application should be answered, worked out row by row. */
export function modelAnswer(
  application: ModelApplication,
  rows: ModelRow[],
  conforms: (code: string) => boolean,
): Set<string> {
  const { name, region, category, organizationCode, registrationNumber } = application;
  const found = new Set<string>();
  const isNineRight =
    organizationCode !== undefined &&
    organizationCheckCharacter(organizationCode.slice(0, 8)) === organizationCode.charAt(8);
  let code = application.code ?? null;
  let nine = organizationCode ?? null;
  if (organizationCode !== undefined && !isNineRight) found.add('organization-code-not-conforming');
  if (code !== null) {
    if (!conforms(code)) found.add('code-not-conforming');
    else {
      if (!code.startsWith(category + region)) found.add('positions-differ');
      if (nine !== null && code.slice(8, 17) !== nine) found.add('organization-code-differs');
      nine ??= code.slice(8, 17);
    }
  } else if (isNineRight)
    code = category + region + organizationCode + checkCharacter(category + region + organizationCode);
  const isRight = code !== null && conforms(code);
  if (
    isRight &&
    code !== null &&
    !(code.startsWith('37') && code.slice(8, 13) >= 'MA0C0' && code.slice(8, 13) < 'MA0C4')
  ) {
    found.add('outside-block');
  }
  for (const row of rows) {
    if (row.code === code) found.add('code-registered');
    const rowNine = row.kind === 'right' ? row.code.slice(8, 17) : row.kind === 'old' ? row.code : null;
    const isOther = row.kind === 'right' || spell(row.name) !== spell(name);
    if (nine !== null && rowNine === nine && row.code !== code && isOther) found.add('organization-code-taken');
    if (row.kind === 'right' && registrationNumber !== undefined && row.registration === registrationNumber) {
      found.add('registration-number-converted');
    }
    if (row.kind !== 'old' && row.code.slice(2, 8) === region) {
      if (spell(row.name) === spell(name)) found.add('same-name');
      else if (isTakenFor(row.name, name)) found.add('similar-name');
    }
    if (row.kind === 'damaged' && isRight && code !== null && differInOne(row.code, code))
      found.add('erroneous-neighbour');
  }
  return found;
}

function isTakenFor(one: ModelName, other: ModelName): boolean {
  const isShare = (form: string): boolean => form === '股份有限公司';
  return (
    one.brand === other.brand &&
    (one.group === '') === (other.group === '') &&
    isShare(one.form) === isShare(other.form)
  );
}

/** One character, or two neighbours swapped: both of one length. */
function differInOne(one: string, other: string): boolean {
  const at = [...one].flatMap((character, index) => (character === other.charAt(index) ? [] : [index]));
  const [first = 0, second = 0] = at;
  const isSwap =
    at.length === 2 &&
    second === first + 1 &&
    one.charAt(first) === other.charAt(second) &&
    one.charAt(second) === other.charAt(first);
  return at.length === 1 || isSwap;
}
