/** Shows the example that the address names: `?example=ant-design`. What it saves is written below it. */
const name = new URLSearchParams(location.search).get('example') ?? '';
const app = document.querySelector('#app');
const vue = () => import('./mount-vue.ts');
const react = () => import('./mount-react.ts');

const mounts: Readonly<Record<string, (at: Element) => Promise<void>>> = {
  'react-hook-form': async (at) =>
    (await react()).mountReact((await import('../examples/react-hook-form.tsx')).CompanyForm, at, save),
  'tanstack-form': async (at) =>
    (await react()).mountReact((await import('../examples/tanstack-form.tsx')).CompanyForm, at, save),
  'ant-design': async (at) =>
    (await react()).mountReact((await import('../examples/ant-design.tsx')).CompanyForm, at, save),
  'vee-validate': async (at) =>
    (await vue()).mountVue((await import('../examples/vee-validate.vue')).default, at, save),
  'element-plus': async (at) => {
    await import('element-plus/dist/index.css');
    (await vue()).mountVue((await import('../examples/element-plus.vue')).default, at, save);
  },
};

function save(values: { code: string }): void {
  const saved = document.querySelector('#saved');
  if (saved !== null) saved.textContent = `已保存 ${values.code}`;
}

if (app !== null) await mounts[name]?.(app);
