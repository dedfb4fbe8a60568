import { pairs } from '../code/standard/authority-category.ts';
import { replaceAt } from '../repair/edit-at.ts';
import { divisions } from './divisions.ts';
import { type Entity, takeIdentity, takeName } from './entity.ts';
import type { RowRandom } from './random.ts';
import { sectors } from './sectors.ts';
import { collectWords, nameWords, wrongTrades } from './words.ts';

/** One way of entering an entity once more so that it should be suspected. */
export interface SuspectKind {
  kind: string;
  /** Whether an earlier entity lends itself to it. */
  suits(source: Entity): boolean;
  /** Makes `entity` a second entry of `source`; returns its value when that is not its own code. */
  change(entity: Entity, source: Entity, code: string, random: RowRandom): string | null;
}

const { endings } = collectWords(sectors);
const digits = '0123456789';
/** Characters that sound alike, both of which begin words. */
const soundsAlike: Readonly<Record<string, string>> = {
  ...{ 鑫: '信', 信: '新', 新: '鑫', 隆: '龙', 龙: '隆', 河: '合', 合: '河', 兴: '星', 星: '兴' },
  ...{ 玉: '宇', 宇: '玉', 峰: '凤', 凤: '峰' },
};
const wordNumbers: ReadonlyMap<string, number> = new Map(nameWords.map((word, number) => [word, number]));
const alikeWords: readonly number[] = nameWords.map((word) => {
  const other = soundsAlike[word.charAt(0)];
  return other === undefined ? -1 : (wordNumbers.get(other + word.slice(1)) ?? -1);
});

/** The same name, authority and region under another code. */
function takeAllButIndex(entity: Entity, source: Entity): null {
  const { index } = entity;
  takeIdentity(entity, source);
  takeName(entity, source);
  entity.index = index;
  return null;
}

const isCompany = ({ pair }: Entity): boolean =>
  ['91', '92'].includes((pairs[pair]?.authority ?? '') + pairs[pair]?.category);
const endsIn =
  (...texts: string[]): SuspectKind['suits'] =>
  (source) =>
    isCompany(source) && texts.includes(endings[source.ending] ?? '');
/** Branches of one name are as they should be. */
const isNoBranch: SuspectKind['suits'] = (source) =>
  isCompany(source) && !/(?:分公司|门市部)$/.test(endings[source.ending] ?? '');

/** Swaps the ending for the other one of two. */
const swapEnding = (one: string, other: string): SuspectKind => ({
  kind: '',
  suits: endsIn(one, other),
  change(entity, source) {
    takeAllButIndex(entity, source);
    entity.ending = endings.indexOf(endings[source.ending] === one ? other : one);
    return null;
  },
});

export const suspectKinds: readonly [SuspectKind, ...SuspectKind[]] = [
  {
    kind: 'suspect-organization-code',
    suits: () => true,
    change(entity, source) {
      const { pair, division } = entity;
      entity.index = source.index;
      if (pair === source.pair && division === source.division) entity.division = (division + 1) % divisions.length;
      return null;
    },
  },
  { kind: 'suspect-name', suits: isNoBranch, change: takeAllButIndex },
  {
    kind: 'suspect-near-code',
    suits: isNoBranch,
    change(entity, source, code, random) {
      takeAllButIndex(entity, source);
      const at = 8 + random.below(8);
      return replaceAt(code, at, digits.charAt((digits.indexOf(code.charAt(at)) + 1 + random.below(9)) % 10));
    },
  },
  { ...swapEnding('集团有限公司', '(集团)有限公司'), kind: 'suspect-brackets' },
  { ...swapEnding('有限公司', '有限责任公司'), kind: 'suspect-form' },
  {
    kind: 'suspect-place',
    suits: (source) => isNoBranch(source) && /^[^市]{2}[县区市]$/.test(divisions[source.division]?.name ?? ''),
    change(entity, source) {
      takeAllButIndex(entity, source);
      entity.shortDivision = true;
      return null;
    },
  },
  {
    kind: 'suspect-similar-character',
    suits: (source) => isNoBranch(source) && (alikeWords[source.word] ?? -1) >= 0,
    change(entity, source) {
      takeAllButIndex(entity, source);
      entity.word = alikeWords[source.word] ?? source.word;
      return null;
    },
  },
  {
    kind: 'suspect-one-character',
    suits: (source) => isNoBranch(source) && (wrongTrades[source.trade] ?? '') !== '',
    change(entity, source) {
      takeAllButIndex(entity, source);
      entity.wrongTrade = true;
      return null;
    },
  },
];
