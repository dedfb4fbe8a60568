import { type AgainstMessages, againstMessagesFor, type HolderFacts } from '../../messages/against/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import type { RegistryAnswer } from './answer.ts';
import type { RegistryEntity } from './registry-entity.ts';

const mostShown = 3;

/** What a registry says of a code, as lines under its verdict. */
export function renderAnswer(answer: RegistryAnswer, isErroneous: boolean, lang: 'zh' | 'en', style: Style): string {
  const messages = againstMessagesFor(lang);
  const { registered, entities, organization, repairs } = answer;
  const lines = registered
    ? showEntities(entities, messages.registered, messages, lang)
    : [style.strong(messages.notRegistered)];
  if (organization?.taken) {
    const show = (facts: HolderFacts): string => messages.organizationTaken(organization.code, facts);
    lines.push(...showEntities(organization.entities, show, messages, lang).map(style.bad));
  } else if (organization !== null) lines.push(messages.organizationFree(organization.code));
  if (isErroneous) {
    const holders = repairs.flatMap(({ entities: [first] }) => (first === undefined ? [] : [first]));
    if (holders.length === 0) lines.push(messages.noRepairRegistered);
    else lines.push(...showEntities(holders, messages.repairRegistered, messages, lang));
  }
  const rows = lines.map((line, index) => [index === 0 ? messages.registry : '', line]);
  return `${alignColumns(rows, ['left', 'left']).join('\n')}\n`;
}

function showEntities(
  entities: RegistryEntity[],
  show: (facts: HolderFacts) => string,
  messages: AgainstMessages,
  lang: 'zh' | 'en',
): string[] {
  const lines = entities
    .slice(0, mostShown)
    .map(({ code, name, file: path, sheet, row, line }) =>
      escapeControls(show({ code, name, location: describeLocation({ path, sheet, row, line }, lang) })),
    );
  const rest = entities.length - lines.length;
  return rest > 0 ? [...lines, messages.more(formatCount(rest))] : lines;
}
