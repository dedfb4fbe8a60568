import { type BothTexts, wordEvidence, wordOutcome } from '../messages/serve/index.ts';
import { showEntity } from './answer-code.ts';
import type { ApplicationAnswer } from './applications.ts';
import type { Evidence } from './judge-application.ts';

/** An answer with its texts, as a client may see it. */
export interface ShownApplication extends Omit<ApplicationAnswer, 'evidence'> {
  text: BothTexts;
  evidence: (Evidence & { text: BothTexts })[];
}

export function showApplication(answer: ApplicationAnswer, showsNames: boolean): ShownApplication {
  return {
    ...answer,
    text: wordOutcome(answer),
    evidence: answer.evidence.map((one) => {
      const shown = { ...one, entities: one.entities.map((entity) => showEntity(entity, showsNames)) };
      return { ...shown, text: wordEvidence(shown) };
    }),
  };
}
