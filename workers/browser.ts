import { serveRole } from '../src/page/engine/serve.ts';

serveRole(globalThis);
