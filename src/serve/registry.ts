import type { Holders } from '../clean/lookup/answer.ts';
import type { RegistryEntity } from '../clean/lookup/registry-entity.ts';

/** How a name of the registry differs from one that is asked for. */
export type NameLikeness = 'same' | 'brackets' | 'form' | 'place' | 'similar-character';

/** A registered entity whose name is the one asked for, or is easily taken for it. */
export interface NamedEntity {
  entity: RegistryEntity;
  likeness: NameLikeness;
}

/** What a ledger has on a code. */
export interface LedgerStanding {
  /** `P-000123`. */
  number: string;
  kind: string;
  status: 'open' | 'answered' | 'exempt';
}

/** A registry that answers at once, wherever it is kept. Everything is as it is written there: nothing is masked yet. */
export interface Registry extends Holders {
  records: number;
  /** When it was read, as ISO 8601. */
  builtAt: string;
  code(normalized: string): RegistryEntity[];
  organization(organization: string): RegistryEntity[];
  /** The name of the first record under a code; null: it is not registered. */
  firstName(normalized: string): string | null;
  /** Whether an organization code stands under another code. */
  isTaken(organization: string, normalized: string): boolean;
  /** Entities of a region whose names are, or are easily taken for, a name. */
  named(region: string, name: string): NamedEntity[];
  /** Entities with an erroneous code that is one edit away from a code. */
  neighbours(code: string): RegistryEntity[];
  /** Entities under an old registration number, of a column of such. */
  registration(number: string): RegistryEntity[];
}

/** What a ledger has on codes; none: there is no ledger. */
export type FindStanding = (code: string) => LedgerStanding[];
