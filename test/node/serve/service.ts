import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { startUscc } from '../../cli/run.ts';

/** A service in a process of its own. */
export interface TestService {
  child: ChildProcessWithoutNullStreams;
  url: string;
  /** What it has written to standard error. */
  errors(): string;
  ask(path: string, init?: RequestInit): Promise<{ status: number; body: unknown; headers: Headers }>;
  post(path: string, body: unknown, headers?: Record<string, string>): ReturnType<TestService['ask']>;
  /** Resolves to its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `uscc serve` on a free port and waits until it answers. */
export async function startService(args: string[], cwd: string): Promise<TestService> {
  const child = startUscc(['serve', '--port', '0', ...args], { cwd });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /http:\S+\//.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${errors}`)));
  });
  const ask: TestService['ask'] = async (path, init) => {
    const response = await fetch(new URL(path, url), init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return {
      status: response.status,
      body: isJson && text !== '' ? JSON.parse(text) : text,
      headers: response.headers,
    };
  };
  return {
    child,
    url,
    errors: () => errors,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async end(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
