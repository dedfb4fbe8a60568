/** Shows the form that the address names: `?case=vue/element`. */
const [framework = '', kind = ''] = (new URLSearchParams(location.search).get('case') ?? '').split('/');
const app = document.querySelector('#app');
const mounts: Readonly<Record<string, (at: Element) => Promise<void>>> = {
  plain: async (at) => (await import('./plain.ts')).mountPlain(at, kind),
  react: async (at) => (await import('./react.tsx')).mountReact(at, kind),
  vue: async (at) => (await import('./vue.ts')).mountVue(at, kind),
  'ant-design': async (at) => (await import('./ant-design.tsx')).mountAntDesign(at),
  'element-plus': async (at) => {
    const [{ createApp }, form] = await Promise.all([import('vue'), import('./element-plus.vue')]);
    createApp(form.default).mount(at);
  },
};
if (app !== null) await mounts[framework]?.(app);
