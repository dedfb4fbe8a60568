/** Every use of random numbers has a stream of its own, so that a change in one leaves the others as they were. */
export const streams = {
  entity: 1,
  schedule: 2,
  duplicate: 3,
  damage: 4,
  style: 5,
  divisions: 6,
  digits: 7,
  letters: 8,
  serial: 9,
  rename: 10,
  suspect: 11,
} as const;
