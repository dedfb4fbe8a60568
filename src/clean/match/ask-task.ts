import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { OpenSource, TaskKind } from '../../engine/task.ts';
import { listTextKeys, type TextKeys } from '../lookup/text-keys.ts';
import { ask, listCodes, listNames } from './match-cases.ts';
import type { MatchPart } from './match-part.ts';
import { readPart } from './read-part.ts';

/** Under what a registry is asked for codes. */
export const askedSelectors = ['code', 'organization', 'name'] as const;
export type AskedSelector = (typeof askedSelectors)[number];

/** A part, and into how many partitions the registry sorts its keys, as a power of 2. */
export interface AskTask extends MatchPart {
  bits: number;
}

/** What a registry is asked for about the codes of a part. */
export const askTasks: TaskKind<AskTask, Record<AskedSelector, TextKeys>> = { name: 'match-ask', perform: listAsked };

async function listAsked(kernel: Kernel, task: AskTask, open: OpenSource): Promise<Record<AskedSelector, TextKeys>> {
  const { cases } = await readPart(kernel, task, open);
  const questions = Array.from(cases, ask);
  const texts = {
    code: questions.flatMap(listCodes),
    organization: questions.map(({ organization }) => organization),
    name: questions.flatMap(listNames),
  };
  const list = (selector: AskedSelector): TextKeys => {
    const wanted = [...new Set(texts[selector])].filter((text) => text !== '');
    return listTextKeys(kernel, wanted, selector, task.bits);
  };
  return { code: list('code'), organization: list('organization'), name: list('name') };
}
