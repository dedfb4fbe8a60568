import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExportedProblem } from '../../src/ledger/export-problems.ts';
import { type Ledger, openLedger } from '../../src/node/ledger/ledger.ts';
import { createEntity, createRandom, damages, type Entity, type Expected, type Random, writeExport } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);

/** The model: what should stand in the ledger. */
class Year {
  entities: Entity[];
  expected: Expected[] = [];
  flows = new Map<string, { opened: number; closed: number; reappeared: number }>();
  private random: Random;

  constructor(random: Random) {
    this.random = random;
    this.entities = Array.from({ length: 240 }, (_, id) => createEntity(id, random));
  }

  pick<Item>(items: Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }

  find(entity: Entity, family: Expected['family']): Expected | undefined {
    return this.expected.find((each) => each.entity === entity && each.family === family);
  }

  /** Entities without anything wrong, now or ever, that lend no code. */
  clean(): Entity[] {
    const lenders = new Set(this.entities.map(({ borrowedFrom }) => borrowedFrom));
    return this.entities.filter(
      (entity) =>
        entity.cell === entity.right && !lenders.has(entity) && !this.expected.some((each) => each.entity === entity),
    );
  }

  live(family: Expected['family']): Expected[] {
    return this.expected.filter((each) => each.family === family && each.state !== 'closed');
  }

  /** What happens in a month, in the world. */
  passMonth(): void {
    const times = (most: number): number => Math.floor(this.random() * (most + 1));
    for (let n = times(6); n > 0; n--) {
      const entity = this.pick(this.clean());
      const damage = this.pick(damages);
      if (entity && damage) entity.cell = damage.damage(entity.right, this.random);
    }
    for (let n = times(2); n > 0; n--) {
      const [lender, borrower] = [this.pick(this.clean()), this.pick(this.clean())];
      if (!lender || !borrower || lender === borrower) continue;
      borrower.cell = lender.right;
      borrower.borrowedFrom = lender;
    }
    const touched = new Set<Entity>();
    for (let n = times(8); n > 0; n--) {
      const problem = this.pick(this.live('code'));
      if (!problem || touched.has(problem.entity)) continue;
      touched.add(problem.entity);
      const { entity } = problem;
      const damage = damages.find(({ kind }) => kind === problem.kind);
      const fate = this.random();
      if (fate < 0.4) entity.cell = entity.right;
      else if (fate < 0.55) entity.cell = null;
      else if (fate < 0.8) entity.cell = this.pick(damages)?.damage(entity.right, this.random) ?? null;
      else if (damage?.keepsOrganization) {
        entity.name = `更名(${entity.id})号商贸有限公司`;
        entity.cell = entity.right;
      }
    }
    for (let n = times(2); n > 0; n--) {
      const borrower = this.pick(
        this.entities.filter(({ borrowedFrom, cell }) => borrowedFrom !== null && cell !== null),
      );
      if (!borrower) continue;
      borrower.cell = this.random() < 0.5 ? borrower.right : null;
      borrower.borrowedFrom = null;
    }
    for (let n = times(2); n > 0; n--) {
      const closed = this.pick(
        this.expected.filter(
          ({ family, state, closedAs }) => family === 'code' && state === 'closed' && closedAs === 'corrected',
        ),
      );
      const before = closed && this.wrongBefore.get(closed.entity);
      if (closed && before !== undefined && !closed.entity.name.startsWith('更名')) closed.entity.cell = before;
    }
  }

  /** The wrong code that an entity had last. */
  wrongBefore = new Map<Entity, string>();

  /** What is wrong with an entity as it stands. */
  wrongOf(entity: Entity): { family: 'code' | 'duplicate'; kind: string } | null {
    const { cell } = entity;
    if (cell === null) return null;
    if (cell === '') return { family: 'code', kind: 'missing' };
    const holders = this.entities.filter((other) => other.cell === cell);
    if (cell.length === 18 && this.entities.some(({ right }) => right === cell)) {
      return holders.length > 1 ? { family: 'duplicate', kind: 'conflicting' } : null;
    }
    return { family: 'code', kind: cell.length === 9 ? 'unconverted' : cell.length === 18 ? 'check-digit' : 'length' };
  }

  /** What the ledger has to make of the month. */
  record(period: string): void {
    const flow = { opened: 0, closed: 0, reappeared: 0 };
    this.flows.set(period, flow);
    const shown = new Set<Expected>();
    for (const entity of this.entities) {
      const wrong = this.wrongOf(entity);
      if (wrong === null) continue;
      if (wrong.family === 'code') this.wrongBefore.set(entity, entity.cell ?? '');
      const known = this.find(entity, wrong.family);
      if (known === undefined) {
        flow.opened++;
        const opened: Expected = {
          entity,
          ...wrong,
          number: null,
          firstPeriod: period,
          state: 'open',
          closedAs: null,
          flag: null,
          due: null,
          feedback: false,
          check: true,
        };
        this.expected.push(opened);
        shown.add(opened);
        continue;
      }
      shown.add(known);
      known.kind = wrong.kind;
      known.check = true;
      if (known.state === 'exempt') continue;
      if (known.state === 'closed') {
        if (known.closedAs === 'kept') continue;
        flow.reappeared++;
        Object.assign(known, { state: 'open', closedAs: null, flag: null, due: null });
      } else if (known.flag === '2') {
        flow.closed++;
        Object.assign(known, { state: 'closed', closedAs: 'kept' });
      } else Object.assign(known, { state: 'open', flag: null });
    }
    for (const problem of this.expected) {
      if (shown.has(problem) || problem.state === 'closed' || problem.state === 'exempt') continue;
      const { entity, family } = problem;
      if (problem.flag === '2') Object.assign(problem, { state: 'closed', closedAs: 'kept' });
      else if (family === 'other' && entity.cell === entity.right) {
        Object.assign(problem, { state: 'open', flag: null });
        continue;
      } else Object.assign(problem, { state: 'closed', closedAs: entity.cell === null ? 'removed' : 'corrected' });
      flow.closed++;
    }
  }

  rate(period: string, only: (problem: Expected) => boolean): { numerator: number; denominator: number } {
    const last = new Date(Date.UTC(2026, Number(period.slice(5)), 0)).toISOString().slice(0, 10);
    const due = this.expected.filter(
      (each) =>
        only(each) && each.state !== 'exempt' && (each.due === null ? each.firstPeriod < period : each.due <= last),
    );
    return {
      numerator: due.filter(({ closedAs }) => closedAs === 'corrected' || closedAs === 'removed').length,
      denominator: due.length,
    };
  }
}

function keyOf(code: string, name: string): string {
  return `${code} ${name.replace(/[（）()\s]/g, '')}`;
}

/** Gives every expected problem the number that the ledger gave it when it was opened, and sees that it never changes. */
function compare(ledger: Ledger, year: Year): void {
  const { problems } = ledger.export();
  const byNumber = new Map(problems.map((problem) => [problem.number, problem]));
  const byKey = new Map<string, ExportedProblem[]>();
  for (const problem of problems) {
    const key = keyOf(problem.code, problem.name);
    byKey.set(key, [...(byKey.get(key) ?? []), problem]);
  }
  const taken = new Set(year.expected.flatMap(({ number }) => (number === null ? [] : [number])));
  for (const expected of year.expected) {
    const { entity, family } = expected;
    if (expected.number === null) {
      const code = family === 'other' ? entity.right : (entity.cell ?? '');
      const found = (byKey.get(keyOf(code, entity.name)) ?? []).filter(({ number }) => !taken.has(number));
      expect(
        found.map(({ number }) => number),
        `${entity.name} ${code}`,
      ).toHaveLength(1);
      expected.number = found[0]?.number ?? null;
      taken.add(expected.number ?? '');
    }
    const problem = byNumber.get(expected.number ?? '');
    expect(
      problem && {
        number: problem.number,
        kind: problem.kind,
        status: problem.status,
        closedAs: problem.closedAs,
        firstPeriod: problem.firstPeriod,
        due: problem.due,
        flag: problem.status === 'answered' ? problem.answer?.flag : null,
        unit: problem.unit,
        source: problem.source.join(),
      },
      `${entity.name}`,
    ).toEqual({
      number: expected.number,
      kind: expected.kind,
      status: expected.state,
      closedAs: expected.closedAs,
      firstPeriod: expected.firstPeriod,
      due: expected.due,
      flag: expected.state === 'answered' ? expected.flag : null,
      unit: entity.unit,
      source: [expected.check ? 'check' : '', expected.feedback ? 'feedback' : ''].filter(Boolean).join(),
    });
  }
  expect(problems).toHaveLength(year.expected.length);
}

async function playMonth(ledger: Ledger, year: Year, period: string, random: Random): Promise<void> {
  if (period !== months[0]) year.passMonth();
  const asOf = `${period}-20`;
  const files = writeExport(folder, period, year.entities, random);
  const record = () => ledger.record(files, { period, asOf, agree: () => true });
  await record();
  year.record(period);
  compare(ledger, year);
  // Once more: the same month again changes nothing.
  if (random() < 0.5) {
    await record();
    compare(ledger, year);
  }
  const status = ledger.status({ asOf });
  const month = status.periods.at(-1);
  const flow = year.flows.get(period);
  expect({ opened: month?.opened, closed: month?.closed, reappeared: month?.reappeared }, period).toEqual(flow);
  expect(month?.open).toBe(year.expected.filter(({ state }) => state === 'open' || state === 'answered').length);
  expect(status.correctionRate.all).toMatchObject(year.rate(period, () => true));
  expect(status.correctionRate.feedback).toMatchObject(year.rate(period, ({ feedback }) => feedback));
  const codes = year.entities.filter(({ cell }) => cell !== null && cell !== '' && cell.length !== 9).length;
  const wrong = year.entities.filter((entity) =>
    ['check-digit', 'length'].includes(year.wrongOf(entity)?.kind ?? ''),
  ).length;
  const excess = year.entities.filter(
    ({ borrowedFrom, cell, right }) => borrowedFrom !== null && cell !== null && cell !== right,
  ).length;
  expect(month?.rates.literal).toMatchObject({ numerator: wrong + excess, denominator: codes });
  await sendFeedback(ledger, year, period, random);
  await answer(ledger, year, period, random);
  compare(ledger, year);
}

/** A list from above: problems that are known, and entities whose code is right. */
async function sendFeedback(ledger: Ledger, year: Year, period: string, random: Random): Promise<void> {
  const due = `2026-12-${10 + Math.floor(random() * 9)}`.replace('2026-12', random() < 0.5 ? period : '2026-12');
  const known = year.expected.filter(({ state, family }) => state === 'open' && family !== 'other' && random() < 0.3);
  const right = random() < 0.5 ? year.clean().slice(0, 1) : [];
  if (known.length + right.length === 0) return;
  const rows = [
    ...known.map(({ entity, kind }) => [
      entity.cell ?? '',
      entity.name,
      kind === 'conflicting' ? '一码多赋' : '错码',
      entity.unit,
    ]),
    ...right.map((entity) => [entity.right, entity.name, '与上级库不一致', entity.unit]),
  ];
  const path = join(folder, `list-${period}.csv`);
  const lines = [['统一社会信用代码', '机构名称', '问题描述', '登记机关'], ...rows].map((cells) => cells.join(','));
  writeFileSync(path, lines.join('\n'));
  const summary = await ledger.feedback([path], { due, asOf: `${period}-22` });
  expect(summary).toMatchObject({ rows: rows.length, matched: known.length, opened: right.length });
  expect(summary.right.map(({ name }) => name)).toEqual(right.map(({ name }) => name));
  for (const problem of known) Object.assign(problem, { feedback: true, due });
  for (const entity of right) {
    const flow = year.flows.get(period);
    if (flow) flow.opened++;
    year.expected.push({
      entity,
      family: 'other',
      number: null,
      kind: 'other',
      firstPeriod: period,
      state: 'open',
      closedAs: null,
      flag: null,
      due,
      feedback: true,
      check: false,
    });
  }
  compare(ledger, year);
}

/** A returned form with right, wrong and contradictory answers. */
async function answer(ledger: Ledger, year: Year, period: string, random: Random): Promise<void> {
  const rows: string[][] = [];
  const refusals: [number: string, reason: string][] = [];
  const accepted: [Expected, string][] = [];
  const groups = new Map<string, Expected[]>();
  for (const problem of year.expected) {
    const { entity, family, state, number } = problem;
    if (state !== 'open' || random() < 0.4) continue;
    const row = (flag: string, code: string): void => void rows.push([number ?? '', entity.name, flag, code]);
    const refuse = (reason: string): void => void refusals.push([number ?? '', reason]);
    if (family === 'duplicate') {
      const code = entity.cell ?? '';
      groups.set(code, [...(groups.get(code) ?? []), problem]);
      continue;
    }
    const dice = Math.floor(random() * 7);
    if (dice === 0) {
      row('3', '');
      refuse('flag-invalid');
    } else if (dice === 1) {
      row('0', '');
      refuse('code-missing');
    } else if (dice === 2) {
      row('1', entity.right);
      refuse('code-not-wanted');
    } else if (dice === 3) {
      row('2', '');
      if (family === 'other') accepted.push([problem, '2']);
      else refuse('cannot-stand');
    } else if (dice === 4) {
      row('1', '');
      row('0', '91350100M000100Y44');
      refuse('contradiction');
      refuse('code-not-conforming');
    } else if (family === 'other' || dice === 5) {
      row('1', '');
      accepted.push([problem, '1']);
    } else {
      row('0', entity.right);
      accepted.push([problem, '0']);
    }
  }
  for (const holders of groups.values()) {
    if (holders.length > 1 && random() < 0.5) {
      for (const { entity, number } of holders) {
        rows.push([number ?? '', entity.name, '2', '']);
        refusals.push([number ?? '', 'two-survivors']);
      }
      continue;
    }
    const [holder] = holders;
    if (holder === undefined) continue;
    const other = year.expected.some(
      (each) =>
        each !== holder && each.family === 'duplicate' && each.entity.cell === holder.entity.cell && each.flag === '2',
    );
    rows.push([holder.number ?? '', holder.entity.name, '2', '']);
    if (other) refusals.push([holder.number ?? '', 'two-survivors']);
    else accepted.push([holder, '2']);
  }
  if (rows.length === 0) return;
  rows.push(['P-999999', '不存在的公司', '1', '']);
  refusals.push(['P-999999', 'unknown-problem']);
  const path = join(folder, `return-${period}.csv`);
  const lines = [['编号', '机构名称', '数据操作标识位', '更正后代码'], ...rows].map((cells) => cells.join(','));
  writeFileSync(path, lines.join('\n'));
  const collected = await ledger.collect([path], { asOf: `${period}-25` });
  const sorted = (list: [string, string][]): string[] => list.map((pair) => pair.join(' ')).sort();
  expect(sorted(collected.refused.map(({ number, reason }) => [number ?? '', reason]))).toEqual(sorted(refusals));
  expect(collected.accepted.map(({ problem }) => problem.id).sort()).toEqual(
    accepted.map(([{ number }]) => Number(number?.slice(2))).sort(),
  );
  for (const [problem, flag] of accepted) Object.assign(problem, { state: 'answered', flag });
}

describe('a year of the loop, against a model', () => {
  it.each([1, 2, 3])('seed %i', { timeout: 120_000 }, async (seed) => {
    const random = createRandom(seed);
    const ledger = await openLedger(join(folder, `year-${seed}.db`), { creates: true });
    const year = new Year(random);
    for (const period of months) {
      await playMonth(ledger, year, period, random);
      if (random() < 0.4) {
        const problem = year.pick(year.expected.filter(({ state }) => state === 'open'));
        if (problem) {
          ledger.exempt([Number(problem.number?.slice(2))], '注销中', { asOf: `${period}-26` });
          problem.state = 'exempt';
        }
      }
    }
    expect(ledger.check()).toEqual([]);
    expect(year.expected.length).toBeGreaterThan(20);
    ledger.close();
  });
});
