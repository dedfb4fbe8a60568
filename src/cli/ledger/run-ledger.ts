import type { ScanOptions } from '../../engine/options.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import type { Ledger } from '../../node/ledger/ledger.ts';
import { renderJson } from '../../report/json.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { openOutput } from '../output.ts';
import { createProgressLine, type ProgressLine } from '../progress.ts';

/** What a command of the ledger works with. */
export interface LedgerRun {
  ledger: Ledger;
  lang: Language;
  signal: AbortSignal;
  progress: ProgressLine;
  /** Prints text, or an object as JSON. */
  print(text: string | object): Promise<void>;
}

/** Flags that every command of the ledger has. */
interface LedgerFlags {
  ledger: string;
  organization?: string;
  dryRun?: boolean;
}

/**
 * Opens the ledger for `work`, and closes it however that ends. The driver is loaded here, and nowhere before.
 *
 * @param creates whether the command makes a ledger where there is none, and says whose it is
 */
export async function runLedger(
  flags: LedgerFlags,
  lang: Language,
  creates: boolean,
  work: (run: LedgerRun) => Promise<void>,
): Promise<void> {
  const messages = cliMessagesFor(lang);
  const { openLedger } = await import('../../node/ledger/ledger.ts');
  await withInterrupts(async (signal) => {
    const progress = createProgressLine(process.stderr, messages);
    const { dryRun = false, organization } = flags;
    const ledger = await openLedger(flags.ledger, { creates, dryRun });
    const output = openOutput(process.stdout);
    try {
      if (organization !== undefined && creates && !dryRun) ledger.setOrganization(organization);
      await work({
        ledger,
        lang,
        signal,
        progress,
        async print(text) {
          progress.erase();
          await output.write(typeof text === 'string' ? text : `${renderJson(text)}\n`);
        },
      });
      await output.end();
    } finally {
      progress.erase();
      ledger.close();
    }
  });
}

/** The flags that a call of the ledger takes; those that were not given are left out. */
export function pickFlags<Flags extends object, Name extends keyof Flags>(
  flags: Flags,
  ...names: Name[]
): Pick<Flags, Name> {
  const given = names.filter((name) => flags[name] !== undefined).map((name) => [name, flags[name]]);
  return Object.fromEntries(given) as Pick<Flags, Name>;
}

/** How the registry of `--registry` is read. */
export function registryOptions(
  {
    registryCodeColumn,
    registryNameColumn,
  }: { registryCodeColumn?: number | string; registryNameColumn?: number | string },
  { lang, signal, progress }: Pick<LedgerRun, 'lang' | 'signal' | 'progress'>,
): ScanOptions {
  return {
    lang,
    face: 'command',
    signal,
    onProgress: progress.show,
    codeColumn: registryCodeColumn,
    nameColumn: registryNameColumn,
  };
}
