import type { LicenceContext } from '../../licences/forms/describe-licence.ts';
import { formatLicences, LICENCE_HEADER } from '../../licences/forms/licence-csv.ts';
import type { LicenceForm } from '../../licences/forms/licence-form.ts';
import { createOutFile } from '../../node/outputs/out-file.ts';
import { createOutFolder } from '../../node/outputs/out-folder.ts';
import { nodePacking } from '../../node/zlib.ts';
import type { About } from '../../report/about.ts';
import { renderJson } from '../../report/json.ts';
import type { FlagsOf } from '../flags/flags-of.ts';

const FOLDER_FILES = ['summary.json', 'findings.csv'];

/** One place that a run writes to: nothing is there before `commit`, and nothing is left after `abort`. */
export interface LicenceOutput extends LicenceForm {
  path: string;
  commit(): Promise<void>;
  abort(): Promise<void>;
}

type Flags = Pick<FlagsOf<'licences'>, 'out' | 'html' | 'xlsx' | 'send' | 'due'>;

/**
 * Opens what the flags name, one after the other.
 *
 * @throws {UsccError} `output` when a file or folder cannot be made
 */
export async function* openLicenceOutputs(
  { out, html, xlsx, send, due }: Flags,
  context: LicenceContext,
  about: About,
): AsyncGenerator<LicenceOutput> {
  if (out !== undefined) yield await openFolder(out, context);
  if (html !== undefined) {
    const { createLicencePage } = await import('../../licences/forms/licence-html.ts');
    yield await openFile(html, (write) => createLicencePage(write, context));
  }
  if (xlsx !== undefined) {
    const { createLicenceWorkbook } = await import('../../licences/forms/licence-workbook.ts');
    yield await openFile(xlsx, (write) => createLicenceWorkbook(write, context, nodePacking));
  }
  if (send !== undefined) yield await openSend(send, context, { ...about, due });
}

async function openFolder(path: string, context: LicenceContext): Promise<LicenceOutput> {
  const folder = await createOutFolder(path, FOLDER_FILES);
  try {
    const summary = await folder.open('summary.json');
    const findings = await folder.open('findings.csv');
    await findings.write(LICENCE_HEADER);
    return {
      path,
      add: (batch) => findings.write(formatLicences(batch, context)),
      finish: (report) => summary.write(`${renderJson(report)}\n`),
      commit: () => folder.finish(),
      abort: () => folder.abort(),
    };
  } catch (error) {
    await folder.abort();
    throw error;
  }
}

async function openFile(
  path: string,
  create: (write: (chunk: string | Uint8Array) => Promise<void>) => LicenceForm,
): Promise<LicenceOutput> {
  const file = await createOutFile(path);
  return { path, ...create((chunk) => file.write(chunk)), commit: () => file.finish(), abort: () => file.abort() };
}

async function openSend(path: string, context: LicenceContext, about: About): Promise<LicenceOutput> {
  const { createLicenceSend, isSentLicence } = await import('../../licences/forms/licence-send.ts');
  const folder = await createOutFolder(path, isSentLicence);
  const form = createLicenceSend((name) => folder.open(name), context, about, nodePacking);
  return { path, ...form, commit: () => folder.finish(), abort: () => folder.abort() };
}
