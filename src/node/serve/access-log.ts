/** One request, as it is written down: no names, and ID numbers masked before they come here. */
export interface AccessLine {
  time: string;
  client: string;
  method: string;
  path: string;
  status: number;
  milliseconds: number;
}

/** Lines go out together: one write each would take longer than the answers. */
export interface AccessLog {
  add(line: AccessLine): void;
  flush(): void;
}

const flushMilliseconds = 200;
const mostCharacters = 1 << 16;

export function createAccessLog(write: (text: string) => void): AccessLog {
  let text = '';
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (text !== '') write(text);
    text = '';
  };
  return {
    add(line) {
      text += `${JSON.stringify(line)}\n`;
      if (text.length > mostCharacters) flush();
      else timer ??= setTimeout(flush, flushMilliseconds).unref();
    },
    flush,
  };
}
