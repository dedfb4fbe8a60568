import { pairs } from '../code/standard/authority-category.ts';
import { divisionSlots, divisions, spreadDivisions } from './divisions.ts';
import { RowRandom } from './random.ts';
import { sectorOf, sectors } from './sectors.ts';
import { streams } from './streams.ts';
import * as words from './words.ts';

/** One registered entity, as indexes into the word lists; reused from row to row. */
export interface Entity {
  /** Row it belongs to, from 0. Its organization code follows from it. */
  index: number;
  pair: number;
  sector: number;
  division: number;
  word: number;
  /** -1 when the name has no trade. */
  trade: number;
  ending: number;
  type: number;
  person: number;
  /** -1 when there is none. */
  capital: number;
  date: number;
  road: number;
  number: number;
  room: number;
  /** The division in the name without its level: 岱岳 for 岱岳区. */
  shortDivision: boolean;
  /** One character of the trade is another. */
  wrongTrade: boolean;
  /** Odd for a row whose duplicates carry another name, even for one whose duplicates repeat it. */
  parity: number;
}

/** Weights of the common pairs in 1024; the others come round in turn, every 64th row. */
const commonPairs: readonly (readonly [string, number])[] = [
  ['91', 455],
  ['92', 455],
  ['93', 36],
  ['12', 16],
  ['11', 8],
  ['52', 12],
  ['51', 8],
  ['54', 12],
  ['55', 4],
  ['81', 10],
  ['N2', 5],
  ['N1', 3],
];

const pairTable: Uint8Array = Uint8Array.from(
  commonPairs.flatMap(([code, weight]) =>
    new Array<number>(weight).fill(pairs.findIndex((pair) => pair.authority + pair.category === code)),
  ),
);
const sectorTable: Uint8Array = Uint8Array.from(pairs, (pair) => sectorOf(pair.authority + pair.category));
const endingStarts: readonly number[] = starts(sectors.map((sector) => sector.endings.length));
const typeStarts: readonly number[] = starts(sectors.map((sector) => sector.types.length));

export function emptyEntity(): Entity {
  return {
    index: 0,
    pair: 0,
    sector: 0,
    division: 0,
    word: 0,
    trade: -1,
    ending: 0,
    type: 0,
    person: 0,
    capital: -1,
    date: 0,
    road: 0,
    number: 0,
    room: 0,
    shortDivision: false,
    wrongTrade: false,
    parity: 0,
  };
}

/** Draws the entity of any row from the seed alone. */
export class Entities {
  readonly #random: RowRandom;
  readonly #divisionTable: Uint16Array;

  constructor(seed: number) {
    this.#random = new RowRandom(seed);
    this.#divisionTable = spreadDivisions(seed);
  }

  describe(index: number, entity: Entity): void {
    const random = this.#random.start(index, streams.entity);
    const first = random.next();
    const pair = (index & 63) === 63 ? Math.floor(index / 64) % pairs.length : (pairTable[first & 1023] ?? 0);
    const sector = sectorTable[pair] ?? 0;
    const commercial = sectors[sector]?.commercial === true;
    entity.index = index;
    entity.pair = pair;
    entity.sector = sector;
    entity.parity = (first >>> 10) & 1;
    entity.division = this.#divisionTable[(first >>> 11) & (divisionSlots - 1)] ?? 0;
    entity.word = random.below(words.nameWords.length);
    entity.trade = commercial ? random.below(words.trades.length) : -1;
    entity.ending = draw(random, endingStarts, sector);
    entity.type = draw(random, typeStarts, sector);
    entity.person = random.below(words.people.length);
    entity.capital = commercial ? random.below(words.capital.length) : -1;
    entity.date = random.below(words.dates.length);
    entity.road = random.below(words.roads.length);
    entity.number = random.below(words.numbers.length);
    entity.room = random.below(words.rooms.length);
    entity.shortDivision = false;
    entity.wrongTrade = false;
  }
}

/** Gives an entity the code, and with it the division, of another. */
export function takeIdentity(entity: Entity, from: Entity): void {
  entity.index = from.index;
  entity.pair = from.pair;
  entity.sector = from.sector;
  entity.division = from.division;
  entity.ending = from.ending;
  entity.type = from.type;
}

/** Gives an entity the name of another; both must have the same identity. */
export function takeName(entity: Entity, from: Entity): void {
  entity.word = from.word;
  entity.trade = from.trade;
}

export function divisionCode(entity: Entity): string {
  return divisions[entity.division]?.code ?? '';
}

function draw(random: RowRandom, bounds: readonly number[], sector: number): number {
  const first = bounds[sector] ?? 0;
  return first + random.below((bounds[sector + 1] ?? 0) - first);
}

function starts(sizes: readonly number[]): number[] {
  const sums = [0];
  for (const size of sizes) sums.push((sums.at(-1) ?? 0) + size);
  return sums;
}
