import { expect, test } from 'vitest';
import { isValid } from '../../src/index.ts';
import { readApplication } from '../../src/serve/application.ts';
import {
  type Applications,
  createApplications,
  HOLD_MILLISECONDS,
  KEY_MILLISECONDS,
  type LogEntry,
} from '../../src/serve/applications.ts';
import { EVIDENCE, judgeApplication } from '../../src/serve/judge-application.ts';
import { createRandom, trials } from '../soak/trials.ts';
import { createMaker, modelAnswer, modelBlock, spell } from './application-model.ts';
import { indexText } from './text-index.ts';

const header = '企业名称,统一社会信用代码,注册号\n';
const nobody = { findShared: () => null, findSimilar: () => null };

/** As issuing clients of the national centre answer: given already 重复赋码, perhaps given 疑似赋码, wrong 失败. */
test('each piece of evidence weighs as the issue says', () => {
  const byOutcome = (outcome: string): string[] =>
    Object.entries(EVIDENCE).flatMap(([id, weighs]) => (weighs === outcome ? [id] : []));
  expect(byOutcome('duplicate').sort()).toEqual([
    'application-pending',
    'code-registered',
    'organization-code-taken',
    'registration-number-converted',
  ]);
  expect(byOutcome('suspected').sort()).toEqual([
    'erroneous-neighbour',
    'same-name',
    'similar-name',
    'similar-name-pending',
  ]);
  expect(byOutcome('invalid').sort()).toEqual([
    'code-not-conforming',
    'organization-code-differs',
    'organization-code-not-conforming',
    'outside-block',
    'positions-differ',
  ]);
});

test('applications are answered as a model answers them, row by row', async () => {
  const seen = new Set<string>();
  const perRegistry = 25;
  for (let round = 0; round < trials(500, 10_000) / perRegistry; round++) {
    const maker = createMaker(createRandom(`applications ${round}`));
    const rows = Array.from({ length: 12 }, maker.row);
    const text = rows.map(({ name, code, registration }) => `${spell(name)},${code},${registration}\n`).join('');
    // A table of erroneous codes alone could not be told from one without codes.
    const { registry } = await indexText(`${header}${text}别处公司,91350100M000100Y43,\n`);
    for (let count = 0; count < perRegistry; count++) {
      const given = maker.application();
      const application = readApplication({ ...given, name: spell(given.name) });
      if (Array.isArray(application)) throw new Error(JSON.stringify(application));
      const { outcome, evidence } = judgeApplication(application, { registry, pending: nobody, blocks: [modelBlock] });
      const expected = modelAnswer(given, rows, isValid);
      for (const id of expected) seen.add(id);
      expect([given, new Set(evidence.map(({ id }) => id))]).toEqual([given, expected]);
      const worst = ['invalid', 'duplicate', 'suspected'].find((one) =>
        evidence.some(({ id }) => EVIDENCE[id] === one),
      );
      expect(outcome).toBe(worst ?? 'ok');
    }
  }
  // Every kind but those that need another application.
  expect([...seen].sort()).toEqual(
    Object.keys(EVIDENCE)
      .filter((id) => !id.endsWith('-pending'))
      .sort(),
  );
});

interface Bench {
  applications: Applications;
  log: LogEntry[];
  time: { now: number };
  apply(fields: object, key?: string, client?: string): Promise<unknown>;
}

async function openBench(entries: LogEntry[] = [], time = { now: Date.parse('2026-11-28T12:00:00Z') }): Promise<Bench> {
  const { registry } = await indexText(`${header}甲公司,91350100M000100Y43,\n`);
  const log = [...entries];
  let ids = entries.length;
  const append = async (entry: LogEntry): Promise<void> => void log.push(structuredClone(entry));
  const applications = createApplications({ append }, entries, () => time.now);
  return {
    applications,
    log,
    time,
    async apply(fields, key, client = 'a') {
      const application = readApplication({ name: '乙公司', region: '370911', category: '91', ...fields });
      if (Array.isArray(application)) return application;
      const request = { application, client, key: key ?? null, digest: JSON.stringify(application), id: String(++ids) };
      return applications.apply(request, { registry, blocks: [] });
    },
  };
}

test('an ok keeps others from the same until it expires, is released, or for 90 days once it is confirmed', async () => {
  const { apply, applications, time } = await openBench();
  expect(await apply({ registrationNumber: '3709020000001' })).toMatchObject({
    id: '1',
    outcome: 'ok',
    expiresAt: '2026-11-28T12:30:00.000Z',
  });
  for (const same of [{}, { name: '丙公司', registrationNumber: '370902 0000001' }]) {
    expect(await apply(same, undefined, 'b')).toMatchObject({
      outcome: 'duplicate',
      evidence: [{ id: 'application-pending' }],
    });
  }
  expect(await applications.release('1', 'b')).toBeNull();
  expect(await applications.release('1', 'a')).toEqual({ status: 'released', expiresAt: null });
  expect(await apply({}, undefined, 'b')).toMatchObject({ id: '4', outcome: 'ok' });
  time.now += HOLD_MILLISECONDS;
  expect(await applications.confirm('4', 'b')).toBeNull();
  expect(await apply({})).toMatchObject({ id: '5', outcome: 'ok' });
  expect(await applications.confirm('5', 'a')).toEqual({ status: 'confirmed', expiresAt: '2027-02-26T12:30:00.000Z' });
  time.now += HOLD_MILLISECONDS * 10;
  expect(await apply({})).toMatchObject({ outcome: 'duplicate' });
});

test('a name that is easily taken for one that was answered ok is suspected', async () => {
  const { apply, time } = await openBench();
  expect(await apply({ name: '岱岳区恒瑞兴商贸有限公司' })).toMatchObject({ outcome: 'ok' });
  const similar = { outcome: 'suspected', evidence: [{ id: 'similar-name-pending', likeness: ['similar-character'] }] };
  expect(await apply({ name: '岱岳区恒锐兴商贸有限公司' }, undefined, 'b')).toMatchObject(similar);
  expect(await apply({ name: '恒瑞兴商贸有限责任公司' }, undefined, 'b')).toMatchObject({ outcome: 'suspected' });
  for (const other of [{ name: '恒瑞丰商贸有限公司' }, { name: '恒锐兴商贸有限公司', region: '370902' }]) {
    expect(await apply(other, undefined, 'b')).toMatchObject({ outcome: 'ok' });
  }
  time.now += HOLD_MILLISECONDS;
  expect(await apply({ name: '岱岳区恒锐兴商贸有限公司' }, undefined, 'b')).toMatchObject({ outcome: 'ok' });
});

test('a retry with its key gets its own answer, after a restart too; a key for another request is refused', async () => {
  const first = await openBench();
  const answer = await first.apply({}, 'k');
  expect(await first.apply({}, 'k')).toEqual(answer);
  expect(await first.apply({ name: '丁公司' }, 'k')).toBe('key-reused');
  expect(await first.apply({}, 'k', 'b')).toMatchObject({ outcome: 'duplicate' });
  await first.apply({ name: '戊公司' });
  await first.applications.confirm('1', 'a');
  first.time.now += HOLD_MILLISECONDS;
  // From the log as it was written, and from one that was written anew.
  for (const entries of [first.log, first.applications.listEntries()]) {
    const second = await openBench(entries, { now: first.time.now });
    expect(await second.apply({}, 'k')).toEqual(answer);
    expect(await second.apply({ registrationNumber: '1' })).toMatchObject({ outcome: 'duplicate' });
    expect(await second.apply({ name: '戊公司' })).toMatchObject({ outcome: 'ok' });
    second.time.now += KEY_MILLISECONDS;
    expect(await second.apply({ name: '己公司' }, 'k')).toMatchObject({ outcome: 'ok' });
  }
});

test('what could not be written was not answered', async () => {
  const { registry } = await indexText(`${header}甲公司,91350100M000100Y43,\n`);
  let fails = true;
  const append = async (): Promise<void> => {
    if (fails) throw new Error('full');
  };
  const applications = createApplications({ append }, [], Date.now);
  const application = {
    name: '乙公司',
    region: '370911',
    category: '91',
    organizationCode: null,
    registrationNumber: null,
    code: null,
  };
  const request = { application, client: 'a', key: 'k', digest: 'd', id: '1' };
  await expect(applications.apply(request, { registry, blocks: [] })).rejects.toThrow('full');
  fails = false;
  expect(await applications.apply(request, { registry, blocks: [] })).toMatchObject({ outcome: 'ok' });
});
