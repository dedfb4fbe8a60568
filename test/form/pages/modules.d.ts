declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  // biome-ignore lint/style/noDefaultExport: that is what such a file exports
  export default component;
}
declare module '*.css';
