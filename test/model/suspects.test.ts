import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openScan } from '../../src/engine/open-scan.ts';
import { planFiles } from '../../src/engine/plan/plan-files.ts';
import { findSuspects } from '../../src/suspects/find-suspects.ts';
import type { Suspect } from '../../src/suspects/suspect.ts';
import { createPlatform, createSpill, inputOf } from '../engine/platform.ts';
import { seed, trials } from '../soak/trials.ts';
import { isOneEdit, judgeByDesign, nameByDesign } from './standard.ts';
import { bodies, makeCode, rangeBytes, storage, storeTable } from './tables.ts';

/* `check --suspect`: every suspect with its evidence, confidence and records, found by holding each record against each other one. */

interface Entity {
  code: string;
  name: string;
  organization: string;
  /** Position 1, and the city at 3–6. */
  body: string;
  region: string;
  isConforming: boolean;
  /** Place in the order of the files, and as it is told. */
  at: number;
  place: string;
}

interface Found {
  kind: string;
  evidence: string;
  confidence: number;
  places: string[];
}

const header = ['企业名称', '统一社会信用代码'];
const heads = ['91370902', '91370911', '92370911', '93370901', '52370902', '91110101'];
const codes = bodies
  .slice(0, 5)
  .flatMap((body) => heads.map((head) => makeCode(head.slice(0, 2), head.slice(2), body)));
/** Names of one family are written in two ways; those of different families have nothing in common. */
const families = [
  ['form', 0.8, '鑫源商贸有限公司', '鑫源商贸有限责任公司'],
  ['brackets', 0.85, '隆达(石材)开采中心', '隆达石材开采中心'],
] as const;
const alone = ['黄河路大药房', 'ABC水产养殖基地', 'ａｂｃ水产 养殖基地', '“好又多”超市'];
const branch = '鑫源商贸分公司';

/** How two names are alike: the evidence and what it is worth in one region; null when they have nothing in common. */
function compare(left: string, right: string): { evidence: string; confidence: number } | null {
  for (const [evidence, confidence, ...names] of families) {
    const keys = names.map(nameByDesign);
    if (left !== right && keys.includes(left) && keys.includes(right)) return { evidence, confidence };
  }
  return null;
}

function findNaively(records: Entity[]): { suspects: Found[]; commonNames: number } {
  const suspects: Found[] = [];
  const entities = records.filter(
    (one, at) => records.findIndex((each) => each.code === one.code && each.name === one.name) === at,
  );
  const right = entities.filter(({ isConforming }) => isConforming);
  const add = (kind: string, evidence: string, confidence: number, members: Entity[]): void => {
    const places = [...members].sort((a, b) => a.at - b.at).map(({ place }) => place);
    suspects.push({ kind, evidence, confidence, places });
  };
  for (const organization of new Set(right.map((one) => one.organization))) {
    const members = right.filter((one) => one.organization === organization);
    if (new Set(members.map(({ code }) => code)).size < 2) continue;
    const first = members[0]?.name ?? '';
    const isSame = members.every(({ name }) => name === first && name !== '');
    const isSimilar = members.every(({ name }) => name !== '' && (name === first || compare(name, first) !== null));
    add('organization-code', isSame ? 'same-name' : isSimilar ? 'similar-name' : 'other-name', 0, members);
  }
  let commonNames = 0;
  // Branches carry one name by right; a code written wrong is one all the same.
  const named = right.filter(({ name }) => name !== '' && name !== branch);
  const common: Entity[] = [];
  for (const key of new Set(named.map(({ body, name }) => body + name))) {
    const members = named.filter(({ body, name }) => body + name === key);
    if (members.length > 3) {
      commonNames++;
      common.push(...members);
    } else if (new Set(members.map(({ organization }) => organization)).size > 1) {
      add('name', 'same-name', new Set(members.map(({ region }) => region)).size === 1 ? 0.9 : 0.7, members);
    }
  }
  for (const wrong of entities.filter((one) => !one.isConforming && one.name !== '')) {
    for (const one of right) {
      if (one.body !== wrong.body || !isOneEdit(one.code, wrong.code)) continue;
      if (one.name === wrong.name) add('near-code', 'same-name', 0.95, [one, wrong]);
      else if (compare(one.name, wrong.name) !== null) add('near-code', 'similar-name', 0.8, [one, wrong]);
    }
  }
  for (const body of new Set(named.map((one) => one.body))) {
    const local = named.filter((one) => one.body === body && !common.includes(one));
    const names = [...new Set(local.map((one) => one.name))];
    for (const [at, name] of names.entries()) {
      for (const other of names.slice(at + 1)) {
        const [left, right] = [name, other].map((each) => local.filter((one) => one.name === each)) as [
          Entity[],
          Entity[],
        ];
        const alike = compare(name, other);
        // Two names under one organization code are told by that.
        const isTold = left.some((one) => right.some((each) => each.organization === one.organization));
        if (alike === null || isTold) continue;
        const isLess = alike.evidence === 'form' && left[0]?.region !== right[0]?.region;
        add('near-name', alike.evidence, isLess ? 0.6 : alike.confidence, [...left, ...right]);
      }
    }
  }
  return { suspects, commonNames };
}

const name = fc.constantFrom(...families.flatMap(([, , ...names]) => names), ...alone, branch, '');
const damaged = fc
  .tuple(fc.constantFrom(...codes), fc.constantFrom(8, 9, 11, 12, 15), fc.constantFrom(...'0123456789ABCDEFGH'))
  .map(([code, at, character]) => code.slice(0, at) + character + code.slice(at + 1));
const code = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...codes) },
  { weight: 2, arbitrary: damaged },
  { weight: 1, arbitrary: fc.constantFrom(...codes).map((each) => ` ${each.toLowerCase()}`) },
  { weight: 1, arbitrary: fc.constantFrom('', '无', '3709020000001') },
);
const files = fc.array(fc.tuple(fc.array(fc.tuple(name, code), { minLength: 1, maxLength: 10 }), storage), {
  minLength: 1,
  maxLength: 3,
});

test('suspects are those that a comparison of each with each finds, the surest first', async () => {
  await fc.assert(
    fc.asyncProperty(files, rangeBytes, async (tables, width) => {
      // A table without a record is refused.
      fc.pre(tables.every(([rows]) => rows.some((row) => row.some((text) => text !== ''))));
      const found: Suspect[] = [];
      const inputs = tables.map(([rows, how], index) => inputOf(storeTable(header, rows, how), `${index}.csv`));
      const options = { codeColumn: '统一社会信用代码', nameColumn: '企业名称' };
      const platform = createPlatform(width, createSpill);
      const { plans } = await planFiles(inputs, options, platform);
      const counts = await findSuspects(await openScan({ plans, key: null, options, platform }), {}, platform, {
        suspects: (batch) => void found.push(...batch),
      });
      const records = tables
        .flatMap(([rows], file) => {
          const filled = rows.filter((row) => row.some((text) => text !== ''));
          return filled.map(([entity, cell], row) => ({
            entity,
            judged: judgeByDesign(cell),
            place: `${file}:${row + 1}`,
          }));
        })
        .map(({ entity, judged, place }, at): Entity & { isCode: boolean } => ({
          code: judged.t,
          name: nameByDesign(entity),
          organization: judged.organization,
          body: judged.t.charAt(0) + judged.t.slice(2, 6),
          region: judged.t.slice(2, 8),
          isConforming: judged.partition === 'conforming',
          isCode: judged.t.length === 18,
          at,
          place,
        }))
        .filter(({ isCode }) => isCode);
      const expected = findNaively(records);
      const listed = found.map(({ kind, evidence, confidence, records }): Found => {
        return { kind, evidence, confidence, places: records.map(({ file, row }) => `${file}:${row}`) };
      });
      const order = listed.map(({ confidence }) => -confidence);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      for (const { kind, evidence, confidence, places } of listed) {
        const same = expected.suspects.find((each) => each.kind === kind && each.places.join() === places.join());
        // By how alike the names are; less when the regions differ.
        if (kind === 'organization-code' && same !== undefined) {
          expect(confidence).toBeGreaterThanOrEqual(0.7);
          expect(confidence).toBeLessThanOrEqual(0.95);
          if (evidence === 'same-name') expect(confidence).toBe(0.95);
          same.confidence = confidence;
        }
      }
      const byPlace = (a: Found, b: Found): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
      expect([...listed].sort(byPlace)).toEqual([...expected.suspects].sort(byPlace));
      const kinds: Record<string, number> = { 'organization-code': 0, name: 0, 'near-code': 0, 'near-name': 0 };
      for (const { kind } of expected.suspects) kinds[kind] = (kinds[kind] ?? 0) + 1;
      expect(counts).toEqual({ kinds, commonNames: expected.commonNames, crowdedGroups: 0 });
    }),
    { numRuns: trials(25, 500), seed: seed() },
  );
});
