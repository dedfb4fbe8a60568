import { uscc } from 'uscc-toolkit/zod';
import { z } from 'zod';

export const code: string = z.object({ code: uscc({ language: 'en' }) }).parse({}).code;
