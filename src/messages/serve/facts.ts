/** What the texts of the service need to know of an entity of the registry. */
export interface ServedEntity {
  code: string;
  /** '' where there is none, or it may not be shown. */
  name: string;
}

/** What the texts need to know of one piece of evidence. */
export interface EvidenceFacts {
  id: string;
  entities: readonly ServedEntity[];
  likeness?: readonly string[];
  expected?: string;
  actual?: string;
  field?: string;
}
