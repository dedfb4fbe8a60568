import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { Tab, TestBrowser } from './tab.ts';

const usual = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const named = process.env.USCC_FIREFOX;

/** Where a Firefox is on this machine, or null; USCC_FIREFOX names another one, or none. */
export const firefoxPath: string | null = (named === undefined ? usual : [named]).find(existsSync) ?? null;

const keys: Readonly<Record<string, string>> = {
  ...{ Control: '\uE009', Shift: '\uE008', Enter: '\uE007', Tab: '\uE004', Backspace: '\uE003', Delete: '\uE017' },
  ...{ Home: '\uE011', End: '\uE010', ArrowLeft: '\uE012', ArrowRight: '\uE014' },
};

type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

/** A headless Firefox with a profile of its own, over WebDriver BiDi, which needs no driver beside it. */
export async function startFirefox(path: string): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'uscc-firefox-'));
  const process = spawn(path, ['--headless', '--remote-debugging-port=0', '--profile', profile, '--no-remote']);
  const socket = new WebSocket(`${await readAddress(process)}/session`);
  await new Promise((done, fail) => socket.once('open', done).once('error', fail));
  const send = speak(socket);
  const session = await send('session.new', { capabilities: {} });
  const { browserVersion } = session.capabilities as { browserVersion: string };
  return {
    version: browserVersion,
    open: () => openTab(send),
    async close() {
      const ended = new Promise((done) => process.once('exit', done));
      await send('browser.close', {}).catch(() => process.kill());
      socket.terminate();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function readAddress(process: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, address] = /BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) done(address);
    };
    process.stderr?.on('data', listen);
    process.stdout?.on('data', listen);
    process.once('exit', () => fail(new Error(`Firefox ended: ${said}`)));
  });
}

function speak(socket: WebSocket): Send {
  let count = 0;
  const waiting = new Map<number, (answer: { result?: Record<string, unknown>; message?: string }) => void>();
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return (method, params) =>
    new Promise((done, fail) => {
      const id = ++count;
      waiting.set(id, ({ result, message }) => (result === undefined ? fail(new Error(message)) : done(result)));
      socket.send(JSON.stringify({ id, method, params }));
    });
}

async function openTab(send: Send): Promise<Tab> {
  const { context } = await send('browsingContext.create', { type: 'tab' });
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const answer = await send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
    });
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer.exceptionDetails));
    const { value } = answer.result as { value?: string };
    return value === undefined ? (undefined as Value) : JSON.parse(value);
  };
  const perform = (actions: object) => send('input.performActions', { context, actions: [actions] });
  const strike = (values: readonly string[]) =>
    perform({ type: 'key', id: 'keys', actions: values.flatMap((value) => [down(value), up(value)]) });
  return {
    goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate,
    type: async (text) => void (await strike([...text])),
    async press(key) {
      const values = key.split('+').map((each) => keys[each] ?? each);
      await perform({ type: 'key', id: 'keys', actions: [...values.map(down), ...values.reverse().map(up)] });
    },
    async click(selector) {
      const { x, y } = await evaluate<{ x: number; y: number }>(
        `(({ x, y, width, height }) => ({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) }))(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`,
      );
      const actions = [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await perform({ type: 'pointer', id: 'mouse', actions });
    },
    close: async () => void (await send('browsingContext.close', { context })),
  };
}

function down(value: string): object {
  return { type: 'keyDown', value };
}

function up(value: string): object {
  return { type: 'keyUp', value };
}
