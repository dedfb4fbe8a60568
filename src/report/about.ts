/** Whom a report is by and for: what goes into its head and into what is sent out. */
export interface About {
  organization?: string | undefined;
  /** Such as `2026-11`. */
  period?: string | undefined;
  contact?: string | undefined;
  /** The document that the report answers to, as one cites it. */
  document?: string | undefined;
  /** The day by which units answer. */
  due?: string | undefined;
  /** Whom the problems of each unit are sent to. */
  units?: { unit: string; contact?: string; phone?: string }[] | undefined;
}
