import type { CallFault } from '../../messages/options/call-fault.ts';
import { refuse, wordError } from '../../messages/refusal/index.ts';
import { voiceOf } from '../../messages/voice.ts';

/** The error of a call that cannot be done; a call of the library is where errors get their words. */
export function refuseCall(call: string, fault: CallFault, lang: 'zh' | 'en' = 'zh'): unknown {
  return wordError(refuse('usage', { kind: 'bad-call', call, fault }), voiceOf({ lang }));
}
