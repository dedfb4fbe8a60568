import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command: `npm test` builds first. */
export const MAIN = fileURLToPath(new URL('../../dist/command/cli/main.cjs', import.meta.url));

export interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Surroundings {
  input?: string | Buffer;
  env?: Record<string, string>;
  cwd?: string;
  nodeFlags?: string[];
}

/** Starts `uscc` without a terminal, in English unless told otherwise. */
export function startUscc(
  args: string[],
  { env, cwd, nodeFlags = [] }: Surroundings = {},
): ChildProcessWithoutNullStreams {
  const inherited = { PATH: process.env.PATH ?? '', LC_ALL: 'en_US.UTF-8' };
  const child = spawn(process.execPath, [...nodeFlags, MAIN, ...args], { cwd, env: { ...inherited, ...env } });
  // It may end before it has read everything.
  child.stdin.on('error', () => {});
  return child;
}

/** Runs `uscc` to its end. */
export async function runUscc(args: string[], surroundings: Surroundings = {}): Promise<Result> {
  const child = startUscc(args, surroundings);
  child.stdin.end(surroundings.input ?? '');
  return await collect(child);
}

/** What a process printed, once it has ended. */
export async function collect(child: ChildProcessWithoutNullStreams): Promise<Result> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}
