import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs `npm start` on what is built, below a path of a host; `close` stops it. Rejects where it ends by itself. */
export async function startSite(): Promise<{ url: string; close: () => Promise<void> }> {
  const args = ['--import', 'tsx', 'scripts/start.ts', '--built', '--port', '0'];
  const server = spawn(process.execPath, [...args, '--base', '/some/sub-path/'], { cwd: ROOT });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (data) => {
      said += String(data);
      const [found] = /http:\S+/.exec(said) ?? [];
      if (found) resolve(found);
    });
    server.stderr.on('data', (data) => {
      said += String(data);
    });
    server.once('exit', () => reject(new Error(said)));
  });
  return {
    url,
    async close() {
      server.kill();
      await once(server, 'exit');
    },
  };
}
