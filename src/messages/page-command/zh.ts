import type { en } from './en.ts';

export const zh: typeof en = {
  help: {
    usage: '[选项]',
    summary: '取出离线核查网页：一个 HTML 文件，用浏览器打开即可核查，不必安装',
    footer: '\n示例：\n  $ uscc page -o 核查.html\n  $ uscc page --serve',
  },
  fileName: 'uscc-checker.html',
  written: (path) => `已写入 ${path}。复制到任何电脑，用浏览器打开即可。`,
  serving: (url) => `请用本机浏览器打开 ${url} （按 Ctrl-C 结束）`,
  exists: (path) => `${path} 已存在。要替换请加 --force，或用 -o 换一个文件名。`,
  notBuilt: '安装包里没有核查网页 uscc-checker.html，请重新安装 uscc-toolkit。',
  notBoth: '--serve 不写文件，不能与 -o、--force 同用。',
  portInUse: (port) => `端口 ${port} 已被占用。请换一个，如 --serve ${port + 1}，或用 --serve 0 任选一个。`,
};
