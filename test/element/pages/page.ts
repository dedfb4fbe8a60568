/** Shows the form that the address names: `?case=vue-element`. What it holds is written to `window.held`, what it saves to `#saved`. */
import { mountPlain } from './plain.ts';
import { mountReact } from './react.tsx';
import { mountVue } from './vue.ts';

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

const [framework = '', kind = ''] = (new URLSearchParams(location.search).get('case') ?? '').split('/');
const app = document.querySelector('#app');
const mounts: Readonly<Record<string, (at: Element, kind: string) => void>> = {
  plain: mountPlain,
  react: mountReact,
  vue: mountVue,
};
if (app !== null) mounts[framework]?.(app, kind);
