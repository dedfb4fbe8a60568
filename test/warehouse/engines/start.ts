import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type EngineServer, endServer, findPort, findProgram, LeftOut, makeFolder, startServer } from './server.ts';

export type TestedEngine = 'duckdb' | 'postgres' | 'mysql' | 'clickhouse' | 'spark';

/** Starts an engine of this machine, on a folder of its own and a port of the loopback. */
export const starters: Record<TestedEngine, () => Promise<EngineServer>> = {
  async duckdb() {
    const folder = makeFolder('duckdb');
    return { url: `duckdb:${folder.path}/test.duckdb`, stop: async () => folder.remove() };
  },

  async postgres() {
    const initdb = findProgram('initdb', '/usr/lib/postgresql/*/bin/initdb');
    const postgres = initdb.replace(/initdb$/, 'postgres');
    const folder = makeFolder('postgres');
    const data = `${folder.path}/data`;
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      execFileSync('chown', ['postgres', folder.path]);
      chmodSync(folder.path, 0o700);
    }
    const asUser = isRoot ? ['runuser', '-u', 'postgres', '--'] : [];
    run([...asUser, initdb, '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']);
    // `guarded` is the one user who needs a password.
    const rules = `${data}/pg_hba.conf`;
    writeFileSync(rules, `host all guarded 127.0.0.1/32 scram-sha-256\n${readFileSync(rules, 'utf8')}`);
    const port = await findPort();
    const [program = '', ...parameters] = [
      ...asUser,
      ...[postgres, '-D', data, '-p', String(port), '-k', folder.path, '-h', '127.0.0.1', '-F'],
    ];
    const child = await startServer(program, parameters, port, { seconds: 60 });
    const stop = async (): Promise<void> => {
      await endServer(child);
      folder.remove();
    };
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  },

  async mysql() {
    const install = findProgram('mariadb-install-db');
    const server = findProgram('mariadbd', '/usr/sbin/mariadbd');
    const folder = makeFolder('mariadb');
    const data = `${folder.path}/data`;
    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    run([install, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user]);
    const port = await findPort();
    const child = await startServer(
      server,
      [
        '--no-defaults',
        `--datadir=${data}`,
        `--port=${port}`,
        `--socket=${folder.path}/s`,
        `--tmpdir=${folder.path}`,
        '--bind-address=127.0.0.1',
        ...user,
      ],
      port,
      { seconds: 60 },
    );
    run([
      findProgram('mariadb'),
      '-h127.0.0.1',
      `-P${port}`,
      '-uroot',
      '-e',
      'CREATE DATABASE uscc CHARACTER SET utf8mb4',
    ]);
    const stop = async (): Promise<void> => {
      await endServer(child);
      folder.remove();
    };
    return { url: `mysql://root@127.0.0.1:${port}/uscc`, stop };
  },

  async clickhouse() {
    const python = findPython('chdb');
    const port = await findPort();
    const folder = makeFolder('chdb');
    const script = fileURLToPath(new URL('clickhouse-stand-in.py', import.meta.url));
    const child = await startServer(python, [script, String(port), folder.path], port, { seconds: 60 });
    const stop = async (): Promise<void> => {
      await endServer(child);
      folder.remove();
    };
    return { url: `clickhouse://default@127.0.0.1:${port}`, stop };
  },

  async spark() {
    const { home, env } = findSpark();
    const folder = makeFolder('spark');
    const [masterPort, thriftPort] = [await findPort(), await findPort()];
    const start = (parameters: string[], port: number, program = 'spark-class') =>
      startServer(`${home}/bin/${program}`, parameters, port, { seconds: 120, env, cwd: folder.path });
    const deploy = 'org.apache.spark.deploy';
    const master = `spark://127.0.0.1:${masterPort}`;
    const children = [
      await start(
        [`${deploy}.master.Master`, '--host', '127.0.0.1', '--port', String(masterPort), '--webui-port', '0'],
        masterPort,
      ),
    ];
    for (let worker = 0; worker < 2; worker++) {
      const port = await findPort();
      children.push(
        await start(
          [
            `${deploy}.worker.Worker`,
            '--cores',
            '1',
            '--memory',
            '1g',
            '--webui-port',
            '0',
            '--port',
            String(port),
            master,
          ],
          port,
        ),
      );
    }
    children.push(
      await start(
        [
          ...['--master', master, '--executor-memory', '700m', '--conf', 'spark.sql.shuffle.partitions=4'],
          ...[
            '--conf',
            'spark.ui.enabled=false',
            '--class',
            'org.apache.spark.sql.hive.thriftserver.HiveThriftServer2',
          ],
          ...['spark-internal', '--hiveconf', `hive.server2.thrift.port=${thriftPort}`],
          ...['--hiveconf', 'hive.server2.thrift.bind.host=127.0.0.1'],
        ],
        thriftPort,
        'spark-submit',
      ),
    );
    const stop = async (): Promise<void> => {
      for (const child of children.toReversed()) await endServer(child);
      folder.remove();
    };
    return { url: `hive2://test@127.0.0.1:${thriftPort}`, stop };
  },
};

/** Where Spark's programs are, and what they want to find in their environment. */
export function findSpark(): { home: string; env: Record<string, string> } {
  const python = findPython('pyspark');
  const home = execFileSync(python, ['-c', 'import os, pyspark; print(os.path.dirname(pyspark.__file__))'], {
    encoding: 'utf8',
  }).trim();
  findProgram('java');
  return { home, env: { SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: python } };
}

function findPython(module: string): string {
  const python = process.env.USCC_PYTHON ?? '';
  if (python === '' || !existsSync(python)) {
    throw new LeftOut(`USCC_PYTHON names no Python with ${module}`);
  }
  if (spawnSync(python, ['-c', `import ${module}`]).status !== 0) throw new LeftOut(`${python} has no ${module}`);
  return python;
}

function run([program = '', ...parameters]: string[]): void {
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new LeftOut(`${program}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
}
