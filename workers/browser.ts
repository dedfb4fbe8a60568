import type { WorkerScope } from '../src/page/engine/scope.ts';
import { serveRole } from '../src/page/engine/serve.ts';

serveRole(globalThis as unknown as WorkerScope);
