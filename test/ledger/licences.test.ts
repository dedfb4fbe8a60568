import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/node/ledger/ledger.ts';
import { type ExpectedLicence, LicenceModel } from './licence-model.ts';
import { createLicenceWorld, passMonth, writeTable } from './licence-world.ts';
import { createEntity, createRandom, damages, type Entity, type Random, writeExport } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-ledger-licences-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const months = Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);

/** A registry beside the licences: codes go wrong once, and are corrected or stay. */
class Registry {
  entities: Entity[];
  wrong = new Map<Entity, { state: 'open' | 'closed'; firstPeriod: string }>();
  flows = new Map<string, { opened: number; closed: number; reappeared: number }>();

  constructor(random: Random) {
    this.entities = Array.from({ length: 80 }, (_, id) => createEntity(id, random));
  }

  pass(random: Random): void {
    for (const entity of this.entities) {
      if (entity.cell !== entity.right) entity.cell = random() < 0.5 ? entity.right : entity.cell;
      else if (!this.wrong.has(entity) && random() < 0.05) entity.cell = damages[0]?.damage(entity.right, random) ?? '';
    }
  }

  record(period: string): void {
    const flow = { opened: 0, closed: 0, reappeared: 0 };
    this.flows.set(period, flow);
    for (const entity of this.entities) {
      const isWrong = entity.cell !== entity.right;
      const known = this.wrong.get(entity);
      if (isWrong && known?.state !== 'open') {
        flow.opened++;
        this.wrong.set(entity, { state: 'open', firstPeriod: period });
      } else if (!isWrong && known?.state === 'open') {
        flow.closed++;
        known.state = 'closed';
      }
    }
  }

  open(): string[] {
    return [...this.wrong].filter(([, { state }]) => state === 'open').map(([{ name }]) => name);
  }
}

function compare(ledger: Ledger, model: LicenceModel, registry: Registry): void {
  const { problems, licences } = ledger.export();
  const own = problems.filter(({ role }) => role !== null);
  const byNumber = new Map(own.map((problem) => [problem.number, problem]));
  const taken = new Set(model.expected.flatMap(({ number }) => (number === null ? [] : [number])));
  for (const expected of model.expected) {
    const { role, rule, value, holder, unit, state, closedAs, firstPeriod, flag } = expected;
    if (expected.number === null) {
      const found = own.filter(
        (each) =>
          each.role === role &&
          each.code === value &&
          each.name === holder &&
          each.unit === unit &&
          !taken.has(each.number),
      );
      expect(
        found.map(({ number }) => number),
        `${role} ${value} ${holder}`,
      ).toHaveLength(1);
      expected.number = found[0]?.number ?? '';
      taken.add(expected.number);
    }
    const problem = byNumber.get(expected.number);
    expect(
      problem && {
        kind: problem.kind,
        role: problem.role,
        code: problem.code,
        name: problem.name,
        unit: problem.unit,
        status: problem.status,
        closedAs: problem.closedAs,
        firstPeriod: problem.firstPeriod,
        flag: problem.status === 'answered' ? problem.answer?.flag : null,
      },
      `${expected.number}`,
    ).toEqual({
      kind: `licence-${rule}`,
      role,
      code: value,
      name: holder,
      unit,
      status: state,
      closedAs,
      firstPeriod,
      flag: state === 'answered' ? flag : null,
    });
  }
  expect(own).toHaveLength(model.expected.length);
  expect(licences.map(({ period, figures: { records, compliant } }) => ({ period, records, compliant }))).toEqual(
    model.months.map(({ period, records, compliant }) => ({ period, records, compliant })),
  );
  const open = problems.filter(({ role, status }) => role === null && status === 'open');
  expect(open.map(({ name }) => bare(name)).sort()).toEqual(registry.open().map(bare).sort());
}

function bare(name: string): string {
  return name.replace(/[（）()\s]/g, '');
}

/** Answers on open problems, right and wrong ones. */
async function answer(ledger: Ledger, model: LicenceModel, period: string, random: Random): Promise<void> {
  const rows: string[][] = [];
  const refused: string[] = [];
  const accepted: ExpectedLicence[] = [];
  const stays = new Set(['tax-mismatch', 'organization-mismatch', 'several-codes', 'repeated-decision']);
  for (const problem of model.expected.filter(({ state }) => state === 'open')) {
    if (random() < 0.5) continue;
    const { number, rule, role } = problem;
    const flag = String(Math.floor(random() * 3));
    const isFull = role === 'code' || role === 'body-code';
    const value = flag !== '0' || random() < 0.3 ? '' : '12345678';
    rows.push([number ?? '', flag, value]);
    const fault =
      flag === '2' && !stays.has(rule)
        ? 'cannot-stand'
        : flag === '0' && value === ''
          ? 'code-missing'
          : flag === '0' && isFull
            ? 'code-not-conforming'
            : null;
    if (fault === null) accepted.push(Object.assign(problem, { flag }));
    else refused.push(`${number} ${fault}`);
  }
  if (rows.length === 0) return;
  const path = join(folder, `return-${period}.csv`);
  writeFileSync(path, [['编号', '数据操作标识位', '更正后代码'], ...rows].map((cells) => cells.join(',')).join('\n'));
  const collected = await ledger.collect([path], { asOf: `${period}-25` });
  expect(collected.refused.map(({ number, reason }) => `${number} ${reason}`).sort()).toEqual(refused.sort());
  expect(collected.accepted).toHaveLength(accepted.length);
  for (const problem of accepted) problem.state = 'answered';
}

describe('months of licences and of a registry, interleaved, against a model', () => {
  const closings = new Set<string | null>();
  it.each([1, 2, 3])('seed %i', { timeout: 240_000 }, async (seed) => {
    const random = createRandom(seed * 7919);
    const ledger = await openLedger(join(folder, `year-${seed}.db`), { creates: true });
    const [world, model, registry] = [createLicenceWorld(random), new LicenceModel(), new Registry(random)];
    const recordLicences = async (period: string): Promise<void> => {
      const table = writeTable(world, random);
      const path = join(folder, `XK-${Math.floor(random() * 1e6)}.csv`);
      writeFileSync(path, table.map((row) => row.join(',')).join('\n'));
      await ledger.recordLicences([path], { period, asOf: `${period}-20`, agree: () => true });
      model.record(period, table);
    };
    /** Months of the registry come late, and several at once. */
    const late: string[] = [];
    for (const period of months) {
      if (period !== months[0]) passMonth(world, random);
      const restore = model.save();
      await recordLicences(period);
      compare(ledger, model, registry);
      if (random() < 0.4) {
        passMonth(world, random);
        restore();
        await recordLicences(period);
        compare(ledger, model, registry);
      }
      late.push(period);
      while (late.length > 0 && random() < 0.6) {
        const own = late.shift() ?? '';
        registry.pass(random);
        const files = writeExport(folder, own, registry.entities, random);
        await ledger.record(files, { period: own, asOf: `${own}-21`, agree: () => true });
        registry.record(own);
        compare(ledger, model, registry);
      }
      await answer(ledger, model, period, random);
      compare(ledger, model, registry);
      const exempt = model.expected.find(({ state }) => state === 'open');
      if (exempt !== undefined && random() < 0.2) {
        ledger.exempt([Number(exempt.number?.slice(2))], '已注销', { asOf: `${period}-26` });
        exempt.state = 'exempt';
      }
      const { licences, periods } = ledger.status({ asOf: `${period}-28` });
      expect(
        licences?.periods.map(({ period: of, records, points, opened, closed, reappeared }) => [
          of,
          records,
          points,
          opened,
          closed,
          reappeared,
        ]),
      ).toEqual(
        model.months.map(({ period: of, records, compliant, opened, closed, reappeared }) => [
          of,
          records,
          (records - compliant) / 10,
          opened,
          closed,
          reappeared,
        ]),
      );
      const live = model.expected.filter(({ state }) => state === 'open' || state === 'answered');
      expect((licences?.problems.open ?? 0) + (licences?.problems.answered ?? 0)).toBe(live.length);
      expect(licences?.periods.at(-1)?.open).toBe(live.length);
      const closed = (as: string): number => model.expected.filter(({ closedAs }) => closedAs === as).length;
      expect(licences?.problems.closed).toEqual({
        corrected: closed('corrected'),
        removed: closed('removed'),
        kept: closed('kept'),
      });
      const due = model.expected.filter(({ state, firstPeriod }) => state !== 'exempt' && firstPeriod < period);
      expect(licences?.correctionRate.all).toMatchObject({
        numerator: due.filter(({ closedAs }) => closedAs === 'corrected' || closedAs === 'removed').length,
        denominator: due.length,
      });
      expect(
        periods.map(({ period: of, opened, closed: shut, reappeared }) => [of, { opened, closed: shut, reappeared }]),
      ).toEqual([...registry.flows]);
    }
    expect(ledger.check()).toEqual([]);
    for (const { closedAs } of model.expected) closings.add(closedAs);
    expect(model.expected.length).toBeGreaterThan(20);
    ledger.close();
  });

  it('has met every way in which a problem ends', () => {
    expect([...closings].sort()).toEqual(['corrected', 'kept', 'removed', null].sort());
  });
});
