import { type Language, pick } from '../voice.ts';
import { type EditedWorkbookMessages, en } from './en.ts';
import { zh } from './zh.ts';

export type { EditedWorkbookMessages } from './en.ts';

export function editedWorkbookMessagesFor(lang: Language): EditedWorkbookMessages {
  return pick(lang, { en, zh });
}
