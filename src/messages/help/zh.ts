import type { en } from './en.ts';

export const zh: typeof en = {
  help: {
    usage: '[主题]',
    summary: '显示手册的一页，或一个命令的用法',
    topic: '手册的一页，或一个命令（默认列出全部）',
    footer: '\n示例：\n  $ uscc help\n  $ uscc help rates\n  $ uscc help --man | man -l -',
  },
  complete: {
    usage: '<外壳>',
    summary: '输出脚本，让命令行外壳能补全 uscc 的命令和选项',
    shell: 'bash、zsh、fish 或 powershell',
    footer: `
示例：
  $ source <(uscc complete bash)
  $ uscc complete zsh > ~/.uscc-completion.zsh
  $ uscc complete fish > ~/.config/fish/completions/uscc.fish
  $ uscc complete powershell > ~/.uscc-completion.ps1

要每次都生效，在 ~/.bashrc 或 ~/.zshrc 里用 source 读入该文件，
PowerShell 在 $PROFILE 里写 . ~/.uscc-completion.ps1。`,
  },
  start: (version) => `uscc ${version} 校验统一社会信用代码。

手上有一份带代码的表（Excel、CSV、JSON 等）：
  uscc 文件                              是否低于 0.01%，哪些行有错，为什么
  uscc check 文件 --html 报告.html       同上，写成可以阅读、打印的网页
  uscc check 文件 --unit-column auto --xlsx 回传.xlsx
                                         写成工作簿，每个单位一张待填的表
  uscc fix 文件 -o 新文件                改正空格、小写、全角等写法
  uscc dedup 文件 -o 新文件              去掉重复报送的记录
  uscc diff 上期 本期                    比较两期，看解决了多少
没有表：
  uscc validate 代码                     校验一个代码，说明错在哪里
  uscc page                              写出离线核查网页，用浏览器打开

uscc help 列出全部命令和手册各页。
`,
  topics: '手册（uscc help 主题）：',
  noTopic: (topic, nearest) =>
    `手册没有“${topic}”这一页，也没有这个命令。${nearest === null ? '' : `是不是 ${nearest}？`}uscc help 列出全部。`,
  noShell: (shell, shells) => `没有“${shell}”的补全脚本。可写 ${shells.join('、')}。`,
};
