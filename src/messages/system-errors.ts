import { type Language, pick } from './voice.ts';

/** What the system says of a file or a folder, and what to do about it when it was to be read, and when it was to be written. */
type SystemError = readonly [what: string, toRead: string, toWrite: string];

const network = [
  'ETIMEDOUT',
  'ENOTCONN',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ESTALE',
];
const onNetwork = (error: SystemError): Record<string, SystemError> =>
  Object.fromEntries(network.map((code) => [code, error]));

const en: Record<string, SystemError> = {
  ENOENT: [
    'there is no such file or folder',
    'Look at how its name and folder are written.',
    'Name a folder that there is.',
  ],
  EEXIST: ['a file of that name is in the way', 'Name another file.', 'Choose another name.'],
  EACCES: [
    'permission denied',
    'Ask its owner for the right to read it, or have it copied into a folder of your own.',
    'Choose a folder in which you may write.',
  ],
  EPERM: [
    'not permitted',
    'Close it in other programs, or copy it into a folder of your own.',
    'Close it in other programs such as Excel, or choose a folder in which you may write.',
  ],
  EISDIR: ['it is a folder', 'Name the files in it.', 'Name a file.'],
  ENOTDIR: [
    'part of the path is a file, not a folder',
    'Look at how the path is written.',
    'Look at how the path is written.',
  ],
  ENOTEMPTY: ['the folder is not empty', 'Name another folder.', 'Name another folder.'],
  ENOSPC: ['no space left on the disk', 'Free some space.', 'Free some space, or write to another disk.'],
  EDQUOT: ['the disk quota is used up', 'Free some space.', 'Free some of your space, or write to another disk.'],
  EROFS: ['the file system is read-only', 'Copy it to another disk.', 'Choose a folder on another disk.'],
  EBUSY: [
    'it is in use by another program',
    'Close it there, such as in Excel, and try again.',
    'Close it there, such as in Excel, and try again.',
  ],
  EMFILE: [
    'too many files are open',
    'Allow more with “ulimit -n 256”, or name fewer files at a time.',
    'Allow more with “ulimit -n 256”, or name fewer files at a time.',
  ],
  ENFILE: [
    'too many files are open on this machine',
    'Close other programs and try again.',
    'Close other programs and try again.',
  ],
  ELOOP: ['links lead round in a circle', 'Name the file itself.', 'Name the file itself.'],
  ENOMEM: [
    'there is no memory left, or more than this shell allows',
    'Close other programs, or lift the limit with “ulimit -v unlimited”.',
    'Close other programs, or lift the limit with “ulimit -v unlimited”.',
  ],
  ENAMETOOLONG: ['the name is too long', 'Give it a shorter name.', 'Choose a shorter name.'],
  EIO: [
    'the disk reports an error',
    'Copy it from where it came from once more, onto another disk.',
    'Write to another disk.',
  ],
  EFBIG: [
    'the file is larger than the file system allows',
    'Copy it to a disk with another file system.',
    'Write to a disk with another file system.',
  ],
  ...onNetwork([
    'the file server does not answer',
    'Look at the connection to the network share and try again, or copy the file to this machine.',
    'Look at the connection to the network share and try again, or write to this machine.',
  ]),
};

const zh: Record<string, SystemError> = {
  ENOENT: ['没有这个文件或文件夹', '请核对文件名和所在文件夹。', '请写一个已有的文件夹。'],
  EEXIST: ['已有同名文件', '请写另一个文件。', '请换一个名称。'],
  EACCES: ['没有权限', '请向文件的所有者申请读取权限，或复制到自己的文件夹。', '请换一个有写入权限的文件夹。'],
  EPERM: [
    '操作不被允许',
    '请在其他程序中关闭它，或复制到自己的文件夹。',
    '请在 Excel、WPS 等程序中关闭它，或换一个有写入权限的文件夹。',
  ],
  EISDIR: ['这是一个文件夹', '请写出其中的文件。', '请给出文件名。'],
  ENOTDIR: ['路径中有一段是文件，不是文件夹', '请核对路径。', '请核对路径。'],
  ENOTEMPTY: ['文件夹不是空的', '请换一个文件夹。', '请换一个文件夹。'],
  ENOSPC: ['磁盘空间不足', '请清理出空间。', '请清理出空间，或写到另一块磁盘。'],
  EDQUOT: ['磁盘配额已用完', '请清理出空间。', '请清理自己的文件，或写到另一块磁盘。'],
  EROFS: ['文件系统只读', '请复制到另一块磁盘。', '请换到另一块磁盘上的文件夹。'],
  EBUSY: [
    '正被其他程序使用',
    '请在 Excel、WPS 等程序中关闭它，再试一次。',
    '请在 Excel、WPS 等程序中关闭它，再试一次。',
  ],
  EMFILE: [
    '打开的文件过多',
    '请用“ulimit -n 256”放宽限制，或分几次写出文件。',
    '请用“ulimit -n 256”放宽限制，或分几次写出文件。',
  ],
  ENFILE: ['本机打开的文件过多', '请关闭其他程序后再试。', '请关闭其他程序后再试。'],
  ELOOP: ['链接循环', '请写文件本身。', '请写文件本身。'],
  ENOMEM: [
    '内存不足，或超出了命令行允许的上限',
    '请关闭其他程序，或用“ulimit -v unlimited”放开上限后再试。',
    '请关闭其他程序，或用“ulimit -v unlimited”放开上限后再试。',
  ],
  ENAMETOOLONG: ['名称过长', '请改用较短的名称。', '请换一个较短的名称。'],
  EIO: ['磁盘报告错误', '请从来源处重新复制到另一块磁盘。', '请写到另一块磁盘。'],
  EFBIG: ['文件超过文件系统允许的大小', '请复制到其他文件系统的磁盘。', '请写到其他文件系统的磁盘。'],
  ...onNetwork([
    '文件服务器没有响应',
    '请检查网络共享的连接后再试，或把文件复制到本机。',
    '请检查网络共享的连接后再试，或写到本机。',
  ]),
};

/** What an error of the system is called: its code, or what it says where it has none. */
export function nameSystemError(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code !== '' ? code : error instanceof Error ? error.message : String(error);
}

/** A system error in words: `no space left on the disk`. One that is not known stands as it is. */
export function describeSystemError(reason: string, lang: Language): string {
  return pick(lang, { en, zh })[reason]?.[0] ?? reason;
}

/** What can be done about it, a whole sentence; empty for one that is not known. */
export function adviseOn(reason: string, to: 'read' | 'write', lang: Language): string {
  return pick(lang, { en, zh })[reason]?.[to === 'read' ? 1 : 2] ?? '';
}
