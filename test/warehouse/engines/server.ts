import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of an engine that a test has started. */
export interface EngineServer {
  url: string;
  stop(): Promise<void>;
}

/** Why an engine is left out. */
export class LeftOut extends Error {}

export function findProgram(...names: string[]): string {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name} || ls ${name} 2>/dev/null | tail -1`], {
      encoding: 'utf8',
    });
    const found = stdout.trim();
    if (status === 0 && found !== '') return found;
  }
  throw new LeftOut(`${names[0]} is not installed`);
}

export function makeFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `uscc-test-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that nothing listens on. */
export function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Starts a program and waits until its port answers. */
export async function startServer(
  program: string,
  parameters: string[],
  port: number,
  options: { seconds: number; env?: NodeJS.ProcessEnv; cwd?: string },
): Promise<ChildProcess> {
  const child = spawn(program, parameters, {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, ...options.env },
    cwd: options.cwd,
  });
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  const until = Date.now() + options.seconds * 1000;
  while (!(await answers(port))) {
    if (ended || Date.now() > until) throw new LeftOut(`${program} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return child;
}

/** Ends a program and all it has started. */
export async function endServer(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  const timer = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
