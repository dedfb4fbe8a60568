import { judge } from '../../code/cell/judge.ts';
import { conformsAsWritten } from '../../code/standard/weighted-sums.ts';
import { shorten } from '../../engine/reread/text-number.ts';
import { textAt } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import { type Block, placeLists, takeBlock } from '../../engine/scan/lists.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import type { IndexSelector } from './entity-task.ts';

/** Texts as keys, as a scan of a registry lists its records under them. */
export interface TextKeys {
  clean: Block | null;
  hashed: Block | null;
}

const shortestKeyedBytes = 10;

/** @param texts normalized codes, organization codes or normalized names, each once */
export function listTextKeys(kernel: Kernel, texts: string[], selector: IndexSelector, bits: number): TextKeys {
  const lists = placeLists(kernel, texts.length * shortestKeyedBytes, bits);
  for (const [row, text] of texts.entries()) {
    if (selector === 'name') kernel.addName(textAt, kernel.writeText(shorten(text)), row, 0);
    else if (selector === 'organization') {
      kernel.writeText(text);
      kernel.addOrganization(textAt, row);
    } else {
      const kind = kindOf(text);
      if (kind !== null) kernel.addText(textAt, kernel.writeText(text), row, kind);
    }
  }
  const form = { bits, isShared: true };
  return { clean: takeBlock(kernel, lists, 'clean', form), hashed: takeBlock(kernel, lists, 'hashed', form) };
}

/** Null for what no record is listed under. */
function kindOf(text: string): number | null {
  if (conformsAsWritten(text)) return keyKinds.conforming;
  const { partition, isComparable } = judge(text);
  return isComparable && partition !== 'missing' ? keyKinds[partition] : null;
}
