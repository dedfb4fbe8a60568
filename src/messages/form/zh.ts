import { createChinese } from './chinese.ts';
import { simplified, traditional } from './script.ts';

export const zh = createChinese(simplified);
export const zhHant = createChinese(traditional);
