import type { RegionFacts } from '../code/verdict.ts';

/** What names call the places of a code: province, prefecture and county, as far as there are any. */
export interface RegionStems {
  /** From the largest to the smallest: `山东省`, `泰安市`, `岱岳区`. */
  names: string[];
  /** The same without their level: `山东`, `泰安`, `岱岳`. */
  stems: string[];
  /** Stem of the county, the last of them; '' for a code registered with a city or province itself. */
  county: string;
}

/** What the levels of places are called, in the order in which they are looked for. */
export const levels: readonly string[] = [
  ...['特别行政区', '自治区', '自治州', '自治县', '自治旗', '地区', '新区', '林区'],
  ...['省', '市', '州', '县', '区', '旗', '盟'],
];
const peoples =
  /(?:壮族|回族|维吾尔|藏族|彝族|苗族|侗族|布依族|土家族|羌族|傣族|白族|景颇族|傈僳族|蒙古族?|哈尼族|哈萨克|柯尔克孜|满族|朝鲜族|瑶族|黎族|畲族|土族|撒拉族|保安族|东乡族|裕固族|仡佬族|水族|纳西族|拉祜族|佤族|布朗族|独龙族|怒族|毛南族|仫佬族|达斡尔族|鄂温克族?|鄂伦春|各族)+$/;

const levelStarts: ReadonlySet<string> = new Set(levels.map((level) => level.charAt(0)));

/** `岱岳` of `岱岳区`, `延边` of `延边朝鲜族自治州`; two characters at least are left. */
function dropLevel(name: string): string {
  const level = levels.find((each) => name.endsWith(each) && name.length - each.length >= 2);
  const rest = level === undefined ? name : name.slice(0, -level.length);
  const stem = rest.replace(peoples, '');
  return stem.length >= 2 ? stem : rest;
}

/** How many characters at `at` name the level of a place: 1 for `市`, 3 for `自治县`; 0 for none. */
export function measureLevel(text: string, at: number): number {
  if (!levelStarts.has(text.charAt(at))) return 0;
  return levels.find((level) => text.startsWith(level, at))?.length ?? 0;
}

/** Looks stems up once a region. */
export function createStemLookup(facts: RegionFacts): (region: string) => RegionStems {
  const known = new Map<string, RegionStems>();
  return (region) => {
    let found = known.get(region);
    if (found === undefined) {
      found = findStems(region, facts);
      known.set(region, found);
    }
    return found;
  };
}

function findStems(region: string, facts: RegionFacts): RegionStems {
  const province = facts.name(`${region.slice(0, 2)}0000`) ?? '';
  const prefecture = facts.name(`${region.slice(0, 4)}00`) ?? '';
  const full = facts.name(region) ?? '';
  const parent = prefecture !== '' && full.startsWith(prefecture) ? prefecture : province;
  const own = region.endsWith('00') || full.endsWith('市辖区') ? '' : full.slice(parent.length);
  const names = [province, prefecture.slice(province.length), own].filter((name) => name !== '');
  return { names, stems: names.map(dropLevel), county: own === '' ? '' : dropLevel(own) };
}
