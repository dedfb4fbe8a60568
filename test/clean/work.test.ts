import { expect, test, vi } from 'vitest';
import { check } from '../../src/check/check.ts';
import { inspectTable } from '../../src/check/inspect/inspect-table.ts';
import { dedup } from '../../src/clean/dedup/dedup.ts';
import { diff } from '../../src/clean/diff/diff.ts';
import { fix } from '../../src/clean/fix/fix.ts';
import { openRegistry } from '../../src/clean/lookup/open-registry.ts';
import { match } from '../../src/clean/match/match.ts';
import { createKernel } from '../../src/engine/scan/kernel/kernel.ts';
import { generate } from '../../src/index.ts';
import type { Input } from '../../src/tables/input.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';

/*
 * Work, not seconds, of every command over tables that would make a careless one start over again and again: bytes read of the inputs,
 * and cells and names that are judged or normalized. Twice the input is at most 2.2 times the work.
 */

const work = vi.hoisted(() => ({ bytes: 0, calls: 0 }));
const counting = vi.hoisted(() => async (original: () => Promise<object>) => {
  const entries = Object.entries(await original()).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    return [
      name,
      (...given: unknown[]) => {
        work.calls++;
        return (value as (...all: unknown[]) => unknown)(...given);
      },
    ];
  });
  return Object.fromEntries(entries);
});
vi.mock('../../src/code/cell/judge.ts', counting);
vi.mock('../../src/code/cell/normalize.ts', counting);
vi.mock('../../src/suspects/name-similarity.ts', counting);

/** The same numbers every time. */
function createRandom(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
const random = createRandom();
const codes = Array.from({ length: 4000 }, () => generate({ random }));
const codeAt = (index: number): string => codes[index % codes.length] ?? '';
const one = '91350100M000100Y43';
const table = (rows: string[]): string => `统一社会信用代码,企业名称\n${rows.join('\n')}\n`;
const rowsOf = (count: number, write: (index: number) => string): string =>
  table(Array.from({ length: count }, (_, index) => write(index)));

/** Tables of a size in records, or thereabouts. */
const shapes: Record<string, (size: number) => string[]> = {
  'plain records': (size) => [rowsOf(size, (index) => `${codeAt(index)},公司${index}`)],
  'an open quote on every record': (size) => [rowsOf(size, (index) => `${codeAt(index)},"公司${index}`)],
  'an open quote full of delimiters': (size) => [table([`${one},"${','.repeat(size * 40)}`, `${one},b`])],
  'many files': (size) =>
    Array.from({ length: size / 40 }, (_, file) => rowsOf(10, (index) => `${codeAt(file * 10 + index)},甲`)),
  'one code in many files': (size) =>
    Array.from({ length: size / 40 }, () => rowsOf(10, (index) => `${one},公司${index}`)),
  'one code everywhere, under one name': (size) => [rowsOf(size, () => `${one},公司`)],
  'one code everywhere, under other names': (size) => [rowsOf(size, (index) => `${one},公司${index}`)],
  'all wrong': (size) => [rowsOf(size, (index) => `9135010${String(index).padStart(10, '0')}Z,公司${index}`)],
  'one huge cell': (size) => [table([`${one},${'公'.repeat(size * 120)}`, `${codeAt(1)},乙`])],
  'thousands of columns': (size) => {
    const cells = ',x'.repeat(size);
    return [`统一社会信用代码,企业名称${cells}\n${`${one},甲${cells}\n`.repeat(12)}`];
  },
  'names all alike': (size) => [rowsOf(size, (index) => `${codeAt(index)},同一有限公司`)],
  'one organization under many codes': (size) => [
    rowsOf(size, (index) => `91${String(100_000 + (index % 600_000))}M000100Y4${index % 10},公司`),
  ],
};

function openInputs(texts: string[], prefix: string): Input[] {
  return texts.map((text, index) => {
    const input = inputOf(text, `${prefix}${index}.csv`);
    const source = {
      size: input.source.size,
      read: (at: number, into: Uint8Array): number => {
        const count = input.source.read(at, into) as number;
        work.bytes += count;
        return count;
      },
    };
    return { ...input, source, reference: source };
  });
}

const registryOf = (inputs: Input[]) =>
  openRegistry({ inputs, options: {}, platform: createPlatform(), memoryBytes: 1 << 20 });

const commands: Record<string, (texts: string[]) => Promise<unknown>> = {
  check: (texts) =>
    check(
      openInputs(texts, 'a'),
      { findings: 'all', onFindings: () => {}, onDuplicates: () => {}, suspect: true },
      createPlatform(),
    ),
  dedup: (texts) => dedup(openInputs(texts, 'a'), { onKept: () => {}, onRemoved: () => {} }, createPlatform()),
  fix: async (texts) => {
    for (const input of openInputs(texts, 'a')) await fix([input], { onBytes: () => {} }, createPlatform());
  },
  diff: (texts) =>
    diff(
      { old: openInputs(texts, 'old'), new: openInputs(texts, 'new'), earlier: [] },
      { onProblems: () => {}, onCodes: () => {} },
      createPlatform(),
    ),
  match: async (texts) =>
    match({
      inputs: openInputs(texts, 'a'),
      registry: await registryOf(openInputs(texts, 'registry')),
      options: { all: true, onRows: () => {} },
      platform: createPlatform(),
      memoryBytes: 1 << 20,
    }),
  inspect: async (texts) => {
    const job = { kernel: createKernel(), options: {}, platform: createPlatform(), progress: () => {} };
    for (const input of openInputs(texts, 'a')) await inspectTable(input, job);
  },
};

async function countWork(command: string, texts: string[]): Promise<typeof work> {
  Object.assign(work, { bytes: 0, calls: 0 });
  await commands[command]?.(texts);
  return { ...work };
}

const trials = Object.keys(commands).flatMap((command) =>
  Object.keys(shapes).map((shape) => [command, shape] as const),
);
test.each(trials)('%s of twice as much is at most 2.2 times the work: %s', async (command, shape) => {
  const size = 1200;
  const small = await countWork(command, shapes[shape]?.(size) ?? []);
  const large = await countWork(command, shapes[shape]?.(2 * size) ?? []);
  expect(small.bytes).toBeGreaterThan(0);
  expect(large.bytes).toBeLessThanOrEqual(2.2 * small.bytes);
  expect(large.calls).toBeLessThanOrEqual(2.2 * small.calls + 50);
});
