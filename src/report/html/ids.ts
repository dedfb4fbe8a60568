/** Ids that the markup and the client script agree on. */

/** The element that the table of findings goes into. */
export const FINDINGS_ID = 'findings-table';

/** The element that holds the findings as JSON. */
export const DATA_ID = 'findings-data';
