/** What a form holds, written to `window.held`, and what it saves, to `#saved`. */
export interface Held {
  value: string;
  verdict: string | null;
  renders: number;
}

const held: Held = { value: '', verdict: null, renders: 0 };
Object.assign(window, { held });

export function hold(value: string, verdict: { state: string } | null): void {
  held.value = value;
  held.verdict = verdict?.state ?? null;
  held.renders++;
}

export function save(value: string): void {
  const saved = document.querySelector('#saved');
  if (saved !== null) saved.textContent = `已保存 ${value}`;
}
