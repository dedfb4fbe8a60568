import type { Flag } from './flag.ts';

/** `serve`. */
export const SERVING = [
  {
    name: 'registry',
    commands: ['serve'],
    type: 'file',
    many: 'rest',
    help: {
      zh: '登记数据，可以是几个文件或文件夹（副本不需要）',
      en: 'the registry, in files or folders (a replica needs none)',
    },
  },
  {
    name: 'index',
    commands: ['serve'],
    type: 'output-folder',
    default: 'uscc-serve',
    lineOnly: true,
    help: { zh: '存放索引和申请记录的文件夹', en: 'folder for the index and the log of applications' },
  },
  {
    name: 'host',
    commands: ['serve'],
    type: 'name',
    placeholder: 'host',
    default: '127.0.0.1',
    lineOnly: true,
    help: {
      zh: '监听的地址；其他电脑可以访问的，必须同时给出 --tokens',
      en: 'address to answer on; one that other computers reach needs --tokens',
    },
  },
  {
    name: 'port',
    commands: ['serve'],
    type: 'port',
    default: '8732',
    lineOnly: true,
    help: { zh: '端口（0 任选一个）', en: 'port (0 for one that is free)' },
  },
  {
    name: 'tokens',
    commands: ['serve'],
    type: 'file',
    lineOnly: true,
    help: {
      zh: '令牌文件（JSON）：谁可以查询、看名称、提交申请',
      en: 'file of tokens (JSON): who may look up, see names, apply',
    },
  },
  {
    name: 'allow-origin',
    commands: ['serve'],
    type: 'origin',
    many: 'repeat',
    lineOnly: true,
    help: {
      zh: '允许其他网站的网页查询，如 https://forms.example（可重复；null 为从文件打开的网页，须同时给出 --tokens）',
      en: 'let web pages of another site ask, such as https://forms.example (repeatable; null: pages opened from a file, needs --tokens)',
    },
  },
  {
    name: 'blocks',
    commands: ['serve'],
    type: 'file',
    help: {
      zh: '本单位的码段，每行：首个主体标识码,末个主体标识码,代码开头（可省略）',
      en: "the issuer's blocks, a line each: first and last organization code, and what its codes begin with (optional)",
    },
  },
  {
    name: 'ledger',
    commands: ['serve'],
    type: 'file',
    help: {
      zh: '台账：答复中说明代码有无未结或豁免的问题',
      en: 'ledger: answers say what of a code is open or exempt there',
    },
  },
  {
    name: 'watch',
    commands: ['serve'],
    type: 'switch',
    help: { zh: '登记数据变化后自动重新读取', en: 'read the registry anew when it changes' },
  },
  {
    name: 'replica',
    commands: ['serve'],
    type: 'switch',
    lineOnly: true,
    help: {
      zh: '副本：使用主服务建立的索引，只答复查询',
      en: 'a replica: uses the index that the main service builds, and answers look-ups only',
    },
  },
  {
    name: 'build-only',
    commands: ['serve'],
    type: 'switch',
    lineOnly: true,
    help: { zh: '只更新索引，然后结束', en: 'bring the index up to date, and end' },
  },
] as const satisfies readonly Flag[];
