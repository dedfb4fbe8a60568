/** What is said of `uscc.json`. */
export const en = {
  used: (path: string, keys: string[]) =>
    keys.length === 0
      ? `${path} read; nothing in it concerns this command`
      : `settings from ${path}: ${keys.join(', ')}`,
  notOwned: (path: string) =>
    `${path} belongs to another user and is not used. Copy it, name another file with --config, or work in another folder.`,
  openToAll: (path: string) =>
    `${path} can be changed by every user and is not used. Take that right away: chmod o-w ${path}`,
  notJson: (path: string, reason: string) => `${path} is not JSON: ${reason}`,
  notObject: (path: string) =>
    `${path} is no settings file: it must hold one JSON object, such as { "target": "0.01%" }.`,
  unknownKey: (path: string, key: string, nearest: string | null) =>
    `${path}: there is no setting "${key}".${nearest === null ? '' : ` Did you mean "${nearest}"?`}`,
  lineOnly: (path: string, key: string) => `${path}: "${key}" is only taken from the command line.`,
  badValue: (path: string, key: string, wanted: string) => `${path}: "${key}" must be ${wanted}.`,
  wanted: {
    switch: 'true or false',
    list: 'a text or a list of texts',
    text: 'a text',
    value: 'a text or a number',
    units: 'a list such as [{ "unit": "…", "contact": "…", "phone": "…" }]',
    licences: 'an object with words, needs and severities, as the guide on licences lists them',
    choice: (choices: string[]) => `one of ${choices.join(', ')}`,
  },
};
