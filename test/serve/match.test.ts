import { expect, test } from 'vitest';
import { match } from '../../src/clean/match/match.ts';
import type { MatchRow } from '../../src/clean/match/match-report.ts';
import { normalizeName } from '../../src/code/cell/normalize.ts';
import { generateRegistry } from '../../src/generate/registry.ts';
import { answerCode } from '../../src/serve/answer-code.ts';
import type { Registry } from '../../src/serve/registry.ts';
import { columns, openTexts } from '../clean/registry-run.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';
import { trials } from '../soak/trials.ts';
import { indexText } from './text-index.ts';

/** What `uscc match` calls a record, as the service's answer on its code has it. */
function stateOf(cell: string, name: string, registry: Registry): string {
  const {
    partition,
    registered,
    registry: found,
  } = answerCode(cell, { registry, findStanding: null, showsNames: true });
  if (partition !== 'conforming') return partition;
  if (!registered) return 'absent';
  const names = found.entities.map((entity) => normalizeName(entity.name));
  const own = normalizeName(name);
  if (own !== '' && names.includes(own)) return 'matched';
  return own === '' || names.includes('') ? 'unnamed' : 'other-name';
}

test('answers say what uscc match says of a list, record by record', async () => {
  const rows = trials(1500, 50_000);
  const options = { rows, errors: 0.2, duplicates: 0.05, suspects: 0.05, shape: 'mixed' } as const;
  const [registered = '', other = ''] = [3, 4].map((seed) =>
    Buffer.concat([...generateRegistry({ ...options, seed })]).toString(),
  );
  const header = '统一社会信用代码,企业名称';
  const records = [registered, other].flatMap((text) => {
    const lines = text.split(/\r?\n/).slice(1, -1);
    // Names move on by one in every tenth, and every seventh has none.
    return lines
      .filter((line) => !line.includes('"'))
      .map((line, at, all) => {
        const [cell = ''] = line.split(',');
        const [, name = ''] = (all[at % 10 === 0 ? at + 1 : at] ?? '').split(',');
        return { cell, name: at % 7 === 0 ? '' : name };
      })
      .filter(({ cell, name }) => cell + name !== '');
  });
  // As units write some of them still: the organization code alone.
  const old = records.filter((_, at) => at % 50 === 0).map(({ cell, name }) => ({ cell: cell.slice(8, 17), name }));
  records.push(...old.filter(({ cell }) => /^[0-9A-Z]{9}$/.test(cell)));
  const list = `${header}\n${records.map(({ cell, name }) => `${cell},${name}\n`).join('')}`;
  const found: MatchRow[] = [];
  await match({
    inputs: [inputOf(Buffer.from(list))],
    registry: await openTexts([registered]),
    options: {
      codeColumns: [columns.codeColumn],
      nameColumn: columns.nameColumn,
      all: true,
      onRows: (batch) => void found.push(...batch),
    },
    platform: createPlatform(),
    memoryBytes: 1 << 26,
  });
  const { registry } = await indexText(registered);
  expect(found.map(({ status }) => status)).toEqual(records.map(({ cell, name }) => stateOf(cell, name, registry)));
  // Whoever match names as the holder of an old identifier, the service names too.
  const byOrganization = found.filter(({ evidence }) => evidence === 'organization-code');
  for (const { row, registryCode } of byOrganization) {
    const { cell } = records[row - 1] ?? { cell: '' };
    const answer = answerCode(cell, { registry, findStanding: null, showsNames: true }).registry;
    expect(answer.organization?.entities.map(({ code }) => code)).toContain(registryCode);
  }
  expect(byOrganization.length).toBeGreaterThan(0);
  const kinds = new Set(found.map(({ status }) => status));
  expect([...kinds].sort()).toEqual(
    ['absent', 'erroneous', 'matched', 'missing', 'other-name', 'unconverted', 'unnamed'].sort(),
  );
});
