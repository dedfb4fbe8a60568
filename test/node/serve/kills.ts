import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startService, type TestService } from './service.ts';

const patienceMilliseconds = 1000;

interface Answer {
  outcome: string;
  id: string;
}

/** What came of killing a service again and again while counters apply for the same names. */
export interface KillResult {
  kills: number;
  oks: number;
  /** Names that were answered `ok` more than once, and retries that were answered otherwise. */
  faults: string[];
}

/** Several counters apply for each name at once, each with a key of its own, and ask again after the service was killed. */
export async function killServices(kills: number, random: () => number): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'uscc-kills-'));
  writeFileSync(join(folder, 'a.csv'), '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\n');
  const winners = new Map<string, string>();
  const answers = new Map<string, string>();
  const faults: string[] = [];
  const take = (name: string, key: string, { outcome, id }: Answer): void => {
    const known = answers.get(key);
    if (known !== undefined && known !== `${outcome} ${id}`) faults.push(`${key}: ${known}, then ${outcome} ${id}`);
    answers.set(key, `${outcome} ${id}`);
    if (outcome !== 'ok') return;
    const winner = winners.get(name);
    if (winner !== undefined && winner !== key) faults.push(`${name}: ok for ${winner} and ${key}`);
    winners.set(name, key);
  };
  const apply = async (service: TestService, number: number, counter: number, gone: Promise<null>): Promise<void> => {
    const [name, key] = [`测试${number}号公司`, `${number}-${counter}`];
    const application = { name, region: '370911', category: '91' };
    const asking = service.post('/v1/applications', application, { 'idempotency-key': key }).catch(() => null);
    const answer = await Promise.race([asking, gone]);
    if (answer?.status === 200) take(name, key, answer.body as Answer);
  };
  const counters = [0, 1, 2];
  let number = 0;
  let first = 0;
  try {
    for (let kill = 0; kill < kills; kill++) {
      const service = await startService(['--registry', 'a.csv'], folder);
      // What a process that was killed leaves of a connection may never end.
      const ended = once(service.child, 'exit');
      const gone = ended.then(() => wait(patienceMilliseconds, null));
      // What the killed one may have answered is asked again first.
      for (let one = first; one < number; one++)
        await Promise.all(counters.map((counter) => apply(service, one, counter, gone)));
      first = number;
      let isKilled = false;
      const applying = (async () => {
        while (!isKilled) {
          const one = number++;
          await Promise.all(counters.map((counter) => apply(service, one, counter, gone)));
        }
      })();
      await wait(20 + random() * 150);
      await service.end('SIGKILL');
      isKilled = true;
      await applying;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { kills, oks: winners.size, faults };
}
