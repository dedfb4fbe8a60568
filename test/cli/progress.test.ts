import { expect, test } from 'vitest';
import { createProgressLine } from '../../src/cli/progress.ts';
import { cliMessagesFor } from '../../src/messages/cli/index.ts';

function watch(isTTY: boolean, columns = 80) {
  let time = 0;
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  const line = createProgressLine(stream, cliMessagesFor('zh'), () => time);
  const show = (doneBytes: number) => line.show({ stage: 'scan', doneBytes, totalBytes: 200, records: 1_234_567 });
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  return { written, line, show, wait };
}

test('nothing unless a terminal looks', () => {
  const { written, line, show } = watch(false);
  show(1);
  line.erase();
  expect(written).toEqual([]);
});

test('at most ten times a second, and erased at the end', () => {
  const { written, line, show, wait } = watch(true);
  show(1);
  for (let i = 0; i < 100; i++) {
    wait(10);
    show(100);
  }
  expect(written.length).toBeLessThanOrEqual(11);
  expect(written.at(-1)).toBe('\r\u001b[K读取  50%  1,234,567 条');
  line.erase();
  line.erase();
  expect(written.slice(-2)).toEqual(['\r\u001b[K读取  50%  1,234,567 条', '\r\u001b[K']);
});

test('a terminal that does not say how wide it is', () => {
  const { written, show } = watch(true, 0);
  show(10);
  expect(written).toEqual(['\r\u001b[K读取   5%  1,234,567 条']);
});

test('never wider than the terminal, never over 100%', () => {
  const { written, show } = watch(true, 12);
  show(300);
  expect(written).toEqual(['\r\u001b[K读取 100% …']);
});
