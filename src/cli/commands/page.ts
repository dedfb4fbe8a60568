import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { UsccError } from '../../code/error.ts';
import { type PageCommandMessages, pageCommandMessagesFor } from '../../messages/page-command/index.ts';
import { writeOutFile } from '../../node/outputs/out-file.ts';
import { type PageServer, servePage } from '../../node/serve-page.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import type { Language } from '../language.ts';

const defaultPort = 8320;

/** `uscc page`: the checker as one file, or on a port of this computer. */
export function pageCommand(lang: Language): Promise<Command> {
  const messages = pageCommandMessagesFor(lang);
  return defineCommand('page', lang, async ({ flags }) => {
    if (flags.serve === undefined) return writePage(flags, messages);
    if (flags.output !== undefined || flags.force) throw new UsccError('usage', messages.notBoth);
    await serve(flags.serve === true ? defaultPort : flags.serve, messages);
  });
}

async function writePage(flags: FlagsOf<'page'>, messages: PageCommandMessages): Promise<void> {
  const path = flags.output ?? messages.fileName;
  if (!flags.force && existsSync(path)) throw new UsccError('output', messages.exists(path));
  const html = readPage(messages);
  await writeOutFile(path, (write) => write(html));
  process.stdout.write(`${messages.written(path)}\n`);
}

/** Until Ctrl-C, which is how it is meant to end. */
async function serve(port: number, messages: PageCommandMessages): Promise<void> {
  let server: PageServer;
  try {
    server = await servePage(readPage(messages), port);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new UsccError('output', messages.portInUse(port), { cause });
  }
  process.stdout.write(`${messages.serving(server.url)}\n`);
  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
  });
  await server.close();
}

/** The page lies in the package, beside what is compiled. */
function readPage(messages: PageCommandMessages): string {
  const root = dirname(createRequire(import.meta.url).resolve('uscc-toolkit/package.json'));
  try {
    return readFileSync(join(root, 'dist', 'uscc-checker.html'), 'utf8');
  } catch (cause) {
    throw new UsccError('input', messages.notBuilt, { cause });
  }
}
