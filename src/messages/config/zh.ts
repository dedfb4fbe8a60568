import type { en } from './en.ts';

export const zh: typeof en = {
  used: (path, keys) =>
    keys.length === 0 ? `已读 ${path}，其中没有与本命令有关的设置` : `采用 ${path} 的设置：${keys.join('、')}`,
  notOwned: (path) => `${path} 属于其他用户，不予采用。请复制一份，或用 --config 指定别的文件，或换一个文件夹。`,
  openToAll: (path) => `${path} 任何用户都能修改，不予采用。请收回该权限：chmod o-w ${path}`,
  notJson: (path, reason) => `${path} 不是 JSON：${reason}`,
  notObject: (path) => `${path} 不是设置文件：应当是一个 JSON 对象，如 { "target": "0.01%" }。`,
  unknownKey: (path, key, nearest) =>
    `${path}：没有“${key}”这项设置。${nearest === null ? '' : `是不是“${nearest}”？`}`,
  lineOnly: (path, key) => `${path}：“${key}”只能写在命令行上。`,
  badValue: (path, key, wanted) => `${path}：“${key}”应为${wanted}。`,
  wanted: {
    switch: ' true 或 false',
    list: '文字，或文字的列表',
    text: '文字',
    value: '文字或数',
    licences: '一个对象，写法见双公示一页',
    units: '列表，如 [{ "unit": "…", "contact": "…", "phone": "…" }]',
    choice: (choices) => `以下之一：${choices.join('、')}`,
  },
};
